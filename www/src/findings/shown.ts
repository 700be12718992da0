// The findings as they are shown: in their order, without those that the filter hides; the way from one to the next, and dismissing.
import { batch, computed } from "@preact/signals";

import type { Severity } from "../engine/contract";
import { checking, report, reportIndex } from "../shell/state/page";
import { dismissedKeys, findingKeys, isDismissed, openFindings } from "../shell/state/findings";
import { hiddenSeverities, order } from "../shell/state/preferences";
import { select, selectedFinding, selection } from "../shell/state/selection";
import { grids } from "../tables/shown";
import { byPart, bySeverity } from "./grouping";
import { type Place, writtenSum } from "../tables/written-sum";

/** The findings in the order shown, without those the filter hides: what 'next' and 'previous' go through. */
export const shownFindings = computed(() => {
  const current = report.value;
  if (!current) return [];
  const shown = openFindings.value.filter((item) => !hiddenSeverities.value.includes(item.finding.severity));
  const groups = order.value === "part" ? byPart(shown, current) : bySeverity(shown, current);
  return groups.flatMap((group) => group.items);
});

/** The row and the column of every cell of the tables shown. */
const placesInForm = computed(
  () =>
    new Map<string, Place>(
      grids.value.flatMap(({ table }) => table.rows.flatMap((row) => row.columns.map((column) => [column.id, { row, column }] as const))),
    ),
);

/** The sum behind the selected finding. */
export const selectedSum = computed(() => {
  const finding = selectedFinding.value;
  return finding && report.value ? writtenSum(finding, report.value, (cell) => placesInForm.value.get(cell)) : null;
});

/** Goes to the next (1) or previous (-1) finding in the order shown. */
export function step(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const chosen = selection.value;
  const at = chosen?.kind === "finding" ? shown.findIndex((item) => item.index === chosen.index) : -1;
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  select({ kind: "finding", index: shown[next]!.index });
}

/** Marks a finding as looked at and right, or takes the mark back. */
export function toggleDismissed(index: number): void {
  const key = findingKeys.value[reportIndex.value]?.[index];
  if (key === undefined || checking.value) return;
  const dismissed = dismissedKeys.value;
  const next = neighbourOf(index);
  batch(() => {
    dismissedKeys.value = dismissed.includes(key) ? dismissed.filter((one) => one !== key) : [...dismissed, key];
    const chosen = selection.value;
    const gone = chosen?.kind === "finding" && isDismissed(chosen.index);
    if (gone) select(next === null ? null : { kind: "finding", index: next });
  });
}

/** The finding after this one in the order shown, or the one before where it is the last; not one that goes and comes with it. */
export function neighbourOf(index: number): number | null {
  const keys = findingKeys.value[reportIndex.value] ?? [];
  const shown = shownFindings.value;
  const at = shown.findIndex((item) => item.index === index);
  const others = [...shown.slice(at + 1), ...shown.slice(0, Math.max(0, at)).reverse()];
  return others.find((item) => keys[item.index] !== keys[index])?.index ?? null;
}

export function toggleSeverity(severity: Severity): void {
  const hidden = hiddenSeverities.value;
  hiddenSeverities.value = hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity];
}
