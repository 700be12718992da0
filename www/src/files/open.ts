// Opening a file and pasting tables: their words go into the editor.
import { signal } from "@preact/signals";

import { editor } from "../editor/editor";
import { replaceText } from "../editor/text";
import { notice } from "../shell/state/page";
import { words } from "../words";
import { readFile } from "./read";
import { readPasted, stopReading } from "./readers";

/** What the file dialog offers; any file is looked into. */
export const readableNames = ".docx,.doc,.wps,.rtf,.pdf,.ofd,.xlsx,.xls,.et,.csv,.html,.htm,.mht,.mhtml,.txt,.md";

/** The text file that was opened last, so that it can be opened again in another encoding. */
export const openedText = signal<{ file: File; encoding: string; said: string } | null>(null);

/** The name of the file that is being read, once that takes long. */
export const readingLong = signal<string | null>(null);

const longForReading = 700;
let asked = 0;

export async function openOne(file: File, encoding?: string): Promise<void> {
  asked += 1;
  const mine = asked;
  // The choice of an encoding stays where it is, and so does the keyboard in it.
  if (encoding === undefined) notice.value = words.value.files.reading(file.name);
  const timer = setTimeout(() => (readingLong.value = file.name), longForReading);
  const content = await readFile(file, encoding);
  clearTimeout(timer);
  if (mine !== asked) return;
  readingLong.value = null;
  if ("error" in content) {
    notice.value = words.value.files.failed(file.name, content.error);
    return;
  }
  const said = show(file.name, content.text, content.kind);
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
export function show(name: string, text: string, kind: string): string {
  const said = words.value.files.opened(name, words.value.files.kinds[kind] ?? kind);
  replaceText(text, "");
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
