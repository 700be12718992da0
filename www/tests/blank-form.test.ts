import { describe, expect, it } from "vitest";

import { editOf } from "../src/tables/cell-edit";
import { blankForm } from "../src/shell/blank-form";
import { engine, handbook } from "./engine";

describe("the empty form", () => {
  it.each(["2021", "2019"] as const)("of %s has a place for the number of every cell, and is no pass", async (edition) => {
    const form = handbook.forms[edition];
    const year = edition === "2021" ? 2024 : 2020;
    const text = blankForm(form, year);
    const [report] = (await engine()).check(text, {}).reports;
    expect(report!.form).toBe(edition);
    expect(report!.year).toBe(year);
    const ids = form.tables.flatMap((table) => table.rows.flatMap((row) => row.columns.map((column) => column.id)));
    expect(ids.filter((id) => report!.cells[id]?.status !== "placeholder" || !editOf(report!.cells[id], text, 1))).toEqual([]);
    expect(report!.verdict).toBe("errors");
  });

  it("holds what is typed into any of its cells", async () => {
    const form = handbook.forms["2021"];
    const glue = await engine();
    const text = blankForm(form, 2024);
    const { cells } = glue.check(text, {}).reports[0]!;
    for (const id of Object.keys(cells).filter((_, i) => i % 7 === 0)) {
      const edit = editOf(cells[id], text, 37)!;
      const read = glue.check(text.slice(0, edit.start) + edit.text + text.slice(edit.end), {}).reports[0]!;
      expect(read.cells[id], id).toMatchObject({ status: "value", value: 37 });
    }
  });
});
