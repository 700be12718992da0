// Typing a number into a cell of a table: it goes into the text at the cell's place, or is kept beside the text where there is none.
import { batch, signal } from "@preact/signals";

import { whenChecked } from "../editor/checking";
import { applyFixes, correct, correctAll } from "../editor/text";
import type { Because } from "../shell/state/mended";
import { checkedText, checking, notice, report } from "../shell/state/page";
import { recordOf } from "../shell/state/record";
import { select, selection } from "../shell/state/selection";
import { words } from "../words";
import { editOf, numberIn, zerosFor } from "./cell-edit";
import { cellNames } from "./shown";

/** The cell that is typed into, and what was typed so far. */
export const typing = signal<{ id: string; text: string } | null>(null);

export function startTyping(id: string, text: string): void {
  const chosen = selection.value;
  batch(() => {
    typing.value = { id, text };
    if (chosen?.kind !== "cell" || chosen.id !== id) select({ kind: "cell", id });
  });
}

export function typeOn(text: string): void {
  if (typing.value) typing.value = { ...typing.value, text };
}

/** Takes what was typed for the cell's number; anything but a number is forgotten. */
export function keepTyped(): void {
  const typed = typing.value;
  if (!typed) return;
  const number = numberIn(typed.text);
  typing.value = null;
  if (number !== null) putNumber(typed.id, number);
}

export function dropTyped(): void {
  typing.value = null;
}

/** Puts a number into a cell of the report that is shown. */
export function putNumber(id: string, number: number): void {
  whenChecked(() => {
    const cell = report.value?.cells[id];
    const said = words.value.source;
    const name = cellNames.value.get(id) ?? id;
    if (cell?.status === "value" && cell.value === number) return;
    const edit = editOf(cell, checkedText.value, number);
    if (!edit) return correct(id, number);
    applyFixes([edit], said.written(name, number));
    whenChecked(() => {
      const read = report.value?.cells[id];
      if (read && read.value !== number) notice.value = said.writtenButNotRead(name, number);
    });
  });
}

/** Puts several numbers into their cells at once: into the text where it has places for them. */
export function putNumbers(numbers: Record<string, number>, done: string, because: Because): void {
  whenChecked(() => {
    const cells = report.value?.cells ?? {};
    const beside: Record<string, number> = {};
    const edits = Object.entries(numbers).flatMap(([id, number]) => {
      const edit = editOf(cells[id], checkedText.value, number);
      if (!edit) beside[id] = number;
      return edit ? [edit] : [];
    });
    if (edits.length > 0) applyFixes(edits, done, () => because);
    if (Object.keys(beside).length > 0) correctAll(beside);
  });
}

/** Writes 0 into blank cells of the text. */
export function fillBlanks(ids: string[]): void {
  const zeros = zerosFor(ids, report.value?.cells ?? {}, checkedText.value);
  if (!checking.value && zeros.length > 0) applyFixes(zeros, words.value.source.zeros(zeros.length));
}

/** Takes cells that the text does not have for 0: kept beside the text. */
export function assumeZero(ids: string[]): void {
  if (!checking.value) correctAll(recordOf(ids.map((id) => [id, 0])));
}
