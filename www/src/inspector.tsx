// What is selected, kept in view while tables and list scroll: a finding with the way to its neighbours, or a cell with its place in the text
// and, where the reader could not tell, a field for the right number.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Cell, Finding } from "./contract";
import { correctionKey } from "./corrections";
import { Evidence, scrollToCell, showText } from "./evidence";
import { FixButton } from "./findings";
import { goOn, leave } from "./going";
import { lineAt } from "./line";
import { numberIn } from "./number-in";
import { Sign } from "./signs";
import {
  cellNames,
  checkedText,
  checking,
  corrections,
  findingsOfCells,
  mainCell,
  mainPlace,
  neighbourOf,
  report,
  reportIndex,
  select,
  selectedFinding,
  selection,
  showRule,
  shownFindings,
  toggleAside,
  uncertainCells,
} from "./state";
import { applyFixes, correct } from "./text";
import { words } from "./words";

export function Inspector() {
  const chosen = selection.value;
  if (!chosen) return null;
  return (
    <aside class="inspector" aria-label={words.value.inspector.title} data-testid="inspector">
      {chosen.kind === "finding" ? <OfFinding index={chosen.index} /> : <OfCell key={chosen.id} id={chosen.id} />}
      <button
        type="button"
        class="inspector-close"
        aria-label={words.value.inspector.close}
        data-testid="button-leave"
        onClick={({ detail }) => leave({ byMouse: detail > 0 })}
      >
        ×
      </button>
    </aside>
  );
}

function OfFinding({ index }: { index: number }) {
  const finding = selectedFinding.value;
  if (!finding) return null;
  const shown = shownFindings.value;
  const position = shown.findIndex((item) => item.index === index) + 1;
  const place = mainPlace.value;
  const cell = mainCell.value;
  const doubtful = uncertainCells.value.find((id) => finding.cells.includes(id));
  return (
    <>
      <p class="inspector-message" tabIndex={-1}>
        <Sign name={finding.severity} />
        <span class="off-screen">{words.value.labelled(words.value.findings.severity[finding.severity], "")}</span>
        <span lang="zh-CN">{finding.message}</span>
      </p>
      <Evidence key={index} finding={finding} />
      <p class="inspector-remedy">
        <span lang="zh-CN">{finding.suggestion}</span>
        <FixButton finding={finding} apply={() => fixAndGoOn(index, finding)} />
      </p>
      <div class="inspector-buttons">
        <span class="position">{words.value.findings.position(position, shown.length)}</span>
        <button type="button" data-testid="button-previous" onClick={() => goOn(-1)}>
          {words.value.inspector.previous}
        </button>
        <button type="button" data-testid="button-next" onClick={() => goOn(1)}>
          {words.value.inspector.next}
        </button>
        <button type="button" class="link" onClick={() => scrollTo(`finding-${index}`)}>
          {words.value.inspector.showList}
        </button>
        {doubtful === undefined ? null : (
          <button
            type="button"
            class="primary"
            data-testid="button-fill-in"
            onClick={() => select({ kind: "cell", id: doubtful })}
          >
            {words.value.inspector.fillIn}
          </button>
        )}
        {cell === null ? null : (
          <button type="button" class="link" onClick={() => scrollToCell(cell)}>
            {words.value.inspector.showTable}
          </button>
        )}
        <button
          type="button"
          class="link"
          data-testid="inspector-help"
          aria-haspopup="dialog"
          onClick={() => showRule(finding.rule)}
        >
          {words.value.findings.why}
        </button>
        <button type="button" class="link" data-testid="inspector-aside" aria-disabled={checking.value} onClick={() => toggleAside(index)}>
          {words.value.findings.setAside}
        </button>
        {place ? <ShowText start={place.start} /> : null}
      </div>
    </>
  );
}

/** The finding goes with the next check: the one after it is looked at meanwhile. */
function fixAndGoOn(index: number, { fixes }: Finding): void {
  if (checking.value) return;
  const next = neighbourOf(index);
  applyFixes(fixes, words.value.source.fixed(1));
  if (next !== null) select({ kind: "finding", index: next });
}

function OfCell({ id }: { id: string }) {
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
                    <Sign name={finding.severity} size={14} />
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
        <Sign name="corrected" size={14} />
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

function ShowText({ start }: { start: number }) {
  return (
    <button type="button" class="link show-text" data-testid="button-show-text" onClick={() => showText(start)}>
      {words.value.inspector.showText}
    </button>
  );
}

function scrollTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: "nearest" });
}