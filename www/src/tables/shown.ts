// The tables of the report that is shown, and what their cells are called.
import { computed } from "@preact/signals";

import type { Report } from "../engine/contract";
import { checking, engine, previousReports, report } from "../shell/state/page";
import { type Grid, gridsOf, numbersOf } from "./grid";

export const grids = computed<Grid[]>(() => (report.value && engine.value ? gridsOf(report.value, engine.value.forms) : []));

/** The report of the year before this one, where it is the same body's: the engine says why if it is not. */
export const lastYear = computed<Report | null>(() => {
  const now = report.value;
  const before = previousReports.value.find(({ year }) => year !== null && now?.year === year + 1);
  const refused = now?.unchecked.some(({ rule }) => rule.startsWith("CY-")) ?? true;
  return before && !refused ? before : null;
});

/** What a cell is called in a sentence, by cell id. */
export const cellNames = computed(
  () => new Map(grids.value.flatMap((grid) => numbersOf(grid).map((place) => [place.id, place.name]))),
);

/** The row and the column of every cell of the tables shown. */
export const placesInForm = computed(
  () =>
    new Map(
      grids.value.flatMap(({ table }) => table.rows.flatMap((row) => row.columns.map((column) => [column.id, { row, column }] as const))),
    ),
);

/** Returns what cells are called beside each other: in one row by their columns, in one column by their rows. */
export function shortNames(cells: string[]): (cell: string) => string {
  const rows = new Set(cells.map((cell) => placesInForm.value.get(cell)?.row.id));
  return (cell) => {
    const place = placesInForm.value.get(cell);
    if (!place) return cell;
    const { row, column } = place;
    return rows.size === 1 ? column.label : (row.path[row.path.length - 1] ?? "").replace(/（区分.*$|政府信息公开申请数量$/, "");
  };
}

/** Returns the name of the cell at a position of the text, while the result is that of the text. */
export function cellAt(position: number): string | null {
  if (checking.value) return null;
  const found = Object.entries(report.value?.cells ?? {}).find(
    ([, { start, end }]) => start !== undefined && end !== undefined && start <= position && position <= end,
  );
  return found ? (cellNames.value.get(found[0]) ?? null) : null;
}

/** The cells that could not be read for certain, in the order of the form. */
export const uncertainCells = computed(() =>
  grids.value
    .flatMap((grid) => numbersOf(grid).map((place) => place.id))
    .filter((id) => report.value?.cells[id]?.status === "uncertain"),
);

