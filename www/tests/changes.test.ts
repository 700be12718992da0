import { history, isolateHistory, undo } from "@codemirror/commands";
import { EditorState, type TransactionSpec } from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { because, changesOf, opened, openedText, originOf, sinceOpened, takenBack } from "../src/editor/changes";
import type { Origin } from "../src/shell/state/mended";

const file: Origin = { name: "年报.docx", kind: "docx", writable: true, text: "", bytes: () => Promise.reject(new Error()) };
const text = "一\t145\t2\n二\t3\t549\n";

const empty = () => EditorState.create({ doc: "", extensions: [history(), sinceOpened] });
const apply = (state: EditorState, spec: TransactionSpec) => state.update(spec).state;
const open = (doc = text) => apply(empty(), { changes: { from: 0, insert: doc }, effects: opened.of({ origin: file }), annotations: isolateHistory.of("full") });

function undone(state: EditorState): EditorState {
  let after = state;
  undo({ state, dispatch: (transaction) => (after = transaction.state) });
  return after;
}

const put = (state: EditorState, was: string, now: string, why?: string) => {
  const from = state.doc.toString().indexOf(was);
  const reason = why === undefined ? [] : because.of([{ start: from, end: from + was.length, because: { why, rule: "AR-01" } }]);
  return apply(state, { changes: { from, to: from + was.length, insert: now }, effects: reason, annotations: isolateHistory.of("full") });
};
const listed = (state: EditorState) => changesOf(state).map(({ line, was, now, because: reason }) => [line, was, now, reason?.why ?? null]);

describe("the list of changes", () => {
  it("has whole numbers, lines and reasons, in the order of the text", () => {
    const mended = put(put(open(), "49", "94", "数字颠倒"), "45", "54");
    expect(listed(mended)).toEqual([
      [1, "145", "154", null],
      [2, "549", "594", "数字颠倒"],
    ]);
    expect(changesOf(mended).map(({ start, end, text: words }) => [start, end, words])).toEqual([[3, 5, "54"], [13, 15, "94"]]);
  });

  it("shows a few words where something was only put in or taken out", () => {
    expect(listed(put(open(), "549", "549件"))).toEqual([[2, "549", "549件", null]]);
    expect(listed(put(open("甲乙丙\n"), "乙", ""))).toEqual([[1, "甲乙丙", "甲丙", null]]);
  });

  it("forgets what is as it was again", () => {
    expect(listed(put(put(open(), "145", "154", "数字颠倒"), "154", "145"))).toEqual([]);
  });

  it("has one taken back and the others kept", () => {
    const mended = put(put(open(), "145", "154"), "549", "594");
    const [first] = changesOf(mended);
    const back = apply(mended, takenBack(mended, first!));
    expect(back.doc.toString()).toBe(text.replace("549", "594"));
    expect(listed(back)).toEqual([[2, "549", "594", null]]);
  });

  it("follows undo, with the reasons", () => {
    const twice = put(put(open(), "145", "154", "数字颠倒"), "154", "1540", "位数");
    expect(listed(twice)[0]).toEqual([1, "145", "1540", "位数"]);
    expect(listed(undone(twice))).toEqual([[1, "145", "154", "数字颠倒"]]);
  });

  it("says by hand where a reason was typed over", () => {
    const mended = put(open(), "145", "154", "数字颠倒");
    const typed = apply(mended, { changes: { from: 3, to: 5, insert: "55" }, userEvent: "input.type" });
    expect(listed(typed)).toEqual([[1, "145", "155", null]]);
  });

  it("is that of the file before, once another one is undone", () => {
    const mended = put(open(), "145", "154", "数字颠倒");
    const other = apply(mended, { changes: { from: 0, to: mended.doc.length, insert: "另一份" }, effects: opened.of({ origin: { ...file, name: "b" } }), annotations: isolateHistory.of("full") });
    expect([originOf(other)?.name, listed(other), openedText(other)]).toEqual(["b", [], "另一份"]);
    const back = undone(other);
    expect([originOf(back)?.name, openedText(back)]).toEqual(["年报.docx", text]);
    expect(listed(back)).toEqual([[1, "145", "154", "数字颠倒"]]);
  });

  it("takes further pieces that are pasted for the text, and what is written into it for no change", () => {
    const first = apply(empty(), { changes: { from: 0, insert: "甲\n" }, userEvent: "input.paste" });
    const second = apply(first, { changes: { from: 2, insert: text }, userEvent: "input.paste" });
    const written = apply(second, { changes: { from: 1, insert: "乙" }, userEvent: "input.type" });
    expect(originOf(written)).toBeNull();
    expect(listed(written)).toEqual([]);
    expect(listed(put(written, "145", "154"))).toEqual([[2, "145", "154", null]]);
  });
});
