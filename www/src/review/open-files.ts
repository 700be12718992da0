// Opening whatever was chosen, dropped or pasted: one file goes into the editor, several become a list.
import { signal } from "@preact/signals";

import { openedFile, openedText, openOne, show } from "../files/open";
import { bytesOf } from "../files/read";
import { notice, textNumber } from "../shell/state/page";
import { words } from "../words";
import { type Item, runBatch } from "./batch";

/** As many as an office of a province may have on one day. */
const mostFiles = 1000;

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

/** The file of the list whose text was put in the editor, and which text that was. */
export const shownItem = signal<{ item: Item; text: number } | null>(null);

/** Shows a file of the list. */
export function openItem(item: Item): void {
  if (item.state !== "checked") return;
  const { file, name, text, kind, encoding, writable } = item;
  const said = show({ name, text, kind, writable, ...(encoding === undefined ? {} : { encoding }), bytes: () => bytesOf(file) });
  openedFile.value = file;
  openedText.value = encoding ? { file, encoding, said } : null;
  shownItem.value = { item, text: textNumber.value };
}
