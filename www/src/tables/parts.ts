// Wholes and their parts, and the same counts in two years, as the engine groups the rows of the form: what the pictures beside the tables draw.
import type { Group, Report } from "../engine/contract";

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

/** Returns a whole with one part after the other, those of nothing left out; null where a part is not sure. */
function wholeOf({ name, parts }: Group): Whole | null {
  let value = 0;
  const drawn: Part[] = [];
  for (const { name: label, count } of parts) {
    if (count === null || count < 0) return null;
    if (count > 0) drawn.push({ label, value: count, start: value });
    value += count;
  }
  return { label: name, value, parts: drawn };
}

const isApplications = ({ id }: Group) => id === "received" || id === "outcomes";

/** Returns the applications: what came in, and what became of it. Null where a part is not sure, or nothing came in. */
export function applications({ groups }: Report): { cameIn: Whole; became: Whole } | null {
  const [cameIn, became] = groups.filter(isApplications).map(wholeOf);
  return cameIn && became && cameIn.value > 0 ? { cameIn, became } : null;
}

/** Returns the kinds of disputes that there were, each a whole with its results. Null where a part is not sure, or there were none. */
export function disputes({ groups }: Report): Whole[] | null {
  const wholes = groups.filter((group) => !isApplications(group)).map(wholeOf);
  if (wholes.some((whole) => whole === null)) return null;
  const there = wholes.flatMap((whole) => (whole && whole.value > 0 ? [whole] : []));
  return there.length > 0 ? there : null;
}

/** The same count in two years. */
export interface Pair {
  label: string;
  before: number;
  now: number;
}

/** Returns applications and disputes of two years, without what there was in neither; what is not sure in one of them is left out. */
export function twoYears(before: Report, now: Report, cameIn: string): Pair[][] {
  return [pairs(requestCounts(before, cameIn), requestCounts(now, cameIn)), pairs(disputeCounts(before), disputeCounts(now))].filter(
    (list) => list.length > 0,
  );
}

type Counts = [string, number][] | null;

function requestCounts({ groups }: Report, cameIn: string): Counts {
  const [received, outcomes] = groups.filter(isApplications);
  const whole = received && wholeOf(received);
  const counts = outcomes?.parts.map(({ name, count }): [string, number | null] => [name, count]);
  if (!whole || !counts || counts.some(([, count]) => count === null)) return null;
  return [[cameIn, whole.value], ...counts.map(([name, count]): [string, number] => [name, count ?? 0])];
}

function disputeCounts({ groups }: Report): Counts {
  const wholes = groups.filter((group) => !isApplications(group)).map(wholeOf);
  if (wholes.length === 0 || wholes.some((whole) => whole === null)) return null;
  return wholes.flatMap((whole): [string, number][] => (whole ? [[whole.label, whole.value]] : []));
}

function pairs(before: Counts, now: Counts): Pair[] {
  if (!before || !now) return [];
  const earlier = new Map(before);
  return now.map(([label, count]) => ({ label, before: earlier.get(label) ?? 0, now: count })).filter((pair) => pair.before + pair.now > 0);
}
