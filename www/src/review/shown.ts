// What of the desk is shown, and in which order: by column, by filter, by search; and the way from one row to the next.
import { computed, signal } from "@preact/signals";

import { words } from "../words";
import { type Column, columns, contains, type Filters, fits, isNumber, type Order, type Said, sorted } from "./columns";
import { rows } from "./desk";
import { needsWork, type Row, type Standing } from "./rows";
import { currentRow } from "./visit";

export const order = signal<Order>({ column: "standing", down: false });
export const filters = signal<Filters>({});
export const search = signal("");
export const year = signal<number | null>(null);

/** What is asked for at a glance: everything, what needs work, or one standing. */
export type Glance = "all" | "work" | Standing;
export const glance = signal<Glance>("all");

const inGlance = (row: Row, asked: Glance) => asked === "all" || (asked === "work" ? needsWork(row.standing) : row.standing === asked);

/** What stands in a column, in words. */
export const said: Said = (row, column) => {
  const { desk, source } = words.value;
  switch (column) {
    case "body":
      return row.body || row.file;
    case "standing":
      return desk.standings[row.standing];
    case "level":
      return source.levels.find(([value]) => value === row.level && value !== "")?.[1] ?? "";
    case "lastYear":
      return row.lastYear === null ? "" : String((row.year ?? 0) - 1);
    case "round":
      return row.round === null ? "" : desk.round(row.round.mended.length, row.round.still.length, row.round.fresh.length);
    case "form":
    case "signed":
    case "file":
      return row[column];
    case "change":
      return row.change === null ? "" : `${row.change > 0 ? "+" : row.change < 0 ? "−" : ""}${Math.abs(row.change)}`;
    default:
      return row[column] === null ? "" : String(row[column]);
  }
};

/** The second round has a column where there is one. */
export const shownColumns = computed<Column[]>(() => columns.filter((column) => column !== "round" || rows.value.some(({ round }) => round !== null)));

/** Those of the year, before anything else is filtered away: the counts are of these. */
const ofYear = computed(() => rows.value.filter((row) => year.value === null || row.year === year.value || (row.year === null && needsWork(row.standing))));

export const years = computed(() => [...new Set(rows.value.flatMap(({ year }) => (year === null ? [] : [year])))].sort((one, other) => other - one));

export const counts = computed(() => {
  const found = new Map<Glance, number>();
  const add = (name: Glance) => found.set(name, (found.get(name) ?? 0) + 1);
  for (const row of ofYear.value) {
    add("all");
    add(row.standing);
    if (needsWork(row.standing)) add("work");
  }
  return found;
});

const filtered = computed(() => {
  const asked = Object.entries(filters.value) as [Column, string][];
  return ofYear.value.filter((row) => inGlance(row, glance.value) && contains(row, search.value, said) && asked.every(([column, filter]) => fits(row, column, filter, said)));
});

export const shownRows = computed(() => sorted(filtered.value, order.value, said));

/** A second press on the same column turns the order round; numbers begin with the largest. */
export function sortBy(column: Column): void {
  const now = order.value;
  const first = isNumber(column);
  order.value = { column, down: now.column === column ? !now.down : first };
}

export function filterBy(column: Column, filter: string): void {
  filters.value = { ...filters.value, [column]: filter };
}

export function showAll(): void {
  filters.value = {};
  search.value = "";
  glance.value = "all";
  year.value = null;
}

/** The next row with errors after the one that the keyboard is on, round and round; -1 goes the other way. */
export function nextWithErrors(by: 1 | -1): Row | null {
  const all = shownRows.value;
  const at = all.findIndex(({ key }) => key === currentRow.value);
  for (let i = 1; i <= all.length; i += 1) {
    const row = all[(((at < 0 && by < 0 ? 0 : at) + by * i) % all.length + all.length) % all.length]!;
    if ((row.errors ?? 0) > 0) return row;
  }
  return null;
}
