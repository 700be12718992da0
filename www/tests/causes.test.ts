import { describe, expect, it } from "vitest";

import type { Repair } from "../src/engine/contract";
import { causesOf } from "../src/shell/state/causes";
import { report } from "./reports";

const repair = (group: number, rank: number, settles: number[]): Repair => ({
  changes: [{ cell: "requests.granted.individual", from: 145, to: 154 }],
  kind: "digits_swapped",
  settles,
  because: "",
  supported_by: [],
  acts: 1,
  group,
  rank,
});

describe("the causes of sums that fail", () => {
  it("are one for each group, with all the findings it settles", () => {
    const repairs = [repair(0, 0, [0, 2]), repair(1, 0, [1]), repair(0, 1, [2, 0])];
    const causes = causesOf({ ...report({}), repairs });
    expect(causes.map(({ group, settles }) => [group, settles])).toEqual([[0, [0, 2]], [1, [1]]]);
    expect(causes[0]!.repairs).toHaveLength(2);
  });

  it("say how many proposals are as likely as the first", () => {
    const repairs = [repair(0, 0, [0]), repair(0, 0, [0]), repair(0, 2, [0])];
    expect(causesOf({ ...report({}), repairs })[0]!.equal).toBe(2);
  });

  it("are none where nothing is proposed", () => {
    expect(causesOf(report({}))).toEqual([]);
  });
});
