import { describe, expect, it } from "vitest";

import type { Cell } from "../src/engine/contract";
import { gridOf } from "../src/tables/grid";
import { applications, disputes, twoYears } from "../src/tables/parts";
import { handbook } from "./engine";
import { report } from "./reports";

const grids = handbook.forms["2021"].tables.map(gridOf);
const zero: Cell = { status: "value", value: 0 };
const cells = (others: Record<string, Cell>) =>
  report({ cells: { ...Object.fromEntries(handbook.forms["2021"].tables.flatMap((t) => t.rows.flatMap((r) => r.columns.map((c) => [c.id, zero])))), ...others } });
const value = (n: number): Cell => ({ status: "value", value: n });

describe("the applications as a whole with parts", () => {
  const counted = {
    "requests.received.total": value(9),
    "requests.carried_in.total": value(1),
    "requests.granted.total": value(4),
    "requests.denied_state_secret.total": value(1),
    "requests.denied_by_law.total": value(2),
    "requests.closed.total": value(7),
    "requests.carried_out.total": value(3),
  };

  it("puts each outcome where the one before it ends, the grounds of a group together", () => {
    const { cameIn, became } = applications(cells(counted), grids)!;
    expect(cameIn.parts.map(({ label }) => label)).toEqual(["本年新收", "上年结转"]);
    expect([cameIn.value, became.value]).toEqual([10, 10]);
    expect(became.parts).toEqual([
      { label: "予以公开", value: 4, start: 0 },
      { label: "不予公开", value: 3, start: 4 },
      { label: "结转下年度继续办理", value: 3, start: 7 },
    ]);
  });

  it("is left out where a cell is not sure, and where nothing came in", () => {
    expect(applications(cells({ ...counted, "requests.denied_by_law.total": { status: "uncertain" } }), grids)).toBeNull();
    expect(applications(cells({}), grids)).toBeNull();
  });
});

describe("the disputes as wholes with parts", () => {
  it("names the kinds that there were", () => {
    const wholes = disputes(cells({ "disputes.suit_direct.upheld": value(2), "disputes.suit_direct.pending": value(1) }), grids);
    expect(wholes).toEqual([
      { label: "行政诉讼，未经复议直接起诉", value: 3, parts: [{ label: "结果维持", value: 2, start: 0 }, { label: "尚未审结", value: 1, start: 2 }] },
    ]);
  });

  it("are left out where a cell is not sure", () => {
    expect(disputes(cells({ "disputes.review.upheld": { status: "uncertain" } }), grids)).toBeNull();
  });
});

describe("two years beside each other", () => {
  const drawn = (others: Record<string, Cell>) => ({ report: cells(others), grids });
  const thisYear = { "requests.received.total": value(5), "requests.granted.total": value(4), "disputes.review.upheld": value(1) };

  it("pairs what came in, what became of it and the disputes, without what there was in neither year", () => {
    const lastYear = { "requests.carried_in.total": value(2), "requests.carried_out.total": value(2) };
    expect(twoYears(drawn(lastYear), drawn(thisYear), "受理")).toEqual([
      [
        { label: "受理", before: 2, now: 5 },
        { label: "予以公开", before: 0, now: 4 },
        { label: "结转下年度继续办理", before: 2, now: 0 },
      ],
      [{ label: "行政复议", before: 0, now: 1 }],
    ]);
  });

  it("leave out the applications or the disputes where a cell of either year is not sure", () => {
    const doubtful = drawn({ "requests.granted.total": { status: "uncertain" } });
    expect(twoYears(doubtful, drawn(thisYear), "受理")).toEqual([[{ label: "行政复议", before: 0, now: 1 }]]);
    expect(twoYears(drawn({}), drawn({ "disputes.review.total": value(1) }), "受理")).toEqual([]);
  });

  it("pair the single row of other outcomes of 2019 with the three of 2021", () => {
    const old = handbook.forms["2019"].tables;
    const zeros = Object.fromEntries(old.flatMap((t) => t.rows.flatMap((r) => r.columns.map((c) => [c.id, zero]))));
    const before = { report: report({ cells: { ...zeros, "requests.other.total": value(2) } }), grids: old.map(gridOf) };
    const [requests] = twoYears(before, drawn({ "requests.other_no_correction.total": value(1) }), "受理");
    expect(requests).toEqual([{ label: "其他处理", before: 2, now: 1 }]);
  });
});
