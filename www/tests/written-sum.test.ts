import { describe, expect, it } from "vitest";

import type { Cell, Finding } from "../src/engine/contract";
import { type Place, said, writtenSum } from "../src/tables/written-sum";
import { handbook } from "./engine";
import { finding, report } from "./reports";

const places = new Map<string, Place>(
  handbook.forms["2021"].tables.flatMap(({ rows }) => rows.flatMap((row) => row.columns.map((column) => [column.id, { row, column }]))),
);

/** The sum as one reads it. */
function written(values: Record<string, number>, sides: Pick<Finding, "left" | "right">): string | null {
  const cells = Object.entries(values).map(([id, value]): [string, Cell] => [id, { status: "value", value }]);
  const one = finding({ cells: Object.keys(values), ...sides });
  const sum = writtenSum(one, report({ cells: Object.fromEntries(cells) }), (id) => places.get(id));
  if (!sum) return null;
  const both = sum.sides.map(({ terms, total }) => {
    const side = terms.map(said).join(" ＋ ");
    return terms.length > 1 ? `${side} ＝ ${total}` : side;
  });
  return [...both, `差 ${sum.difference}`].join("，");
}

describe("a sum written out", () => {
  it("is that of the corner of table three, by the numbers of its rows", () => {
    const values = {
      "requests.received.individual": 3,
      "requests.carried_in.individual": 0,
      "requests.closed.individual": 2,
      "requests.carried_out.individual": 0,
    };
    expect(written(values, { left: 3, right: 2 })).toBe("一 3 ＋ 二 0 ＝ 3，三（七）2 ＋ 四 0 ＝ 2，差 1");
  });

  it("names the ways of closing, without those that count nothing", () => {
    const values = {
      "requests.closed.total": 4,
      "requests.granted.total": 2,
      "requests.denied_security.total": 1,
      "requests.unavailable_not_held.total": 0,
    };
    expect(written(values, { left: 4, right: 3 })).toBe("三（一）2 ＋ 三（三）3 1 ＝ 3，三（七）4，差 1");
  });

  it("names the columns in a row", () => {
    const values = { "disputes.review.total": 1, "disputes.review.upheld": 1, "disputes.review.pending": 1 };
    expect(written(values, { left: 1, right: 2 })).toBe("结果维持 1 ＋ 尚未审结 1 ＝ 2，总计 1，差 1");
  });

  it("is not made up where the cells do not give the two sides", () => {
    expect(written({ "requests.received.total": 5, "requests.carried_in.total": 1 }, { left: 8, right: 5 })).toBeNull();
    expect(written({ "requests.received.total": 5 }, { left: 8, right: 5 })).toBeNull();
    expect(written({ "requests.received.total": 5, "requests.carried_in.total": 1 }, {})).toBeNull();
  });
});
