import { describe, expect, it } from "vitest";

import type { Group } from "../src/engine/contract";
import { applications, disputes, twoYears } from "../src/tables/parts";
import { report } from "./reports";

const group = (id: string, name: string, counts: [string, number | null][]): Group => ({
  id,
  name,
  parts: counts.map(([part, count]) => ({ name: part, cells: [], count })),
});
const received = (...counts: (number | null)[]) => group("received", "收到的申请", [["本年新收", counts[0]!], ["上年结转", counts[1]!]]);
const outcomes = (...counts: (number | null)[]) =>
  group("outcomes", "办理结果", [["予以公开", counts[0]!], ["不予公开", counts[1]!], ["结转下年度继续办理", counts[2]!]]);
const dispute = (id: string, name: string, ...counts: (number | null)[]) => group(id, name, [["结果维持", counts[0]!], ["尚未审结", counts[1]!]]);
const drawn = (...groups: Group[]) => report({ groups });

describe("the applications as a whole with parts", () => {
  it("puts each outcome where the one before it ends, without those of nothing", () => {
    const { cameIn, became } = applications(drawn(received(9, 1), outcomes(4, 3, 3)))!;
    expect(cameIn.parts.map(({ label }) => label)).toEqual(["本年新收", "上年结转"]);
    expect([cameIn.value, became.value]).toEqual([10, 10]);
    expect(became.parts).toEqual([
      { label: "予以公开", value: 4, start: 0 },
      { label: "不予公开", value: 3, start: 4 },
      { label: "结转下年度继续办理", value: 3, start: 7 },
    ]);
    expect(applications(drawn(received(2, 0), outcomes(2, 0, 0)))!.became.parts).toHaveLength(1);
  });

  it("is left out where a part is not sure, and where nothing came in", () => {
    expect(applications(drawn(received(9, 1), outcomes(4, null, 3)))).toBeNull();
    expect(applications(drawn(received(0, 0), outcomes(0, 0, 0)))).toBeNull();
    expect(applications(drawn())).toBeNull();
  });
});

describe("the disputes as wholes with parts", () => {
  it("names the kinds that there were", () => {
    const kinds = [dispute("disputes.review", "行政复议", 0, 0), dispute("disputes.suit_direct", "行政诉讼，未经复议直接起诉", 2, 1)];
    expect(disputes(drawn(received(0, 0), outcomes(0, 0, 0), ...kinds))).toEqual([
      { label: "行政诉讼，未经复议直接起诉", value: 3, parts: [{ label: "结果维持", value: 2, start: 0 }, { label: "尚未审结", value: 1, start: 2 }] },
    ]);
  });

  it("are left out where a part is not sure", () => {
    expect(disputes(drawn(dispute("disputes.review", "行政复议", 1, null)))).toBeNull();
  });
});

describe("two years beside each other", () => {
  const before = drawn(received(0, 2), outcomes(0, 0, 2), dispute("disputes.review", "行政复议", 0, 0));
  const now = drawn(received(5, 0), outcomes(4, 0, 0), dispute("disputes.review", "行政复议", 1, 0));

  it("pairs what came in, what became of it and the disputes, without what there was in neither year", () => {
    expect(twoYears(before, now, "受理")).toEqual([
      [
        { label: "受理", before: 2, now: 5 },
        { label: "予以公开", before: 0, now: 4 },
        { label: "结转下年度继续办理", before: 2, now: 0 },
      ],
      [{ label: "行政复议", before: 0, now: 1 }],
    ]);
  });

  it("leave out the applications or the disputes where a part of either year is not sure", () => {
    const doubtful = drawn(received(0, 2), outcomes(null, 0, 2), dispute("disputes.review", "行政复议", 0, 0));
    expect(twoYears(doubtful, now, "受理")).toEqual([[{ label: "行政复议", before: 0, now: 1 }]]);
    expect(twoYears(drawn(), now, "受理")).toEqual([]);
  });
});
