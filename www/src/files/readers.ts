// The readers of files and the desk's library: modules of their own, compiled by the engine's thread and started when they are first needed.
import type { Engine } from "../engine";
import { asker, type Asker } from "../engine/asker";
import type { AnnotatedCopy, ChangeAuthor, FileContent, FormChoice, MadeFile, Refused, TextChange, WrittenCopy } from "../engine/file-types";

let offer: (engine: Engine | null) => void;
const offered = new Promise<Engine | null>((resolve) => (offer = resolve));
/** What is compiled when it is first needed. */
export type Later = "files" | "desk";
const compiled = new Map<Later, Promise<WebAssembly.Module | null>>();
const askers = new Map<Later, Promise<Asker>>();

/** Says whose thread compiles the readers; null where there is none. */
export function offerCompiler(engine: Engine | null): void {
  offer(engine);
}

/** Compiles a module, once; where that fails, what needs it says so. */
export function prepare(name: Later): Promise<WebAssembly.Module | null> {
  const known = compiled.get(name);
  if (known) return known;
  const made = offered.then((engine) => engine && engine.compile(name)).catch(() => null);
  compiled.set(name, made);
  return made;
}

/** The readers cannot run here. */
export class NoReaders extends Error {}

/** What asks a module, once it runs. */
export async function started(name: Later = "files"): Promise<Asker> {
  const module = await prepare(name);
  if (!module) throw new NoReaders();
  const known = askers.get(name) ?? asker({ [name]: module });
  askers.set(name, known);
  return known;
}

/** The words of a file; of a text file in that encoding, if one is named. */
export async function readContent(bytes: Uint8Array, encoding?: string): Promise<FileContent> {
  return (await started()).ask("files", "read", bytes, encoding);
}

/** The words of HTML from the clipboard. */
export async function readPasted(html: string): Promise<string> {
  return (await started()).ask("files", "pasted", html);
}

/** A corrected copy; the changes are revisions where an author is named. */
export async function writeCopy(bytes: Uint8Array, changes: TextChange[], encoding?: string, tracked?: ChangeAuthor): Promise<WrittenCopy | Refused> {
  return (await started()).ask("files", "write", bytes, changes, encoding, tracked);
}

/** A copy with comments. */
export async function annotateCopy(bytes: Uint8Array, comments: TextChange[], by: ChangeAuthor, encoding?: string): Promise<AnnotatedCopy | Refused> {
  return (await started()).ask("files", "annotate", bytes, comments, by, encoding);
}

/** A Word document with a text, and with comments where there are some. */
export async function makeDocument(text: string, comments?: TextChange[], by?: ChangeAuthor): Promise<MadeFile | Refused> {
  return (await started()).ask("files", "textDocument", text, comments, by);
}

/** One of the official forms. */
export async function fillForm(choice: FormChoice, values: Record<string, string>): Promise<MadeFile | Refused> {
  return (await started()).ask("files", "form", choice, values);
}

/** Gives up the file that is being read. */
export async function stopReading(): Promise<void> {
  (await askers.get("files"))?.cancel?.();
}
