// A selected cell: how it was read, where it stands in the text, and, where it could not be read for certain, a field for the right number.
import { useEffect, useRef, useState } from "preact/hooks";

import { lineAt } from "../editor/line";
import { correct } from "../editor/text";
import type { Cell } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { findingsOfCells } from "../shell/state/findings";
import { checkedText, correctionKey, corrections, report, reportIndex } from "../shell/state/page";
import { select } from "../shell/state/selection";
import { numberIn } from "../tables/number-in";
import { cellNames, uncertainCells } from "../tables/shown";
import { words } from "../words";
import { ShowText } from "./evidence";

export function OfCell({ id }: { id: string }) {
  const found = report.value;
  if (!found) return null;
  const cell: Cell = found.cells[id] ?? { status: "missing" };
  const name = cellNames.value.get(id) ?? id;
  const indexes = findingsOfCells.value.get(id) ?? [];
  return (
    <>
      <div class="inspector-cell">
        <p class="cell-name">
          <strong lang="zh-CN">{name}</strong>
          <span>
            {words.value.inspector.readAs[cell.status]}
            {cell.status === "value" ? ` ${cell.value}${cell.unit ?? ""}` : ""}
          </span>
        </p>
        <Excerpt cell={cell} />
        <Correction id={id} cell={cell} />
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
  const line = lineAt(checkedText.value, cell.start);
  const from = cell.start - line.start;
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

/** Open at once where the reader could not tell; elsewhere behind a button. */
function Correction({ id, cell }: { id: string; cell: Cell }) {
  const doubtful = cell.status === "uncertain";
  const [open, setOpen] = useState(doubtful);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { inspector } = words.value;
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);

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
  if (!open) {
    return (
      <button type="button" class="link" data-testid="button-correct" onClick={() => setOpen(true)}>
        {inspector.correct}
      </button>
    );
  }
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
      ) : null}
    </form>
  );
}

function nextAfter(id: string, cells: string[]): string | null {
  const rest = cells.filter((cell) => cell !== id);
  if (rest.length === 0) return null;
  const at = cells.indexOf(id);
  return cells[at + 1] ?? rest[0] ?? null;
}
