// A selected cell: how it was read, where it stands in the text, its sums, and the ways to put another number into it.
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { lineAt, withBracket } from "../editor/line";
import { ShowText } from "../editor/show-text";
import { correct } from "../editor/text";
import type { Cell } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { findingsOfCells } from "../shell/state/findings";
import { checkedText, correctionKey, corrections, report, reportIndex } from "../shell/state/page";
import { select } from "../shell/state/selection";
import { hasPlace, numberIn } from "./cell-edit";
import { LiveSums } from "./live-sums";
import { cellNames, placesInForm, uncertainCells } from "./shown";
import { fillBlanks, startTyping, typing } from "./typing";
import { words } from "../words";

export function OfCell({ id }: { id: string }) {
  const found = report.value;
  if (!found) return null;
  const cell: Cell = found.cells[id] ?? { status: "missing" };
  const name = cellNames.value.get(id) ?? id;
  const indexes = findingsOfCells.value.get(id) ?? [];
  return (
    <>
      <div class="inspector-body">
        <p class="cell-name">
          <strong lang="zh-CN">{name}</strong>
          <span>
            {words.value.inspector.readAs[cell.status]}
            {cell.status === "value" ? ` ${cell.value}${cell.unit ?? ""}` : ""}
          </span>
        </p>
        <Excerpt cell={cell} />
        <NumberOf id={id} cell={cell} />
        <LiveSums id={id} />
        {indexes.length > 0 ? (
          <ul class="cell-findings">
            {indexes.map((index) => {
              const finding = found.findings[index];
              return finding ? (
                <li key={index}>
                  <button type="button" class="link" onClick={() => select({ kind: "finding", index })}>
                    <Icon name={finding.severity} size={14} />
                    {finding.message}
                  </button>
                </li>
              ) : null;
            })}
          </ul>
        ) : cell.status === "value" ? (
          <p class="fine">{words.value.tables.nothing}</p>
        ) : null}
      </div>
      {cell.start === undefined ? null : (
        <div class="inspector-buttons">
          <ShowText start={cell.start} />
        </div>
      )}
    </>
  );
}

/** The line of the text that holds the cell, the cell's own characters marked. */
function Excerpt({ cell }: { cell: Cell }) {
  if (cell.start === undefined || cell.end === undefined) return null;
  const { start } = withBracket(checkedText.value, { start: cell.start, end: cell.end });
  const line = lineAt(checkedText.value, start);
  const from = start - line.start;
  const to = Math.min(cell.end - line.start, line.text.length);
  const before = line.text.slice(Math.max(0, from - 30), from);
  return (
    <p class="excerpt" lang="zh-CN">
      <span class="excerpt-line">{words.value.findings.line(line.number)}</span>
      <span class="excerpt-text">
        {from > 30 ? "…" : ""}
        {before}
        <mark>{line.text.slice(from, to)}</mark>
        {line.text.slice(to, to + 30)}
      </span>
    </p>
  );
}

/** How the number comes into the cell: by typing where the text has a place for it, by a field of its own where the reading is in doubt. */
function NumberOf({ id, cell }: { id: string; cell: Cell }) {
  const { inspector } = words.value;
  const doubted = (findingsOfCells.value.get(id) ?? []).some((index) => report.value?.findings[index]?.rule.startsWith("RD-"));
  if (cell.corrected && correctionKey(reportIndex.value, id) in corrections.value) {
    return (
      <p class="correction">
        <Icon name="corrected" size={14} />
        <span>{words.value.tables.corrected}</span>
        <button type="button" class="link" data-testid="button-restore" onClick={() => correct(id, null)}>
          {inspector.restore}
        </button>
      </p>
    );
  }
  if (!hasPlace(cell)) return <BesideField id={id} cell={cell} />;
  return (
    <>
      <p class="correction">
        <button type="button" data-testid="button-change" onClick={() => startTyping(id, cell.status === "value" ? String(cell.value ?? "") : "")}>
          {inspector.change}
        </button>
        <span class="fine">{inspector.changeHow}</span>
        <Zeros id={id} cell={cell} />
      </p>
      {doubted ? <Misread id={id} cell={cell} /> : null}
    </>
  );
}

/** Blank cells are filled with 0 one by one, or all of the row at once. */
function Zeros({ id, cell }: { id: string; cell: Cell }) {
  const row = placesInForm.value.get(id)?.row.columns.map((column) => column.id) ?? [];
  const blanks = row.filter((other) => report.value?.cells[other]?.status === "blank");
  if (cell.status !== "blank") return null;
  const { inspector } = words.value;
  return (
    <>
      <button type="button" class="link" data-testid="button-zero" onClick={() => fillBlanks([id])}>
        {inspector.zero}
      </button>
      {blanks.length > 1 ? (
        <button type="button" class="link" data-testid="button-zero-row" onClick={() => fillBlanks(blanks)}>
          {inspector.zeroRow(blanks.length)}
        </button>
      ) : null}
    </>
  );
}

function Misread({ id, cell }: { id: string; cell: Cell }) {
  const [open, setOpen] = useState(false);
  if (open) return <BesideField id={id} cell={cell} />;
  return (
    <button type="button" class="link" data-testid="button-correct" onClick={() => setOpen(true)}>
      {words.value.inspector.correct}
    </button>
  );
}

/** A field for a number that is kept beside the text: the text has no place for it, or its place was read wrongly. */
function BesideField({ id, cell }: { id: string; cell: Cell }) {
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { inspector } = words.value;
  // Where the number is typed in the table, the keyboard stays there; asked at once, for the next key may already end the typing.
  useLayoutEffect(() => {
    if (!typing.value) input.current?.focus();
  }, []);

  const doubtful = cell.status === "uncertain";
  const others = uncertainCells.value.filter((other) => other !== id);
  const submit = (event: Event) => {
    event.preventDefault();
    const value = numberIn(input.current?.value ?? "");
    setWrong(value === null);
    if (value === null) return;
    const next = nextAfter(id, uncertainCells.value);
    correct(id, value);
    if (doubtful && next !== null) select({ kind: "cell", id: next });
  };
  return (
    <form class="correction" onSubmit={submit}>
      <label>
        {inspector.number}
        <input ref={input} inputMode="decimal" autoComplete="off" data-testid="correction" aria-invalid={wrong} />
      </label>
      <button type="submit" class="primary" data-testid="button-use">
        {doubtful && others.length > 0 ? inspector.useAndNext : inspector.use}
      </button>
      {wrong ? (
        <span class="wrong" role="alert">
          {inspector.notNumber}
        </span>
      ) : doubtful && others.length > 0 ? (
        <span class="fine">{inspector.uncertainLeft(others.length + 1)}</span>
      ) : (
        <span class="fine">{inspector.besideText}</span>
      )}
    </form>
  );
}

function nextAfter(id: string, cells: string[]): string | null {
  const rest = cells.filter((cell) => cell !== id);
  if (rest.length === 0) return null;
  const at = cells.indexOf(id);
  return cells[at + 1] ?? rest[0] ?? null;
}
