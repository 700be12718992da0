// The sums of the form that a cell belongs to, with their numbers; they follow what is being typed.
import { Fragment } from "preact";

import type { FormSum, Report } from "../engine/contract";
import { engine, report } from "../shell/state/page";
import { words } from "../words";
import { numberIn, rounded } from "./cell-edit";
import { cellNames, shortNames } from "./shown";
import { typing } from "./typing";

interface Term {
  cell: string;
  name: string;
  /** Null where the report does not say a number. */
  value: number | null;
}

export function LiveSums({ id }: { id: string }) {
  const found = report.value;
  const form = found?.form && engine.value ? engine.value.forms[found.form] : null;
  const sums = form?.sums.filter(({ left, right }) => left.includes(id) || right.includes(id)) ?? [];
  if (!found || sums.length === 0) return null;
  return (
    <ul class="live-sums" data-testid="live-sums">
      {sums.map((sum) => (
        <LiveSum key={sum.left.join() + sum.right.join()} sum={sum} report={found} />
      ))}
    </ul>
  );
}

function LiveSum({ sum, report: found }: { sum: FormSum; report: Report }) {
  const names = shortNames([...sum.left, ...sum.right]);
  const terms = (cells: string[]): Term[] =>
    cells.map((cell) => ({ cell, name: names(cell), value: valueOf(found, cell) }));
  const [left, right] = [terms(sum.left), terms(sum.right)];
  const difference = together(left) - together(right);
  const outcome = Number.isNaN(difference) ? "open" : difference === 0 ? "holds" : "fails";
  const { tables } = words.value;
  return (
    <li class={`live-sum live-sum-${outcome}`} data-outcome={outcome}>
      <Side terms={left} />
      {outcome === "fails" ? " ≠ " : " ＝ "}
      <Side terms={right} />
      <strong>{outcome === "open" ? tables.sumOpen : outcome === "holds" ? tables.sumHolds : tables.sumFails(Math.abs(rounded(difference)))}</strong>
    </li>
  );
}

function Side({ terms }: { terms: Term[] }) {
  const counting = terms.filter(({ value }) => value !== 0);
  const shown = terms.length > 2 && counting.length > 0 ? counting : terms.slice(0, 2);
  return (
    <>
      {shown.map(({ cell, name, value }, i) => (
        <Fragment key={cell}>
          {i > 0 ? " ＋ " : ""}
          <span title={cellNames.value.get(cell)}>
            {name} {value ?? "？"}
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** Returns the number that a cell counts with: what is being typed, else what was read; nothing written counts as 0. */
function valueOf(found: Report, id: string): number | null {
  const typed = typing.value?.id === id ? numberIn(typing.value.text) : null;
  if (typed !== null) return typed;
  const cell = found.cells[id];
  if (cell?.status === "blank" || cell?.status === "placeholder") return 0;
  return cell?.status === "value" ? (cell.value ?? null) : null;
}

/** Not a number where one of the terms is unknown. */
function together(terms: Term[]): number {
  return rounded(terms.reduce((sum, { value }) => sum + (value ?? NaN), 0));
}
