// The words of one file.
import type { FileContent } from "../engine/file-types";
import { words } from "../words";
import { NoReaders, readContent } from "./readers";

export const largestFile = 32 * 1024 * 1024;

/** Returns the words of a file, or a sentence why there are none. */
export async function readFile(file: File, encoding?: string): Promise<FileContent> {
  if (file.size > largestFile) return { error: words.value.files.tooBig, code: "file-too-big" };
  try {
    return await readContent(await readBytes(file), encoding);
  } catch (error) {
    if (error instanceof NoReaders) return { error: words.value.files.cannotStart, code: "no-readers" };
    return { error: words.value.files.cannotOpen, code: "cannot-open" };
  }
}

/** The old way: `file.arrayBuffer()` is younger than the oldest browsers. */
export function readBytes(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
