// The official form as a text without numbers, to be typed into.
import type { Form } from "../engine/contract";
import { gridOf, type GridRow } from "../tables/grid";
import { chinese } from "../words/zh";

/** Returns the report of a year: its title, the six headings, and the tables of the form without numbers. */
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

/** A stroke is what forms have where nothing is written: unlike an empty cell it keeps its place at the end of a line. */
const notFilled = "/";

/** As Word copies a row: a tab between two cells. */
function rowAsText(row: GridRow): string {
  return row.map((item) => (item.kind === "label" ? item.text : notFilled)).join("\t");
}
