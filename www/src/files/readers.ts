// The readers of files: a module of its own, compiled by the engine's thread and started when the first file is opened.
import type { Engine } from "../engine";
import { asker, type Asker } from "../engine/asker";
import type { AnnotatedCopy, ChangeAuthor, FileContent, FormChoice, MadeFile, Refused, TextChange, WrittenCopy } from "../engine/file-types";

let offer: (engine: Engine | null) => void;
const offered = new Promise<Engine | null>((resolve) => (offer = resolve));
let compiled: Promise<WebAssembly.Module | null> | null = null;
let readers: Promise<Asker> | null = null;

/** Says whose thread compiles the readers; null where there is none. */
export function offerCompiler(engine: Engine | null): void {
  offer(engine);
}

/** Compiles the readers, once; where that fails, opening a file says so. */
export function prepareReaders(): Promise<WebAssembly.Module | null> {
  compiled ??= offered.then((engine) => engine && engine.compileReaders()).catch(() => null);
  return compiled;
}

/** The readers cannot run here. */
export class NoReaders extends Error {}

async function started(): Promise<Asker> {
  const module = await prepareReaders();
  if (!module) throw new NoReaders();
  readers ??= asker({ files: module });
  return readers;
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
  (await readers)?.cancel?.();
}
