// What was changed in the text since it was opened, and why. It lives in the editor's state, so that undo takes it back in turn with the text.
import { invertedEffects } from "@codemirror/commands";
import { ChangeSet, type EditorState, type Extension, StateEffect, StateField, type Text, type Transaction } from "@codemirror/state";

import type { Because, MadeChange, Origin } from "../shell/state/mended";
import { replacesAll } from "./corrections";

/** A place of the text as it is, and why it was changed. */
interface Reason {
  start: number;
  end: number;
  because: Because;
}

interface Since {
  origin: Origin | null;
  /** The text as it was opened. */
  base: Text;
  changes: ChangeSet;
  reasons: Reason[];
}

/** The text is another one now: that of a file, or what was pasted. */
export const opened = StateEffect.define<{ origin: Origin | null }>();
/** Why the changes of a transaction are made; places are those before it. */
export const because = StateEffect.define<Reason[]>();
const restored = StateEffect.define<Since>();
const reasonsRestored = StateEffect.define<Reason[]>();

const field = StateField.define<Since>({
  create: (state) => ({ origin: null, base: state.doc, changes: ChangeSet.empty(state.doc.length), reasons: [] }),
  update(value, transaction) {
    let before: Since | null = null;
    for (const effect of transaction.effects) {
      if (effect.is(opened)) return anew(transaction, effect.value.origin);
      // Steps that are undone together: the first of them is the last one here.
      if (effect.is(restored)) before = effect.value;
    }
    if (before) return before;
    if (transaction.docChanged) value = isAnew(value, transaction) ? anew(transaction, null) : followed(value, transaction);
    for (const effect of transaction.effects) {
      if (effect.is(reasonsRestored)) value = { ...value, reasons: effect.value };
      if (effect.is(because)) value = { ...value, reasons: [...value.reasons, ...effect.value.map((one) => mapped(one, transaction.changes))] };
    }
    return value;
  },
});

function anew({ newDoc }: Transaction, origin: Origin | null): Since {
  return { origin, base: newDoc, changes: ChangeSet.empty(newDoc.length), reasons: [] };
}

/** Another text in place of the whole one, and the further parts of one that is pasted piece by piece. */
function isAnew({ origin, changes }: Since, transaction: Transaction): boolean {
  if (replacesAll(transaction)) return true;
  if (origin !== null || !changes.empty || !transaction.isUserEvent("input.paste")) return false;
  let grows = false;
  transaction.changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => (grows = grows || inserted.lines > 1));
  return grows;
}

function followed(value: Since, transaction: Transaction): Since {
  const byHand = transaction.isUserEvent("input") || transaction.isUserEvent("delete");
  const kept = byHand ? value.reasons.filter(({ start, end }) => !transaction.changes.touchesRange(start, end)) : value.reasons;
  return { ...value, changes: value.changes.compose(transaction.changes), reasons: kept.map((one) => mapped(one, transaction.changes)) };
}

function mapped(reason: Reason, changes: ChangeSet): Reason {
  return { ...reason, start: changes.mapPos(reason.start, -1), end: changes.mapPos(reason.end, 1) };
}

const undoable = invertedEffects.of((transaction) => {
  const [before, after] = [transaction.startState.field(field), transaction.state.field(field)];
  if (before.base !== after.base || before.origin !== after.origin) return [restored.of(before)];
  // A transaction that changes no reason, as one that underlines, is no step to be undone.
  const changed = before.reasons !== after.reasons && before.reasons.length + after.reasons.length > 0;
  return changed ? [reasonsRestored.of(before.reasons)] : [];
});

export const sinceOpened: Extension = [field, undoable];

export function originOf(state: EditorState): Origin | null {
  return state.field(field).origin;
}

export function openedText(state: EditorState): string {
  return state.field(field).base.toString();
}

const partOfNumber = /[0-9０-９.,，．]/;
/** As many characters as stand around what was only put in or taken out. */
const around = 8;

/** Returns what is not as it was, in the order of the text. Of a text without a file, what was only added is its writing and no change. */
export function changesOf(state: EditorState): MadeChange[] {
  const { origin, base, changes, reasons } = state.field(field);
  const made: MadeChange[] = [];
  changes.iterChanges((start, end, from, to, inserted) => {
    const text = inserted.toString();
    if (base.sliceString(start, end) === text) return;
    const reason = [...reasons].reverse().find((one) => one.start <= to && from <= one.end);
    if (origin === null && start === end && !reason) return;
    const line = state.doc.lineAt(from).number;
    made.push({ start, end, text, from, to, line, ...shown(base, state.doc, { start, end, from, to }), because: reason?.because ?? null });
  });
  return made;
}

/** What is shown of a change: the whole numbers, and some words around it where one side would be empty. */
function shown(base: Text, now: Text, { start, end, from, to }: { start: number; end: number; from: number; to: number }) {
  let [before, after] = [0, 0];
  const left = () => now.sliceString(from - before - 1, from - before);
  const right = () => now.sliceString(to + after, to + after + 1);
  const edge = (text: Text, at: number) => partOfNumber.test(text.sliceString(at, at + 1));
  const ofNumber = (a: boolean, b: boolean) => a || b;
  if (ofNumber(edge(base, start), edge(now, from))) while (from - before > 0 && partOfNumber.test(left())) before += 1;
  if (ofNumber(edge(base, end - 1), edge(now, to - 1))) while (to + after < now.length && partOfNumber.test(right())) after += 1;
  if (start - before === end + after || from - before === to + after) {
    while (before < around && from - before > 0 && !/[\n\t]/.test(left())) before += 1;
    while (before + after < around && to + after < now.length && !/[\n\t]/.test(right())) after += 1;
  }
  return { was: base.sliceString(start - before, end + after), now: now.sliceString(from - before, to + after) };
}

/** Returns the transaction that takes one change back. */
export function takenBack(state: EditorState, { start, end, from, to }: MadeChange) {
  return { changes: { from, to, insert: state.field(field).base.sliceString(start, end) } };
}
