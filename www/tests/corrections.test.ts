import { history, undo } from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { expect, it } from "vitest";

import { correctionsOf, setCorrections, userNumbers } from "../src/editor/corrections";

const start = () => EditorState.create({ doc: "一份年报", extensions: [history(), userNumbers] });
const apply = (state: EditorState, spec: TransactionSpec) => state.update(spec).state;

function undone(state: EditorState): EditorState {
  let after = state;
  undo({ state, dispatch: (transaction) => (after = transaction.state) });
  return after;
}

it("keeps the user's numbers while the text is edited", () => {
  const corrected = apply(start(), setCorrections({ "requests.granted.total": 3 }));
  const edited = apply(corrected, { changes: { from: 0, to: 1, insert: "两" } });
  expect(correctionsOf(edited)).toEqual({ "requests.granted.total": 3 });
});

it("takes a number back by undo, and leaves the text alone", () => {
  const first = apply(start(), setCorrections({ "requests.granted.total": 3 }));
  const second = apply(first, setCorrections({ "requests.granted.total": 3, "requests.closed.total": 4 }));
  expect(correctionsOf(undone(second))).toEqual({ "requests.granted.total": 3 });
  expect(undone(second).doc.toString()).toBe("一份年报");
});

it("drops them with the text they were for, and brings both back by undo", () => {
  const corrected = apply(start(), setCorrections({ "requests.granted.total": 3 }));
  const replaced = apply(corrected, { changes: { from: 0, to: 4, insert: "另一份年报" } });
  expect(correctionsOf(replaced)).toEqual({});
  const back = undone(replaced);
  expect(back.doc.toString()).toBe("一份年报");
  expect(correctionsOf(back)).toEqual({ "requests.granted.total": 3 });
});
