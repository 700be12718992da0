// Opening a file and pasting tables: their words go into the editor.
import { signal } from "@preact/signals";

import { editor } from "../editor/editor";
import { replaceText } from "../editor/text";
import type { Origin } from "../shell/state/mended";
import { notice } from "../shell/state/page";
import { words } from "../words";
import { afterOpening, beforeOpening } from "./again";
import { readWhole } from "./read";
import { readPasted, stopReading } from "./readers";
import { openSession } from "./session-open";

/** What the file dialog offers; any file is looked into. */
export const readableNames = ".docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.xls,.et,.csv,.html,.htm,.mht,.mhtml,.txt,.md,.json";

/** The file that was opened last, so that it can be read again. */
export const openedFile = signal<File | null>(null);

/** The text file that was opened last, so that it can be opened again in another encoding. */
export const openedText = signal<{ file: File; encoding: string; said: string } | null>(null);

/** The name of the file that is being read, once that takes long. */
export const readingLong = signal<string | null>(null);

const longForReading = 700;
let asked = 0;

/** Opens a file. One that is `again` there was asked for, and should be the report that is shown. */
export async function openOne(file: File, encoding?: string, again = false): Promise<void> {
  asked += 1;
  const mine = asked;
  // The choice of an encoding stays where it is, and so does the keyboard in it.
  if (encoding === undefined) notice.value = words.value.files.reading(file.name);
  const timer = setTimeout(() => (readingLong.value = file.name), longForReading);
  const { content, bytes } = await readWhole(file, encoding);
  clearTimeout(timer);
  if (mine !== asked) return;
  readingLong.value = null;
  if ("error" in content && content.code === "session" && bytes) {
    notice.value = openSession(bytes, file.name);
    return;
  }
  if ("error" in content || !bytes) {
    notice.value = words.value.files.failed(file.name, "error" in content ? content.error : words.value.files.cannotOpen);
    return;
  }
  const before = beforeOpening();
  const { text, ...about } = content;
  const said = show({ ...about, name: file.name, text, bytes: () => Promise.resolve(bytes) });
  openedFile.value = file;
  // Another encoding makes another text of the same file.
  if (encoding === undefined) afterOpening(before, again);
  openedText.value = content.encoding ? { file, encoding: content.encoding, said } : null;
}

/** Gives up the file that is being read; the text stays. */
export function stopOpening(): void {
  const name = readingLong.value;
  if (name === null) return;
  asked += 1;
  readingLong.value = null;
  notice.value = words.value.files.stoppedReading(name);
  void stopReading();
}

/** Puts the words of a file in the editor; returns the sentence that says so. */
export function show(origin: Origin): string {
  const { name, text, kind } = origin;
  const said = words.value.files.opened(name, words.value.files.kinds[kind] ?? kind);
  replaceText(text, "", origin);
  notice.value = said;
  return said;
}

/** Pastes the HTML of the clipboard as text with its tables, else the plain text. */
export async function pasteTable(html: string, plain: string): Promise<void> {
  const text = await readPasted(html).catch(() => "");
  const { pastedTable, pastedPlain } = words.value.files;
  editor.value?.insert(text.trim() === "" ? plain : text);
  notice.value = text.trim() === "" ? pastedPlain : pastedTable;
}
