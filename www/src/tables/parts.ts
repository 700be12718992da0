// Wholes and their parts, and the same counts in two years, read from the cells of the tables: what the pictures beside the tables draw.
import type { Report } from "../engine/contract";
import type { Grid } from "./grid";

export interface Part {
  label: string;
  value: number;
  /** Where the part begins in its whole. */
  start: number;
}

export interface Whole {
  label: string;
  /** What is to be divided, as its parts say. */
  value: number;
  parts: Part[];
}

const received = "requests.received.total";
const carriedIn = "requests.carried_in.total";
const closed = "requests.closed.total";

/** One part after the other; those of nothing are left out. */
function inARow(parts: [string, number][]): Part[] {
  let start = 0;
  return parts.flatMap(([label, value]) => {
    const part = { label, value, start };
    start += value;
    return value > 0 ? [part] : [];
  });
}

/** A cell as a count; nothing written counts as 0, and what was not told, or is no count, as null. */
function countOf(report: Report, id: string): number | null {
  const cell = report.cells[id];
  if (cell?.status === "blank" || cell?.status === "placeholder") return 0;
  return cell?.status === "value" && cell.value !== undefined && cell.value >= 0 ? cell.value : null;
}

/** The applications as counted: the new ones, those carried in, and the groups of the form that say what became of them. Null where a cell is not sure. */
function counted(report: Report, grids: Grid[]): { taken: [string, number][]; outcomes: [string, number][] } | null {
  const rows = grids.find((grid) => grid.table.id === "requests")?.table.rows ?? [];
  const taken: [string, number][] = [];
  const outcomes: [string, number][] = [];
  for (const row of rows) {
    const id = `${row.id}.total`;
    if (id === closed) continue;
    const count = countOf(report, id);
    if (count === null) return null;
    const came = id === received || id === carriedIn;
    const label = plain((came ? row.path[0] : row.path[1]) ?? row.path[0] ?? "");
    const groups = came ? taken : outcomes;
    const last = groups[groups.length - 1];
    if (last?.[0] === label) last[1] += count;
    else groups.push([label, count]);
  }
  return outcomes.length > 0 ? { taken, outcomes } : null;
}

const together = (parts: [string, number][]) => parts.reduce((sum, [, count]) => sum + count, 0);

/** The applications: what came in, and what became of it. Null where a cell is not sure, or nothing came in. */
export function applications(report: Report, grids: Grid[]): { cameIn: Whole; became: Whole } | null {
  const all = counted(report, grids);
  if (!all || together(all.taken) === 0) return null;
  const whole = (parts: [string, number][]): Whole => ({ label: "", value: together(parts), parts: inARow(parts) });
  return { cameIn: whole(all.taken), became: whole(all.outcomes) };
}

/** The disputes, each kind a whole with its results. Null where a cell is not sure. */
function kinds(report: Report, grids: Grid[]): Whole[] | null {
  const rows = grids.find((grid) => grid.table.id === "disputes")?.table.rows ?? [];
  const wholes: Whole[] = [];
  for (const row of rows) {
    const parts: [string, number][] = [];
    for (const column of row.columns.filter(({ id }) => !id.endsWith(".total"))) {
      const count = countOf(report, column.id);
      if (count === null) return null;
      parts.push([column.label, count]);
    }
    wholes.push({ label: row.path.join("，"), value: together(parts), parts: inARow(parts) });
  }
  return wholes;
}

/** The kinds of disputes that there were. Null where a cell is not sure, or there were none. */
export function disputes(report: Report, grids: Grid[]): Whole[] | null {
  const wholes = kinds(report, grids)?.filter(({ value }) => value > 0) ?? [];
  return wholes.length > 0 ? wholes : null;
}

/** The same count in two years. */
export interface Pair {
  label: string;
  before: number;
  now: number;
}

/** A report and the tables of its form. */
export interface Drawn {
  report: Report;
  grids: Grid[];
}

/** Applications and disputes of two years, without what there was in neither; what is not sure in one of them is left out. */
export function twoYears(before: Drawn, now: Drawn, cameIn: string): Pair[][] {
  const requests = ({ report, grids }: Drawn): [string, number][] | null => {
    const all = counted(report, grids);
    return all && [[cameIn, together(all.taken)], ...all.outcomes];
  };
  const cases = ({ report, grids }: Drawn) => kinds(report, grids)?.map(({ label, value }): [string, number] => [label, value]) ?? null;
  return [pairs(requests(before), requests(now)), pairs(cases(before), cases(now))].filter((list) => list.length > 0);
}

function pairs(before: [string, number][] | null, now: [string, number][] | null): Pair[] {
  if (!before || !now) return [];
  const earlier = new Map(before);
  return now.map(([label, count]) => ({ label, before: earlier.get(label) ?? 0, now: count })).filter((pair) => pair.before + pair.now > 0);
}

/** （一）予以公开 and the like without number and remark, 一、本年新收政府信息公开申请数量 without what all have in common. */
function plain(label: string): string {
  return label.replace(/^（.）|^.、/, "").replace(/（.*$|政府信息公开申请数量$/, "");
}
