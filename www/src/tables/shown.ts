// The tables of the report that is shown, and what their cells are called.
import { computed } from "@preact/signals";

import { engine, previousReports, report } from "../shell/state/page";
import { type Grid, gridsOf, numbersOf } from "./grid";
import type { Drawn } from "./parts";

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

/** The cells that could not be read for certain, in the order of the form. */
export const uncertainCells = computed(() =>
  grids.value
    .flatMap((grid) => numbersOf(grid).map((place) => place.id))
    .filter((id) => report.value?.cells[id]?.status === "uncertain"),
);

