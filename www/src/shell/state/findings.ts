// The findings of the report that is shown, and which of them speak of which cell.
import { computed } from "@preact/signals";

import type { Finding, Severity } from "../../engine/contract";
import { report } from "./page";
import { severities } from "./severity";

/** A finding with its number in the report's list, which names it everywhere on the page. */
export interface Numbered {
  index: number;
  finding: Finding;
}

export function numbered(findings: Finding[]): Numbered[] {
  return findings.map((finding, index) => ({ index, finding }));
}

/** The findings that are still to be looked at. */
export const openFindings = computed(() => numbered(report.value?.findings ?? []));

/** The open findings of every cell, by cell id. */
export const findingsOfCells = computed(() => {
  const map = new Map<string, number[]>();
  for (const { finding, index } of openFindings.value) {
    for (const id of finding.cells) map.set(id, [...(map.get(id) ?? []), index]);
  }
  return map;
});

/** Returns the gravest severity among the open findings of a cell. */
export function worstOf(cell: string): Severity | undefined {
  const found = report.value?.findings ?? [];
  const indexes = findingsOfCells.value.get(cell) ?? [];
  return severities.find((severity) => indexes.some((index) => found[index]?.severity === severity));
}
