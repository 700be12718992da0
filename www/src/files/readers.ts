// The readers of files: a module of its own, compiled beside the engine, before the strict policy closes, and started when the first file is opened.
import type { FileContent } from "../contract";
import { type Asker, asker } from "../engine/asker";
import { compile } from "../engine/compile";

let prepared: (module: WebAssembly.Module | null) => void;
const compiled = new Promise<WebAssembly.Module | null>((resolve) => (prepared = resolve));
let readers: Promise<Asker> | null = null;

/** Compiles the readers; where that fails, opening a file says so. */
export async function prepareReaders(): Promise<void> {
  prepared(await compile("files").catch(() => null));
}

/** The readers cannot run here. */
export class NoReaders extends Error {}

async function started(): Promise<Asker> {
  const module = await compiled;
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
