// A table of the form as the official form draws it: which labels and cells stand where, and which are merged.
import type { FormColumn, FormRow, Forms, FormTable, Report } from "../engine/contract";

export interface GridLabel {
  kind: "label";
  text: string;
  scope: "col" | "colgroup" | "row" | "rowgroup";
  rowSpan: number;
  colSpan: number;
  /** The outer group of table three, written downwards in a narrow column. */
  downwards?: boolean;
  /** The remark in the corner of table three. */
  remark?: boolean;
}

export interface GridNumber {
  kind: "number";
  id: string;
  /** What the cell is called in a sentence. */
  name: string;
  colSpan: number;
}

export type GridRow = (GridLabel | GridNumber)[];

export interface Grid {
  table: FormTable;
  columns: number;
  head: GridRow[];
  body: GridRow[];
}

/** The annex prints these words in the head of table three; they are no label of any cell. */
const applicantHead = "申请人情况";
const cornerRemark = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

function label(text: string, scope: GridLabel["scope"], spans: { rows?: number; columns?: number } = {}): GridLabel {
  return { kind: "label", text, scope, rowSpan: spans.rows ?? 1, colSpan: spans.columns ?? 1 };
}

function number(row: FormRow, column: FormColumn, colSpan = 1): GridNumber {
  return { kind: "number", id: column.id, name: cellName(row, column), colSpan };
}

/** （一）予以公开／自然人 */
export function cellName(row: FormRow, column: FormColumn): string {
  if (row.id === "statistics") return row.path.join("");
  const path = row.id.startsWith("disputes.") ? row.path.join("") : (row.path[row.path.length - 1] ?? "");
  return `${path.split("（区分")[0]}／${column.label}`;
}

/** The cells of a table in reading order. */
export function numbersOf(grid: Grid): GridNumber[] {
  return grid.body.flatMap((row) => row.filter((item): item is GridNumber => item.kind === "number"));
}

/** The tables of a report in the order of the form; the lapsed statistics sheet only where the report has it. */
export function gridsOf(report: Report, forms: Forms): Grid[] {
  if (!report.form) return [];
  const grids = forms[report.form].tables.map((table) => gridOf(withSingleOther(table, report, forms)));
  const hasSheet = Object.keys(report.cells).some((id) => id.startsWith("statistics."));
  return hasSheet ? [...grids, gridOf(forms.statistics)] : grids;
}

/** A 2021 report that kept the single row （六）其他处理 of 2019: that row is drawn before the three that are missing. */
function withSingleOther(table: FormTable, report: Report, forms: Forms): FormTable {
  const known = table.rows.some((row) => row.id === "requests.other");
  if (table.id !== "requests" || known || !("requests.other.total" in report.cells)) return table;
  const single = forms["2019"].tables.flatMap((old) => old.rows).filter((row) => row.id === "requests.other");
  const at = table.rows.findIndex((row) => row.id.startsWith("requests.other"));
  return { ...table, rows: [...table.rows.slice(0, at), ...single, ...table.rows.slice(at)] };
}

export function gridOf(table: FormTable): Grid {
  switch (table.id) {
    case "disclosure":
      return disclosureGrid(table);
    case "requests":
      return requestsGrid(table);
    case "disputes":
      return disputesGrid(table);
    case "statistics":
      return statisticsGrid(table);
  }
}

/** Table two: a block per item of article 20, each with its own column headers. */
function disclosureGrid(table: FormTable): Grid {
  const widest = Math.max(...table.rows.map((row) => row.columns.length));
  const toTheEdge = (index: number, count: number) => (index === count - 1 ? widest - index : 1);
  const body: GridRow[] = [];
  table.rows.forEach((row, index) => {
    const [item = "", ...own] = row.path;
    if (table.rows[index - 1]?.path[0] !== item) {
      body.push([label(item, "colgroup", { columns: widest + 1 })]);
      body.push([
        label("信息内容", "col"),
        ...row.columns.map((column, i) => label(column.label, "col", { columns: toTheEdge(i, row.columns.length) })),
      ]);
    }
    body.push([
      label(own.join(""), "row"),
      ...row.columns.map((column, i) => number(row, column, toTheEdge(i, row.columns.length))),
    ]);
  });
  return { table, columns: widest + 1, head: [], body };
}

/** Table three: rows in up to three levels, applicants with a merged header over the organizations. */
function requestsGrid(table: FormTable): Grid {
  const depth = Math.max(...table.rows.map((row) => row.path.length));
  const columns = table.rows[0]?.columns ?? [];
  const upper: GridRow = [];
  const lower: GridRow = [];
  columns.forEach((column, i) => {
    if (!column.group) {
      upper.push(label(column.label, "col", { rows: 2 }));
      return;
    }
    if (columns[i - 1]?.group !== column.group) {
      const together = columns.filter((other) => other.group === column.group).length;
      upper.push(label(column.group, "colgroup", { columns: together }));
    }
    lower.push(label(column.label, "col"));
  });
  const corner: GridLabel = { ...label(cornerRemark, "row", { rows: 3, columns: depth }), remark: true };
  return {
    table,
    columns: depth + columns.length,
    head: [[corner, label(applicantHead, "colgroup", { columns: columns.length })], upper, lower],
    body: table.rows.map((row, i) => [...rowLabels(table.rows, i, depth), ...row.columns.map((column) => number(row, column))]),
  };
}

/** The labels that begin at this row: groups it opens, and its own, which reaches to the first column of numbers. */
function rowLabels(rows: FormRow[], index: number, depth: number): GridLabel[] {
  const path = rows[index]?.path ?? [];
  return path.flatMap((text, level) => {
    if (level === path.length - 1) return [label(text, "row", { columns: depth - level })];
    const sameGroup = (row: FormRow | undefined) =>
      row !== undefined && row.path.length > level + 1 && path.slice(0, level + 1).every((part, i) => row.path[i] === part);
    if (sameGroup(rows[index - 1])) return [];
    let together = 1;
    while (sameGroup(rows[index + together])) together += 1;
    const group = label(text, "rowgroup", { rows: together });
    return [level === 0 ? { ...group, downwards: true } : group];
  });
}

/** Table four: one row of numbers under three groups, two of them under 行政诉讼. */
function disputesGrid(table: FormTable): Grid {
  const width = (rows: FormRow[]) => rows.reduce((sum, row) => sum + row.columns.length, 0);
  const upper: GridRow = [];
  const middle: GridRow = [];
  table.rows.forEach((row, i) => {
    const [first = "", second] = row.path;
    if (second === undefined) {
      upper.push(label(first, "colgroup", { rows: 2, columns: row.columns.length }));
      return;
    }
    if (table.rows[i - 1]?.path[0] !== first) {
      upper.push(label(first, "colgroup", { columns: width(table.rows.filter((other) => other.path[0] === first)) }));
    }
    middle.push(label(second, "colgroup", { columns: row.columns.length }));
  });
  return {
    table,
    columns: width(table.rows),
    head: [upper, middle, table.rows.flatMap((row) => row.columns.map((column) => label(column.label, "col")))],
    body: [table.rows.flatMap((row) => row.columns.map((column) => number(row, column)))],
  };
}

function statisticsGrid(table: FormTable): Grid {
  return {
    table,
    columns: 3,
    head: [[label("统计指标", "col"), label("单位", "col"), label("统计数", "col")]],
    body: table.rows.flatMap((row) =>
      row.columns.map((column) => [label(row.path.join(""), "row"), label(column.group ?? "", "row"), number(row, column)]),
    ),
  };
}
