// The findings of the report that is shown: which are open, which were dismissed, and which speak of which cell.
import { computed, signal } from "@preact/signals";

import type { Finding, Severity } from "../../engine/contract";
import { judgementOf } from "./dismissed";
import { report, reportIndex, rulesOff } from "./page";
import { severities } from "./severity";

/** A finding with its number in the report's list, which names it everywhere on the page. */
export interface Numbered {
  index: number;
  finding: Finding;
}

export function numbered(findings: Finding[]): Numbered[] {
  return findings.map((finding, index) => ({ index, finding }));
}

/** By what each finding of each report is known again: see dismissed.ts. */
export const findingKeys = signal<string[][]>([]);
/** The keys of the findings that the user has looked at and found right. */
export const dismissedKeys = signal<string[]>([]);

export function isDismissed(index: number): boolean {
  const key = findingKeys.value[reportIndex.value]?.[index];
  return key !== undefined && dismissedKeys.value.includes(key);
}

/** The findings that are still to be looked at. */
export const openFindings = computed(() => numbered(report.value?.findings ?? []).filter(({ index }) => !isDismissed(index)));

export const dismissedFindings = computed(() => numbered(report.value?.findings ?? []).filter(({ index }) => isDismissed(index)));

/** The verdict on the report without the findings that the user has dismissed. */
export const judgement = computed(() => {
  const current = report.value;
  return current ? judgementOf(current, openFindings.value.map(({ finding }) => finding)) : null;
});

/** What the user decided, which a result must say. */
export interface Decisions {
  /** How many rules are switched off. */
  rulesOff: number;
  /** The findings that the user has looked at and found right. */
  dismissed: Numbered[];
}

export const undecided: Decisions = { rulesOff: 0, dismissed: [] };

/** What the user decided of this report, for whatever is taken out of the page. */
export const decisions = computed<Decisions>(() => ({ rulesOff: rulesOff.value, dismissed: dismissedFindings.value }));

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
