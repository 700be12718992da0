// The readers of files: a module of its own, compiled by the engine's thread and started when the first file is opened.
import type { Engine } from "../engine";
import { asker, type Asker } from "../engine/asker";
import type { FileContent } from "../engine/file-types";

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

/** Gives up the file that is being read. */
export async function stopReading(): Promise<void> {
  (await readers)?.cancel?.();
}
