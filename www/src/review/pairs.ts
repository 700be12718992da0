// Which report of the year before belongs to which: by the name of the body and the year, whatever the files are called; and as the user says.
import type { Row } from "./rows";

/** What the user said of a row's year before: another row, or none. */
export type ByHand = Map<string, string | null>;

type Candidate = Pick<Row, "key" | "body" | "year" | "standing">;

/** Without white space, and without what the same body leaves out or puts in. */
export function stemOf(body: string): string {
  const name = body.normalize("NFKC").replace(/\s/g, "");
  return ["人民政府", "政府", "办事处", "办"].reduce((found, end) => (found === name && name.endsWith(end) ? name.slice(0, -end.length) : found), name);
}

/** Returns for each row the row of its year before. Where several could be it, the nearest name; where two are as near, none. */
export function pairs(rows: Candidate[], byHand: ByHand): Map<string, string> {
  const byYear = new Map<number, Candidate[]>();
  const keys = new Set(rows.map(({ key }) => key));
  for (const row of rows) if (row.year !== null && row.body) byYear.set(row.year, [...(byYear.get(row.year) ?? []), row]);
  const found = new Map<string, string>();
  const byStem = new Map<number, Map<string, Candidate[]>>();
  for (const [year, list] of byYear) byStem.set(year, grouped(list));
  for (const row of rows) {
    const said = byHand.get(row.key);
    if (said !== undefined) {
      if (said !== null && keys.has(said)) found.set(row.key, said);
      continue;
    }
    if (row.year === null) continue;
    const before = byStem.get(row.year - 1);
    const match = before && matchOf(stemOf(row.body), before);
    if (match) found.set(row.key, match.key);
  }
  return found;
}

function grouped(list: Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const row of list) {
    const stem = stemOf(row.body);
    const group = groups.get(stem);
    if (group) group.push(row);
    else groups.set(stem, [row]);
  }
  return groups;
}

/** The same name, else one that has the county before it or not. */
function matchOf(stem: string, before: Map<string, Candidate[]>): Candidate | null {
  const same = before.get(stem);
  // The last that came is the one that counts.
  if (same) return same[same.length - 1]!;
  const near = [...before.keys()].filter((other) => other.length > 1 && (stem.endsWith(other) || other.endsWith(stem)));
  const group = near.length === 1 ? before.get(near[0]!)! : [];
  return group[group.length - 1] ?? null;
}
