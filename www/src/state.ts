// What the page knows: the last result, what is selected, what is filtered. The text lives in the editor alone and is stored nowhere.
import { batch, computed, signal } from "@preact/signals";

import type { CheckResult, Finding, Report, Severity } from "./contract";
import type { Corrections } from "./corrections";
import type { Editor, Place } from "./editor";
import type { Engine } from "./engine";
import type { Failure } from "./engine/failure";
import { type Grid, gridsOf, numbersOf } from "./grid";
import { bySeverity, byPart, numbered } from "./grouping";

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

export type Order = "part" | "severity";

export const engine = signal<Engine | null>(null);
export const editor = signal<Editor | null>(null);
export const status = signal<Status>({ kind: "starting" });
/** The text has changed since the result was made, so its places may be wrong. */
export const checking = signal(false);
/** How many seconds the check has lasted, once it is long enough to speak of it. */
export const longCheck = signal<number | null>(null);
export const result = signal<CheckResult | null>(null);
export const reportIndex = signal(0);
export const selection = signal<Selection>(null);
/** Counts the wishes to see the selection; a new result alone must not scroll anything. */
export const revealed = signal(0);
export const hiddenSeverities = signal<Severity[]>([]);
export const order = signal<Order>("severity");
export const published = signal("");
export const level = signal("");
export const textLength = signal(0);
/** Another number for every text that took the place of the one before: its result is shown from the top. */
export const textNumber = signal(0);
export const canUndo = signal(false);
/** What was just done with the text, in a sentence. */
export const notice = signal("");
export const corrections = signal<Corrections>({});

export const report = computed<Report | null>(() => result.value?.reports[reportIndex.value] ?? null);

/** The findings in the order shown, without those the filter hides: what 'next' and 'previous' go through. */
export const shownFindings = computed(() => {
  const current = report.value;
  if (!current) return [];
  const shown = numbered(current.findings).filter((item) => !hiddenSeverities.value.includes(item.finding.severity));
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

/** Findings of every cell, by cell id. */
export const findingsOfCells = computed(() => {
  const map = new Map<string, number[]>();
  (report.value?.findings ?? []).forEach((finding, index) => {
    for (const id of finding.cells) map.set(id, [...(map.get(id) ?? []), index]);
  });
  return map;
});

export const grids = computed<Grid[]>(() => (report.value && engine.value ? gridsOf(report.value, engine.value.forms) : []));

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

export function toggleSeverity(severity: Severity): void {
  const hidden = hiddenSeverities.value;
  hiddenSeverities.value = hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity];
}
