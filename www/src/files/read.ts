// The words of one file.
import { EngineCrash } from "../engine";
import type { FileContent } from "../engine/file-types";
import { words } from "../words";
import { NoReaders, readContent } from "./readers";
import { isSession } from "./session";

export const largestFile = 32 * 1024 * 1024;

/** A file's words, or a sentence why there are none, and its bytes where they were read. */
export interface WholeFile {
  content: FileContent;
  bytes: Uint8Array | null;
}

/** Returns the words of a file, or a sentence why there are none. */
export async function readFile(file: File, encoding?: string): Promise<FileContent> {
  return (await readWhole(file, encoding)).content;
}

/** The same with the bytes, which copies are made from. The work that was saved is no report. */
export async function readWhole(file: File, encoding?: string): Promise<WholeFile> {
  if (file.size > largestFile) return { content: { error: words.value.files.tooBig, code: "file-too-big" }, bytes: null };
  try {
    const bytes = await bytesOf(file);
    if (isSession(bytes)) return { content: { error: words.value.session.alone, code: "session" }, bytes };
    return { content: await readContent(bytes, encoding), bytes };
  } catch (error) {
    if (error instanceof NoReaders) return { content: { error: words.value.files.cannotStart, code: "no-readers" }, bytes: null };
    if (error instanceof EngineCrash && error.outOfMemory) return { content: { error: words.value.files.noMemory, code: "no-memory" }, bytes: null };
    return { content: { error: words.value.files.cannotOpen, code: "cannot-open" }, bytes: null };
  }
}

/** The old way: `file.arrayBuffer()` is younger than the oldest browsers. */
export function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
