// What stands in the official form: the numbers as they were read and mended.
import type { Cell, FormTable, Report } from "../engine/contract";
import { recordOf } from "../shell/state/record";

/** Returns what is written into a cell; a number keeps its unit, and what could not be told is left open. */
function written({ status, value, unit, text }: Cell): string {
  if (status === "value") return `${value ?? ""}${unit ?? ""}`;
  return status === "placeholder" || status === "text" ? (text ?? "") : "";
}

/** Returns the values of a form by the names of its template. */
export function formValues(report: Report): Record<string, string> {
  const cells = Object.entries(report.cells).map(([id, cell]) => [id, written(cell)] as const);
  return {
    ...recordOf(cells),
    ...(report.organization === null ? {} : { office: report.organization }),
    ...(report.year === null ? {} : { year: String(report.year) }),
  };
}

/** Returns the rows of a table with a tab between cells, to be pasted into one that is there. */
export function numberBlock(table: FormTable, cells: Record<string, Cell>): string {
  const number = (id: string) => (cells[id] ? written(cells[id]) : "");
  return table.rows.map((row) => `${row.columns.map(({ id }) => number(id)).join("\t")}\n`).join("");
}
