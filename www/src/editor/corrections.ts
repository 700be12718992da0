// The numbers the user put in for cells that could not be read for certain. They live in the editor's state, so that its undo takes them back in turn with the text.
import { invertedEffects, isolateHistory } from "@codemirror/commands";
import { EditorState, type Extension, StateEffect, StateField, type Transaction, type TransactionSpec } from "@codemirror/state";

import type { Corrections } from "../shell/state/page";

const changed = StateEffect.define<Corrections>();

const field = StateField.define<Corrections>({
  create: () => ({}),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(changed)) value = effect.value;
    return value;
  },
});

const undoable = invertedEffects.of((transaction) => {
  const before = transaction.startState.field(field);
  return before === transaction.state.field(field) ? [] : [changed.of(before)];
});

/** Numbers put in for one text mean nothing for the text that takes its place. */
const goneWithTheText = EditorState.transactionExtender.of((transaction) => {
  const any = Object.keys(transaction.startState.field(field)).length > 0;
  return any && replacesAll(transaction) ? { effects: changed.of({}) } : null;
});

/** Whether a transaction puts another text in place of the whole one; pasting into an empty box does. */
export function replacesAll(transaction: Transaction): boolean {
  if (!transaction.docChanged) return false;
  let all = false;
  transaction.changes.iterChangedRanges((from, to) => {
    all = all || (from === 0 && to === transaction.startState.doc.length);
  });
  return all;
}

export const userNumbers: Extension = [field, undoable, goneWithTheText];

export function correctionsOf(state: EditorState): Corrections {
  return state.field(field);
}

export function setCorrections(corrections: Corrections): TransactionSpec {
  return { effects: changed.of(corrections), annotations: isolateHistory.of("full") };
}
