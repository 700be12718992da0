// What a finding rests on: its sum with every number a way to its cell, the other places it speaks of, and passages that last year's report has too.
import { Fragment } from "preact";

import { editor } from "../editor/editor";
import type { Finding } from "../engine/contract";
import { checking, report } from "../shell/state/page";
import { cellNames } from "../tables/shown";
import { words } from "../words";
import { selectedSum } from "./shown";
import { said, type Side, type WrittenSum } from "../tables/written-sum";

const longestWords = 24;

export function Evidence({ finding }: { finding: Finding }) {
  const sum = selectedSum.value;
  return (
    <>
      {sum ? <SumOf sum={sum} /> : <TwoNumbers finding={finding} />}
      <Places finding={finding} />
      <AlikePassages finding={finding} />
    </>
  );
}

function SumOf({ sum: { sides, difference } }: { sum: WrittenSum }) {
  const { inspector } = words.value;
  return (
    <p class="sum" data-testid="sum">
      <span class="evidence-name">{inspector.sum}</span>
      <SideOf side={sides[0]} />
      {"，"}
      <SideOf side={sides[1]} />
      {"，"}
      <strong>{inspector.difference(difference)}</strong>
    </p>
  );
}

function SideOf({ side: { terms, total } }: { side: Side }) {
  return (
    <>
      {terms.map((term, i) => (
        <Fragment key={term.cell}>
          {i > 0 ? " ＋ " : ""}
          <button type="button" class="term" title={cellNames.value.get(term.cell)} onClick={() => scrollToCell(term.cell)}>
            {said(term)}
          </button>
        </Fragment>
      ))}
      {terms.length > 1 ? ` ＝ ${total}` : ""}
    </>
  );
}

function TwoNumbers({ finding: { left, right } }: { finding: Finding }) {
  if (left === undefined || right === undefined) return null;
  const difference = Math.round(Math.abs(left - right) * 1e6) / 1e6;
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

export function ShowText({ start }: { start: number }) {
  return (
    <button type="button" class="link show-text" data-testid="button-show-text" onClick={() => showText(start)}>
      {words.value.inspector.showText}
    </button>
  );
}

export function showText(start: number): void {
  document.getElementById("text")?.scrollIntoView({ block: "nearest" });
  editor.value?.reveal(start);
}

export function scrollToCell(id: string): void {
  document.querySelector(`[data-cell="${id}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
}
