// Findings in the order a clerk works through them: by part of the report, or by severity; and what a filter hides.
import type { Finding, Severity, Unchecked } from "../engine/contract";
import type { Numbered } from "../shell/state/findings";
import { severities } from "../shell/state/severity";
import type { Part } from "../words/zh";

const partOrder: Part[] = ["whole", "opening", 1, 2, 3, 4, 5, 6, "closing", "statistics"];

export interface Group<Key> {
  key: Key;
  items: Numbered[];
}

/** Returns the part of the report where a finding is put right: its section, where it has one. */
export function partOf({ part, section }: Finding): Part {
  return part === "section" ? (section as Part) : part;
}

/** The worst first; inside a severity in the order of the report. */
export function bySeverity(list: Numbered[]): Group<Severity>[] {
  return groupBy(
    severities,
    inOrderOf(partOrder, list, (item) => partOf(item.finding)),
    (item) => item.finding.severity,
  );
}

/** Parts in the order of the report; inside a part the worst first. */
export function byPart(list: Numbered[]): Group<Part>[] {
  return groupBy(
    partOrder,
    inOrderOf(severities, list, (item) => item.finding.severity),
    (item) => partOf(item.finding),
  );
}

function groupBy<Key>(keys: Key[], list: Numbered[], keyOf: (item: Numbered) => Key): Group<Key>[] {
  return keys
    .map((key) => ({ key, items: list.filter((item) => keyOf(item) === key) }))
    .filter((group) => group.items.length > 0);
}

function inOrderOf<Key>(keys: Key[], list: Numbered[], keyOf: (item: Numbered) => Key): Numbered[] {
  return groupBy(keys, list, keyOf).flatMap((group) => group.items);
}

/** Equal reasons of one rule together, each with the first cell of every case. */
export function byReason(list: Unchecked[]): { rule: string; reason: string; cells: string[] }[] {
  const cases = new Map<string, { rule: string; reason: string; cells: string[] }>();
  for (const { rule, reason, cells } of list) {
    const key = `${rule} ${reason}`;
    const same = cases.get(key) ?? { rule, reason, cells: [] };
    cases.set(key, { ...same, cells: [...same.cells, ...cells.slice(0, 1)] });
  }
  return [...cases.values()];
}
