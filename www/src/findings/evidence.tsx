// What a finding rests on: its sum with every number a way to its cell, the other places it speaks of, and passages that last year's report has too.
import { Fragment } from "preact";

import { editor } from "../editor/editor";
import { showText } from "../editor/show-text";
import type { Finding, Term, WrittenSum } from "../engine/contract";
import { checking, pane, report } from "../shell/state/page";
import { cellNames } from "../tables/shown";
import { words } from "../words";
import { rounded } from "../tables/cell-edit";

const longestWords = 24;

export function Evidence({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.sum ? <SumOf sum={finding.sum} /> : <TwoNumbers finding={finding} />}
      <Places finding={finding} />
      <AlikePassages finding={finding} />
    </>
  );
}

/** A total stands after what it is the total of. */
function SumOf({ sum: { left, right } }: { sum: WrittenSum }) {
  const { inspector } = words.value;
  const sides = left.length < right.length ? [right, left] : [left, right];
  return (
    <p class="sum" data-testid="sum">
      <span class="evidence-name">{inspector.sum}</span>
      {sides.map((terms, i) => (
        <Fragment key={i}>
          <SideOf terms={terms} />
          {"，"}
        </Fragment>
      ))}
      <strong>{inspector.difference(rounded(Math.abs(together(left) - together(right))))}</strong>
    </p>
  );
}

function SideOf({ terms }: { terms: Term[] }) {
  const counting = terms.filter(({ number }) => number !== 0);
  const shown = terms.length > 2 && counting.length > 0 ? counting : terms;
  return (
    <>
      {shown.map((term, i) => (
        <Fragment key={term.cell ?? i}>
          {i > 0 ? " ＋ " : ""}
          <TermOf term={term} />
        </Fragment>
      ))}
      {shown.length > 1 ? ` ＝ ${together(terms)}` : ""}
    </>
  );
}

/** 三（七）2, but 一 3: a space where name and number would run together. */
function TermOf({ term: { cell, name, number } }: { term: Term }) {
  const text = name.endsWith("）") ? `${name}${number}` : `${name} ${number}`;
  if (cell === null) return <span class="term">{text}</span>;
  return (
    <button type="button" class="term" title={cellNames.value.get(cell)} onClick={() => scrollToCell(cell)}>
      {text}
    </button>
  );
}

function together(terms: Term[]): number {
  return rounded(terms.reduce((sum, { number }) => sum + number, 0));
}

function TwoNumbers({ finding: { left, right } }: { finding: Finding }) {
  if (left === undefined || right === undefined) return null;
  const difference = rounded(Math.abs(left - right));
  return (
    <p class="sum" data-testid="sum">
      {words.value.inspector.twoNumbers(left, right, difference)}
    </p>
  );
}

/** The places that are no cells of the sum, where there are several. */
function Places({ finding }: { finding: Finding }) {
  const cells = report.value?.cells ?? {};
  const ofCells = finding.cells.map((id) => cells[id]?.start);
  const places = finding.spans.filter((span) => !ofCells.includes(span.start));
  if (finding.spans.length < 2 || places.length === 0) return null;
  const quoted = (start: number, end: number) => {
    // Numbers of persons are not written out a second time.
    if (checking.value || finding.rule.startsWith("PV-")) return "";
    const text = editor.value?.slice(start, Math.min(end, start + longestWords)).replace(/\s+/g, " ").trim() ?? "";
    return end - start > longestWords ? `${text}…` : text;
  };
  return (
    <p class="places" data-testid="places">
      <span class="evidence-name">{words.value.inspector.places}</span>
      {places.map(({ start, end, line }) => (
        <button key={start} type="button" class="term" onClick={() => showText(start)}>
          {words.value.inspector.place(line, quoted(start, end))}
        </button>
      ))}
    </p>
  );
}

function AlikePassages({ finding: { alike = [] } }: { finding: Finding }) {
  if (alike.length === 0 || checking.value) return null;
  const { inspector } = words.value;
  return (
    <div class="alike-scroll">
      <table class="alike" data-testid="alike">
        <thead>
          <tr>
            <th scope="col">{inspector.thisYear}</th>
            <th scope="col">{inspector.lastYear}</th>
          </tr>
        </thead>
        <tbody>
          {alike.map(({ start, end, last_year: lastYear }) => (
            <tr key={start}>
              <td>
                <button type="button" class="link" onClick={() => showText(start)}>
                  {editor.value?.slice(start, end)}
                </button>
              </td>
              <td>{lastYear}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function scrollToCell(id: string): void {
  pane.value = "tables";
  requestAnimationFrame(() => document.querySelector(`[data-cell="${id}"]`)?.scrollIntoView({ block: "center", inline: "nearest" }));
}
