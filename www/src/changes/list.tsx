// The list of changes: where, from what to what, why; each can be taken back by itself.
import type { ComponentChildren } from "preact";

import { editor } from "../editor/editor";
import { checking, notice } from "../shell/state/page";
import { words } from "../words";
import { type DescribedChange, describedChanges } from "./described";

/** What can be done with the list as a whole is its children. */
export function ChangeList({ children }: { children: ComponentChildren }) {
  return (
    <div class="changes" data-testid="changes">
      <ol>
        {describedChanges.value.map((one) => (
          <Change key={`${one.change.start} ${one.change.text}`} one={one} />
        ))}
      </ol>
      {children}
    </div>
  );
}

function Change({ one: { change, place, what, why, rule } }: { one: DescribedChange }) {
  const { brackets, changes: said } = words.value;
  const takeBack = () => {
    if (checking.value) return;
    editor.value?.takeBack(change);
    notice.value = said.undone(place);
  };
  const show = () => {
    editor.value?.putCursor(change.from);
    editor.value?.reveal(change.from);
  };
  return (
    <li data-testid="change">
      <button type="button" class="link" onClick={show}>
        {place}
      </button>{" "}
      <strong lang="zh-CN">{what}</strong>{" "}
      <span class="change-why" lang="zh-CN">
        {why}
        {rule === "" ? "" : brackets(rule)}
      </span>{" "}
      <button type="button" class="link" data-testid="button-undo-change" aria-label={said.undoWhat(place)} aria-disabled={checking.value} onClick={takeBack}>
        {said.undo}
      </button>
    </li>
  );
}
