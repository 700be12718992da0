// Wholes and their parts, read from the cells of the tables: what the pictures beside the tables draw.
import type { Report } from "./contract";
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

/** The applications: what came in, and what became of it by the groups of the form. Null where a cell is not sure. */
export function applications(report: Report, grids: Grid[]): { cameIn: Whole; became: Whole } | null {
  const rows = grids.find((grid) => grid.table.id === "requests")?.table.rows ?? [];
  const taken = [received, carriedIn].map((id) => countOf(report, id));
  const outcomes = rows
    .map((row) => ({ label: row.path[1] ?? row.path[0] ?? "", id: `${row.id}.total` }))
    .filter(({ id }) => ![received, carriedIn, closed].includes(id))
    .map(({ label, id }) => ({ label: plain(label), count: countOf(report, id) }));
  const counts = [...taken, ...outcomes.map(({ count }) => count)];
  if (outcomes.length === 0 || counts.some((count) => count === null)) return null;

  const groups: [string, number][] = [];
  for (const { label, count } of outcomes) {
    const last = groups[groups.length - 1];
    if (last?.[0] === label) last[1] += count ?? 0;
    else groups.push([label, count ?? 0]);
  }
  const [fresh = 0, old = 0] = taken.map((count) => count ?? 0);
  const labels = rows.filter((row) => [received, carriedIn].includes(`${row.id}.total`)).map((row) => plain(row.path[0] ?? ""));
  const cameIn = inARow([[labels[0] ?? "", fresh], [labels[1] ?? "", old]]);
  if (fresh + old === 0) return null;
  return {
    cameIn: { label: "", value: fresh + old, parts: cameIn },
    became: { label: "", value: groups.reduce((sum, [, count]) => sum + count, 0), parts: inARow(groups) },
  };
}

/** The disputes, each kind a whole with its results; kinds without any are left out. Null where a cell is not sure. */
export function disputes(report: Report, grids: Grid[]): Whole[] | null {
  const rows = grids.find((grid) => grid.table.id === "disputes")?.table.rows ?? [];
  const wholes: Whole[] = [];
  for (const row of rows) {
    const results = row.columns.filter((column) => !column.id.endsWith(".total"));
    const counts = results.map((column) => countOf(report, column.id));
    if (counts.some((count) => count === null)) return null;
    const parts = inARow(results.map((column, i) => [column.label, counts[i] ?? 0]));
    const value = parts.reduce((sum, part) => sum + part.value, 0);
    if (value > 0) wholes.push({ label: row.path.join("，"), value, parts });
  }
  return wholes.length > 0 ? wholes : null;
}

/** （一）予以公开 and the like without number and remark, 一、本年新收政府信息公开申请数量 without what all have in common. */
function plain(label: string): string {
  return label.replace(/^（.）|^.、/, "").replace(/（.*$|政府信息公开申请数量$/, "");
}
