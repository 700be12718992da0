// What was changed in the text, as it is listed: where, from what to what, why and by which rule.
import { computed } from "@preact/signals";

import { madeChanges, type MadeChange } from "../shell/state/mended";
import { checking, report } from "../shell/state/page";
import { cellNames } from "../tables/shown";
import { words } from "../words";

export interface DescribedChange {
  change: MadeChange;
  /** The line, and the cell where it is one. */
  place: string;
  /** From what to what. */
  what: string;
  why: string;
  rule: string;
}

export const describedChanges = computed<DescribedChange[]>(() => {
  const { changes: said } = words.value;
  return madeChanges.value.map((change) => ({
    change,
    place: said.place(change.line, cellOf(change) ?? ""),
    what: said.fromTo(shortened(change.was), shortened(change.now)),
    why: change.because?.why ?? said.byHand,
    rule: change.because?.rule ?? "",
  }));
});

/** The name of the cell that a change is in, while the result is that of the text. */
function cellOf({ from, to }: MadeChange): string | null {
  if (checking.value) return null;
  const cells = Object.entries(report.value?.cells ?? {});
  const found = cells.find(([, { start, end }]) => start !== undefined && end !== undefined && start <= from && to <= end);
  return found ? (cellNames.value.get(found[0]) ?? null) : null;
}

const longest = 60;

function shortened(text: string): string {
  const line = text.replace(/[\n\t]+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** The list in lines of text. */
export function changeLines(list: DescribedChange[]): string[] {
  const { brackets, changes: said } = words.value;
  return list.map(({ place, what, why, rule }, i) => `${i + 1}. ${said.line(place, what)}${brackets([why, rule].filter(Boolean).join(" "))}`);
}
