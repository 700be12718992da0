// What is selected, and which cells and places are highlighted for it.
import { batch, computed, signal } from "@preact/signals";

import type { Finding, Span } from "../../engine/contract";
import { report, reportIndex } from "./page";

export type Selection = { kind: "finding"; index: number } | { kind: "cell"; id: string } | null;

/** A range of the text that is marked while its finding or cell is selected. */
export interface Place {
  start: number;
  end: number;
  role: Span["role"];
}

export const selection = signal<Selection>(null);
/** Counts the requests to bring the selection into view; a new result alone must not scroll anything. */
export const revealRequests = signal(0);

export const selectedFinding = computed<Finding | null>(() => {
  const chosen = selection.value;
  return chosen?.kind === "finding" ? (report.value?.findings[chosen.index] ?? null) : null;
});

/** Cells highlighted together: those of the selected finding, or the selected cell. */
export const highlightedCells = computed<string[]>(() => {
  const chosen = selection.value;
  if (!chosen) return [];
  return chosen.kind === "cell" ? [chosen.id] : (selectedFinding.value?.cells ?? []);
});

export const highlightedPlaces = computed<Place[]>(() => {
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
  const places = highlightedPlaces.value;
  return places.find((place) => place.role === "primary") ?? places[0] ?? null;
});

/** The cell that is brought into view: the one at the main place, else the first. */
export const mainCell = computed<string | null>(() => {
  const start = mainPlace.value?.start;
  const cells = report.value?.cells ?? {};
  const highlighted = highlightedCells.value;
  return highlighted.find((id) => start !== undefined && cells[id]?.start === start) ?? highlighted[0] ?? null;
});

export function select(next: Selection): void {
  batch(() => {
    selection.value = next;
    if (next) revealRequests.value += 1;
  });
}

export function showReport(index: number): void {
  batch(() => {
    reportIndex.value = index;
    selection.value = null;
  });
}
