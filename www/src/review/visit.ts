// From a row of the desk to its report and back: the editor keeps the text of each row as it was left, and the row follows what is mended.
import { batch, computed, effect, signal } from "@preact/signals";

import { checkOptions, checkSoon, enterText } from "../editor/checking";
import { editor } from "../editor/editor";
import { openedFile, openedText } from "../files/open";
import { bytesOf } from "../files/read";
import { focusOn, wantVerdict } from "../shell/kit/focus";
import { dismissals } from "../shell/state/dismissed";
import type { Origin } from "../shell/state/mended";
import { checkedText, checking, corrections, level, notice, previous, published, reportIndex, result } from "../shell/state/page";
import { words } from "../words";
import { changed, type Entry, entryOf, lay, rowKey, type Said } from "./desk";
import { noteFound, previousOf } from "./run";
import type { Row } from "./rows";

/** Whether the desk is shown, and not a report. */
export const deskShown = signal(false);

/** What of the desk is shown: its rows, what is to be said across bodies, or what they add up to. */
export const view = signal<"rows" | "across" | "sum">("rows");

/** The file whose text is in the editor. */
const openEntry = signal<number | null>(null);

/** The row that the keyboard is on, and that is gone back to. */
export const currentRow = signal<string | null>(null);

/** The row whose report is shown beside the text. */
export const shownRow = computed(() => (openEntry.value === null ? null : rowKey(openEntry.value, reportIndex.value)));

/** The text of last year that the desk gave, to know one that the user gives instead. */
let givenYear = "";

const saidNow = (): Said => {
  const { rules: _, profile: __, ...said } = checkOptions();
  return said;
};

/** Texts of the page's own, which are no work of the user's. */
export const ownTexts: string[] = [];

/** A text that lay in the editor before gets a row of its own; it is read like a file. */
export function keepLooseText(): void {
  const text = editor.value?.text() ?? "";
  if (openEntry.value !== null || text.trim() === "" || ownTexts.includes(text)) return;
  const name = words.value.desk.pasted;
  const [entry] = lay([{ name, file: () => Promise.resolve(new File([text], name)) }], saidNow());
  if (entry) openEntry.value = entry.id;
}

/** What is put in the editor from now on belongs to no row. */
export function leaveDesk(): void {
  if (openEntry.value === null) return;
  leaveText();
  givenYear = "";
  previous.value = "";
  enterText("", null, 0, []);
}

export function openRow(row: Row): void {
  const entry = entryOf(row.entry);
  if (!entry || entry.state !== "checked") return;
  currentRow.value = row.key;
  if (openEntry.value === entry.id) {
    if (reportIndex.value !== row.index) reportIndex.value = row.index;
  } else {
    leaveText();
    enter(entry, row.index);
  }
  deskShown.value = false;
  wantVerdict();
  if (!checking.value) focusOn("#verdict-headline");
}

function enter(entry: Entry, index: number): void {
  batch(() => {
    givenYear = previousOf(entry, index);
    previous.value = givenYear;
    published.value = entry.said.published ?? "";
    level.value = entry.said.level ?? "";
    enterText(entry.kept ?? entry.text, originOf(entry), index, entry.dismissals);
    const { files } = words.value;
    const said = files.opened(entry.given.name, files.kinds[entry.kind] ?? entry.kind);
    notice.value = said;
    openedText.value = entry.encoding ? { file: entry.encoding.file, encoding: entry.encoding.name, said } : null;
    openedFile.value = entry.encoding?.file ?? null;
    openEntry.value = entry.id;
  });
}

/** The file that a text came of. */
function originOf({ given, kind, encoding, writable, text }: Entry): Origin {
  return { name: given.name, kind, writable, text, ...(encoding ? { encoding: encoding.name } : {}), bytes: async () => bytesOf(await given.file()) };
}

/** Keeps what is in the editor with its row. */
function leaveText(): void {
  const entry = openEntry.value === null ? null : entryOf(openEntry.value);
  const box = editor.value;
  if (!entry || !box) return;
  note(entry);
  entry.kept = box.keep();
  openEntry.value = null;
}

/** What is in the editor is taken over into its row, for whoever keeps all rows. */
export function noteText(): void {
  const entry = openEntry.value === null ? null : entryOf(openEntry.value);
  if (entry) note(entry);
}

/** Takes over what the user has changed. */
function note(entry: Entry): void {
  const text = editor.value?.text() ?? "";
  const before = JSON.stringify([entry.corrections, entry.dismissals, entry.said]);
  entry.corrections = corrections.value;
  entry.dismissals = dismissals.value;
  entry.said = saidNow();
  if (text === entry.text && before === JSON.stringify([entry.corrections, entry.dismissals, entry.said])) return;
  entry.text = text;
  entry.version += 1;
}

/** The row follows the last check of its text. */
function follow(): void {
  const entry = openEntry.value === null ? null : entryOf(openEntry.value);
  if (!entry || checking.value || !result.value) return;
  if (checkedText.value !== editor.value?.text()) return;
  note(entry);
  noteFound(entry, result.value.reports);
  changed();
}

effect(() => {
  void [result.value, checking.value];
  follow();
});

/** The report beside the text is another one of the same file: it has its own year before. */
effect(() => {
  const entry = openEntry.value === null ? null : entryOf(openEntry.value);
  if (!entry || previous.peek() !== givenYear) return;
  givenYear = previousOf(entry, reportIndex.value);
  if (previous.peek() === givenYear) return;
  previous.value = givenYear;
  checkSoon();
});

/** Back to the desk, to the row that was left. */
export function showDesk(): void {
  currentRow.value = shownRow.value ?? currentRow.value;
  changed(true);
  deskShown.value = true;
  focusOn("#desk-rows");
}

/** Back to the report that is in the editor. */
export function hideDesk(): void {
  deskShown.value = false;
  focusOn("#verdict-headline");
}

/** The row is taken from the desk; its text stays in the editor. */
export function forget(id: number): void {
  if (openEntry.value === id) openEntry.value = null;
}
