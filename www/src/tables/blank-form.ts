// The official form as a text without numbers, to be typed into.
import type { Form } from "../engine/contract";
import { chinese } from "../words/zh";
import { gridOf, type GridRow } from "./grid";

/** Returns the report of a year: its title, the six headings, and the tables of the form with blank cells. */
export function blankForm(form: Form, year: number): string {
  const tables = form.tables.map((table) => {
    const { head, body } = gridOf(table);
    return [...head, ...body].map(rowAsText).join("\n");
  });
  // The form is Chinese in every language of the page.
  const { parts } = chinese.findings;
  const sections = ([1, 2, 3, 4, 5, 6] as const).map((number, i) => [parts[number], tables[i - 1]].filter(Boolean).join("\n\n"));
  const signature = `${year + 1}年1月20日`;
  return [`某某单位${year}年政府信息公开工作年度报告`, ...sections, `某某单位\n${signature}`].join("\n\n");
}

/** As Word copies a row: a tab between two cells, nothing where nothing is written. */
function rowAsText(row: GridRow): string {
  return row.map((item) => (item.kind === "label" ? item.text : "")).join("\t");
}
