// Opening files and pasting tables: one file goes into the editor, several become a list.
import { signal } from "@preact/signals";

import { editor, notice } from "../state";
import { replaceText } from "../text";
import { words } from "../words";
import { type Item, mostFiles, readFile, runBatch } from "./batch";
import { readPasted } from "./readers";

/** The text file that was opened last, so that it can be opened again in another encoding. */
export const opened = signal<{ file: File; encoding: string; said: string } | null>(null);

export function openFiles(files: File[]): void {
  const [first] = files;
  if (!first) return;
  if (files.length === 1) {
    void openOne(first);
    return;
  }
  void runBatch(files.slice(0, mostFiles));
  if (files.length > mostFiles) notice.value = words.value.files.tooManyFiles(mostFiles);
}

let asked = 0;

export async function openOne(file: File, encoding?: string): Promise<void> {
  asked += 1;
  const mine = asked;
  notice.value = words.value.files.reading(file.name);
  const content = await readFile(file, encoding);
  if (mine !== asked) return;
  if ("error" in content) {
    notice.value = words.value.files.failed(file.name, content.error);
    return;
  }
  const said = show(file.name, content.text, content.kind);
  opened.value = content.encoding ? { file, encoding: content.encoding, said } : null;
}

/** Shows a file of the list. */
export function openItem(item: Item): void {
  if (item.state === "checked") show(item.name, item.text, item.kind);
  else if (item.state === "failed") notice.value = words.value.files.failed(item.name, item.why);
}

function show(name: string, text: string, kind: string): string {
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
