// What is handed over to the desk: files, folders with what lies in them, and zips of files. Nothing is read here but the list of a zip.
import { unzipSync, type UnzipFileInfo } from "fflate";

import { largestFile, bytesOf } from "../files/read";

/** A file on its way to the desk. */
export interface Given {
  /** With the folder or the zip it came in. */
  name: string;
  file(): Promise<File>;
}

/** More are not taken at once. */
export const mostFiles = 5000;

/** What systems and programs leave behind in folders. */
const leftBehind = /(^|\/)(\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(^|\/)__MACOSX\//i;

const isZip = (name: string) => /\.zip$/i.test(name);

/** Returns the files, those in zips one by one; a zip that cannot be opened stays, so that reading it says why. */
export async function given(files: File[]): Promise<Given[]> {
  const found: Given[] = [];
  for (const file of files) {
    const name = file.webkitRelativePath || nameIn.get(file) || file.name;
    if (leftBehind.test(name)) continue;
    found.push(...((isZip(file.name) && (await inZip(file))) || [{ name, file: () => Promise.resolve(file) }]));
    if (found.length > mostFiles) break;
  }
  return found;
}

/** Returns the folders among what is dropped, with the files beside them; null when there is no folder. Only while the drop is being told. */
export function droppedEntries(data: DataTransfer | null): FileSystemEntry[] | null {
  const entries = Array.from(data?.items ?? []).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return entries.some(({ isDirectory }) => isDirectory) ? entries : null;
}

/** The place of a dropped file below the folder that was dropped. */
const nameIn = new WeakMap<File, string>();

/** Returns the files below dropped folders, as many as are taken at once; what cannot be opened is left out and counted. */
export async function filesBelow(entries: FileSystemEntry[]): Promise<{ files: File[]; closed: number }> {
  const waiting = [...entries];
  const files: File[] = [];
  let closed = 0;
  for (let next = waiting.shift(); next && files.length <= mostFiles; next = waiting.shift()) {
    try {
      if (next.isDirectory) waiting.unshift(...(await listed(next as FileSystemDirectoryEntry)));
      else files.push(await fileOf(next as FileSystemFileEntry));
    } catch {
      closed += 1;
    }
  }
  return { files, closed };
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file((file) => {
      nameIn.set(file, entry.fullPath.replace(/^\//, ""));
      resolve(file);
    }, reject);
  });
}

/** A folder tells a hundred at a time. */
async function listed(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function inZip(zip: File): Promise<Given[] | null> {
  if (zip.size > largestFile) return null;
  try {
    const bytes = await bytesOf(zip);
    const list: UnzipFileInfo[] = [];
    unzipSync(bytes, { filter: (info) => (list.push(info), false) });
    return list
      .map(({ name, originalSize }) => ({ raw: name, size: originalSize, name: nameInZip(name) }))
      .filter(({ name }) => !name.endsWith("/") && !leftBehind.test(name))
      .map(({ raw, size, name }) => ({ name: `${zip.name}/${name}`, file: () => unzipped(bytes, raw, size, name) }));
  } catch {
    return null;
  }
}

/** One file of a zip, unpacked when its turn comes; one that says it is too large is not unpacked, and is refused by its size. */
function unzipped(bytes: Uint8Array, raw: string, size: number, name: string): Promise<File> {
  const last = name.slice(name.lastIndexOf("/") + 1);
  return new Promise((resolve) => {
    const content = size > largestFile ? new Uint8Array(largestFile + 1) : unzipSync(bytes, { filter: (info) => info.name === raw })[raw];
    resolve(new File([content as BlobPart], last));
  });
}

/** Windows writes the names of a zip in its own encoding and does not say so; they come here with each byte as a character. */
function nameInZip(raw: string): string {
  if (/[^\u0000-\u00ff]/.test(raw) || !/[\u0080-\u00ff]/.test(raw)) return raw;
  const bytes = Uint8Array.from(raw, (character) => character.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
