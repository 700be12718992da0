import { describe, expect, it } from "vitest";

import { type Grid, gridOf, gridsOf, numbersOf } from "../src/tables/grid";
import { handbook } from "./engine";
import { report } from "./reports";

const { forms } = handbook;

const everyTable = () => [...forms["2019"].tables, ...forms["2021"].tables, forms.statistics];

/** How often every place of the grid is covered by a label or a cell. */
function coverage(grid: Grid): number[][] {
  const rows = [...grid.head, ...grid.body];
  const covered = rows.map(() => new Array<number>(grid.columns).fill(0));
  rows.forEach((row, y) => {
    let x = 0;
    for (const item of row) {
      while (covered[y]![x]! > 0) x += 1;
      for (let dy = 0; dy < (item.kind === "label" ? item.rowSpan : 1); dy += 1) {
        for (let dx = 0; dx < item.colSpan; dx += 1) covered[y + dy]![x + dx]! += 1;
      }
    }
  });
  return covered;
}

const labels = (grid: Grid) => [...grid.head, ...grid.body].flat().filter((item) => item.kind === "label");

describe("a table of the form", () => {
  it("is a full rectangle, nothing covered twice", () => {
    for (const table of everyTable()) {
      expect(
        coverage(gridOf(table))
          .flat()
          .every((times) => times === 1),
        table.id,
      ).toBe(true);
    }
  });

  it("has every cell of the form once", () => {
    for (const table of everyTable()) {
      const drawn = numbersOf(gridOf(table)).map((place) => place.id);
      expect(drawn).toEqual(table.rows.flatMap((row) => row.columns.map((column) => column.id)));
    }
  });

  it("merges the labels as the annex does", () => {
    const [disclosure, requests, disputes] = forms["2021"].tables.map((table) => labels(gridOf(table)));
    const spans = (list: typeof disclosure, text: string) =>
      list!.filter((label) => label.text === text).map(({ rowSpan, colSpan }) => [rowSpan, colSpan]);
    expect(spans(disclosure, "第二十条第（一）项")).toEqual([[1, 4]]);
    expect(spans(disclosure, "信息内容")).toHaveLength(4);
    expect(spans(disclosure, "本年收费金额（单位：万元）")).toEqual([[1, 3]]);
    expect(spans(requests, "法人或其他组织")).toEqual([[1, 5]]);
    expect(spans(requests, "三、本年度办理结果")).toEqual([[22, 1]]);
    expect(spans(requests, "（三）不予公开")).toEqual([[8, 1]]);
    expect(spans(requests, "（七）总计")).toEqual([[1, 2]]);
    expect(spans(disputes, "行政复议")).toEqual([[2, 5]]);
    expect(spans(disputes, "行政诉讼")).toEqual([[1, 10]]);
  });

  it("calls a cell by its own label and its column", () => {
    const names = forms["2021"].tables.flatMap((table) => numbersOf(gridOf(table)).map((place) => place.name));
    expect(names).toContain("（二）部分公开／自然人");
    expect(names).toContain("行政许可／本年处理决定数量");
    expect(names).toContain("行政诉讼复议后起诉／总计");
  });
});

describe("the tables of a report", () => {
  it("are those of its form, the statistics sheet only where it is attached", () => {
    const ids = (parts: Parameters<typeof report>[0]) => gridsOf(report(parts), forms).map((grid) => grid.table.id);
    expect(ids({ form: null })).toEqual([]);
    expect(ids({ form: "2021" })).toEqual(["disclosure", "requests", "disputes"]);
    expect(ids({ form: "2019", cells: { "statistics.staff": { status: "value", value: 2 } } })).toContain("statistics");
  });

  it("show the single row of other outcomes beside the three that should be there", () => {
    const kept = report({ cells: { "requests.other.total": { status: "value", value: 0 } } });
    const [, requests] = gridsOf(kept, forms);
    const rows = numbersOf(requests!).map((place) => place.id.replace(/\.[^.]*$/, ""));
    expect(rows.filter((row) => row === "requests.other")).toHaveLength(7);
    expect(rows.indexOf("requests.other")).toBe(rows.indexOf("requests.other_no_correction") - 7);
    expect(
      coverage(requests!)
        .flat()
        .every((times) => times === 1),
    ).toBe(true);
  });
});
