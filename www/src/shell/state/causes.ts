// What the engine proposes for sums that fail: one cause for several findings, with the changes that would mend them.
import { computed } from "@preact/signals";

import type { Repair, Report } from "../../engine/contract";
import { report } from "./page";

/** Proposals for the same fault, the likeliest first. */
export interface Cause {
  group: number;
  repairs: Repair[];
  /** How many of them are as likely as the first. */
  equal: number;
  /** The findings that go with it, by their index. */
  settles: number[];
}

/** Returns the causes of a report, in the order in which the engine gives them. */
export function causesOf({ repairs }: Report): Cause[] {
  const groups = new Map<number, Repair[]>();
  for (const repair of repairs) groups.set(repair.group, [...(groups.get(repair.group) ?? []), repair]);
  return [...groups].map(([group, list]) => ({
    group,
    repairs: list,
    equal: list.filter(({ rank }) => rank === list[0]!.rank).length,
    settles: [...new Set(list.flatMap(({ settles }) => settles))],
  }));
}

export const causes = computed<Cause[]>(() => (report.value ? causesOf(report.value) : []));

/** The cells that the likeliest proposals change: more suspect than the other cells of their sums. */
export const suspectedCells = computed(
  () => new Set(causes.value.flatMap(({ repairs, equal }) => repairs.slice(0, equal).flatMap(({ changes }) => changes.map(({ cell }) => cell)))),
);
