// What the page knows: the last result, what is selected, what is filtered. The text lives in the editor alone and is stored nowhere.
import { batch, computed, signal } from "@preact/signals";

import { judgementOf } from "./aside";
import type { CheckResult, Finding, Report, Rule, Severity } from "./contract";
import type { Corrections } from "./corrections";
import type { Editor, Place } from "./editor";
import type { Engine } from "./engine";
import type { Failure } from "./engine/failure";
import { type Grid, gridsOf, numbersOf } from "./grid";
import { bySeverity, byPart, numbered, severities } from "./grouping";
import type { Drawn } from "./parts";
import { hiddenSeverities, order, ruleSettings } from "./preferences";
import type { Decisions } from "./summary";
import { type Place as FormPlace, writtenSum } from "./written-sum";

export type Status =
  | { kind: "starting" }
  | { kind: "empty" }
  | { kind: "checked" }
  | { kind: "too-long"; bytes: number }
  | { kind: "cancelled" }
  | { kind: "crashed" }
  | { kind: "no-memory" }
  | { kind: "failed"; why: Failure };

export type Selection = { kind: "finding"; index: number } | { kind: "cell"; id: string } | null;

export const engine = signal<Engine | null>(null);
export const editor = signal<Editor | null>(null);
export const status = signal<Status>({ kind: "starting" });
/** The text has changed since the result was made, so its places may be wrong. */
export const checking = signal(false);
/** How many seconds the check has lasted, once it is long enough to speak of it. */
export const longCheck = signal<number | null>(null);
export const result = signal<CheckResult | null>(null);
/** The text that the result is of, where its places point: the editor may be further. */
export const checkedText = signal("");
export const reportIndex = signal(0);
export const selection = signal<Selection>(null);
/** Counts the wishes to see the selection; a new result alone must not scroll anything. */
export const revealed = signal(0);
export const published = signal("");
export const level = signal("");
/** The text of last year's report. */
export const previous = signal("");
/** What was read of it, for showing it beside this year's. */
export const previousReports = signal<Report[]>([]);
export const textLength = signal(0);
/** Another number for every text that took the place of the one before: its result is shown from the top. */
export const textNumber = signal(0);
export const canUndo = signal(false);
/** What was just done with the text, in a sentence. */
export const notice = signal("");
export const corrections = signal<Corrections>({});
/** By what each finding of each report is known again: see aside.ts. */
export const findingKeys = signal<string[][]>([]);
/** The keys of the findings that the user has looked at and found right. */
export const setAside = signal<string[]>([]);
/** What lies over the page until it is shut: the help of a rule, or the settings. */
export const opened = signal<{ kind: "rule"; id: string } | { kind: "settings" } | null>(null);

export const report = computed<Report | null>(() => result.value?.reports[reportIndex.value] ?? null);

export function isAside(index: number): boolean {
  const key = findingKeys.value[reportIndex.value]?.[index];
  return key !== undefined && setAside.value.includes(key);
}

/** The findings still to be looked at. */
export const openFindings = computed(() => numbered(report.value?.findings ?? []).filter(({ index }) => !isAside(index)));

export const asideFindings = computed(() => numbered(report.value?.findings ?? []).filter(({ index }) => isAside(index)));

/** The report as it stands after what the user has set aside. */
export const judgement = computed(() => {
  const current = report.value;
  return current ? judgementOf(current, openFindings.value.map(({ finding }) => finding)) : null;
});

/** The findings in the order shown, without those the filter hides: what 'next' and 'previous' go through. */
export const shownFindings = computed(() => {
  const current = report.value;
  if (!current) return [];
  const shown = openFindings.value.filter((item) => !hiddenSeverities.value.includes(item.finding.severity));
  const groups = order.value === "part" ? byPart(shown, current) : bySeverity(shown, current);
  return groups.flatMap((group) => group.items);
});

export const selectedFinding = computed<Finding | null>(() => {
  const chosen = selection.value;
  return chosen?.kind === "finding" ? (report.value?.findings[chosen.index] ?? null) : null;
});

/** Cells lit together: those of the selected finding, or the selected cell. */
export const litCells = computed<string[]>(() => {
  const chosen = selection.value;
  if (!chosen) return [];
  return chosen.kind === "cell" ? [chosen.id] : (selectedFinding.value?.cells ?? []);
});

export const litPlaces = computed<Place[]>(() => {
  const chosen = selection.value;
  const cells = report.value?.cells ?? {};
  const placeOfCell = (id: string, role: Place["role"]): Place[] => {
    const cell = cells[id];
    return cell?.start === undefined || cell.end === undefined ? [] : [{ start: cell.start, end: cell.end, role }];
  };
  if (chosen?.kind === "cell") return placeOfCell(chosen.id, "primary");
  const finding = selectedFinding.value;
  if (!finding) return [];
  return finding.spans.length > 0 ? finding.spans : finding.cells.flatMap((id) => placeOfCell(id, "primary"));
});

/** The place that is brought into view. */
export const mainPlace = computed<Place | null>(() => {
  const places = litPlaces.value;
  return places.find((place) => place.role === "primary") ?? places[0] ?? null;
});

/** The cell that is brought into view: the one at the main place, else the first. */
export const mainCell = computed<string | null>(() => {
  const start = mainPlace.value?.start;
  const cells = report.value?.cells ?? {};
  const lit = litCells.value;
  return lit.find((id) => start !== undefined && cells[id]?.start === start) ?? lit[0] ?? null;
});

/** Findings still to be looked at of every cell, by cell id. */
export const findingsOfCells = computed(() => {
  const map = new Map<string, number[]>();
  for (const { finding, index } of openFindings.value) {
    for (const id of finding.cells) map.set(id, [...(map.get(id) ?? []), index]);
  }
  return map;
});

/** The gravest of the findings of a cell. */
export function worstOf(cell: string): Severity | undefined {
  const found = report.value?.findings ?? [];
  const indexes = findingsOfCells.value.get(cell) ?? [];
  return severities.find((severity) => indexes.some((index) => found[index]?.severity === severity));
}

/** The row and the column of every cell of the tables shown. */
const placesInForm = computed(
  () =>
    new Map<string, FormPlace>(
      grids.value.flatMap(({ table }) => table.rows.flatMap((row) => row.columns.map((column) => [column.id, { row, column }] as const))),
    ),
);

/** The sum behind the selected finding. */
export const selectedSum = computed(() => {
  const finding = selectedFinding.value;
  return finding && report.value ? writtenSum(finding, report.value, (cell) => placesInForm.value.get(cell)) : null;
});

export function ruleOf(id: string): Rule | undefined {
  return engine.value?.rules.find((rule) => rule.id === id);
}

export function showRule(id: string): void {
  opened.value = { kind: "rule", id };
}

export function showSettings(): void {
  opened.value = { kind: "settings" };
}

/** How many rules the user has switched off. */
export const rulesOff = computed(
  () => Object.entries(ruleSettings.value).filter(([id, setting]) => setting === "off" && ruleOf(id)?.on).length,
);

/** What the user decided of this report, for whatever is taken along of it. */
export const decisions = computed<Decisions>(() => ({ rulesOff: rulesOff.value, aside: asideFindings.value }));

export const grids = computed<Grid[]>(() => (report.value && engine.value ? gridsOf(report.value, engine.value.forms) : []));

/** The report of the year before this one, where it is the same body's: the engine says why if it is not. */
export const lastYear = computed<Drawn | null>(() => {
  const now = report.value;
  const forms = engine.value?.forms;
  const before = previousReports.value.find(({ year }) => year !== null && now?.year === year + 1);
  const refused = now?.unchecked.some(({ rule }) => rule.startsWith("CY-")) ?? true;
  return before && forms && !refused ? { report: before, grids: gridsOf(before, forms) } : null;
});

/** What a cell is called in a sentence, by cell id. */
export const cellNames = computed(
  () => new Map(grids.value.flatMap((grid) => numbersOf(grid).map((place) => [place.id, place.name]))),
);

/** Cells the reader could not tell, in the order of the form. */
export const uncertainCells = computed(() =>
  grids.value
    .flatMap((grid) => numbersOf(grid).map((place) => place.id))
    .filter((id) => report.value?.cells[id]?.status === "uncertain"),
);

export function select(next: Selection): void {
  batch(() => {
    selection.value = next;
    if (next) revealed.value += 1;
  });
}

/** Goes to the next (1) or previous (-1) finding in the order shown. */
export function step(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const chosen = selection.value;
  const at = chosen?.kind === "finding" ? shown.findIndex((item) => item.index === chosen.index) : -1;
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  select({ kind: "finding", index: shown[next]!.index });
}

export function showReport(index: number): void {
  batch(() => {
    reportIndex.value = index;
    selection.value = null;
  });
}

/** Marks a finding as looked at and right, or takes the mark back. */
export function toggleAside(index: number): void {
  const key = findingKeys.value[reportIndex.value]?.[index];
  if (key === undefined || checking.value) return;
  const aside = setAside.value;
  const next = neighbourOf(index);
  batch(() => {
    setAside.value = aside.includes(key) ? aside.filter((one) => one !== key) : [...aside, key];
    const chosen = selection.value;
    const gone = chosen?.kind === "finding" && isAside(chosen.index);
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
