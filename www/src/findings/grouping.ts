// Findings in the order a clerk works through them: by part of the report, or by severity; and what a filter hides.
import type { Finding, Report, Severity, Unchecked } from "../engine/contract";
import type { Numbered } from "../shell/state/findings";
import { severities } from "../shell/state/severity";
import type { Part } from "../words/zh";

const partOrder: Part[] = ["whole", "opening", 1, 2, 3, 4, 5, 6, "closing", "statistics"];

const partOfTable: Record<string, Part> = { disclosure: 2, requests: 3, disputes: 4, statistics: "statistics" };

export interface Group<Key> {
  key: Key;
  items: Numbered[];
}

/** What is said in prose is put right there; what stands in a table belongs to the table's part, wherever that was pasted. */
export function partOf(finding: Finding, report: Report): Part {
  const cell = finding.cells[0];
  const place = finding.spans[0];
  const isSaid = place && report.facts.some((fact) => fact.start < place.end && place.start < fact.end);
  if (cell !== undefined && !isSaid) return partOfTable[cell.split(".")[0] ?? ""] ?? "whole";
  if (!place) return "whole";
  const found = report.sections.filter((section) => section.start !== undefined && section.end !== undefined);
  const within = found.find((section) => section.start! <= place.start && place.start < section.end!);
  if (within) return within.number as Part;
  if (found.length === 0) return "whole";
  return found.every((section) => place.start < section.start!) ? "opening" : "closing";
}

/** The worst first; inside a severity in the order of the report. */
export function bySeverity(list: Numbered[], report: Report): Group<Severity>[] {
  return groupBy(
    severities,
    inOrderOf(partOrder, list, (item) => partOf(item.finding, report)),
    (item) => item.finding.severity,
  );
}

/** Parts in the order of the report; inside a part the worst first. */
export function byPart(list: Numbered[], report: Report): Group<Part>[] {
  return groupBy(
    partOrder,
    inOrderOf(severities, list, (item) => item.finding.severity),
    (item) => partOf(item.finding, report),
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
