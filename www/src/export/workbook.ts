// The result as a workbook for Excel and WPS: the verdict with the findings, what was not checked, and a sheet for each table.
import type { Cell, Row, Sheet } from "write-excel-file/universal";

import type { Report } from "../engine/contract";
import { headline, said } from "../findings/summary";
import { countBySeverity } from "../shell/state/severity";
import { words } from "../words";
import { findingRows } from "./csv";
import type { PlainCell, PlainTable } from "./plain-tables";
import { onTheGrid } from "./rich";

const rule = { borderStyle: "thin" } as const;
const inTheMiddle = { align: "center", alignVertical: "center", wrap: true } as const;

/** In letters, of which a Chinese character takes two. */
const findingWidths = [8, 30, 8, 60, 50, 40, 10, 40, 16];
const uncheckedWidths = [90, 10];
const labelWidth = 16;
const numberWidth = 11;
/** In points. */
const lineHeight = 16;

export function workbook(report: Report, tables: PlainTable[], names: Map<string, string>, rulesOff: number): Sheet<Blob>[] {
  const { sheets } = words.value.export;
  return [
    { sheet: sheets.findings, data: findingSheet(report, names, rulesOff), ...onWidePaper(findingWidths) },
    ...(report.unchecked.length > 0
      ? [{ sheet: sheets.unchecked, data: uncheckedSheet(report), ...onWidePaper(uncheckedWidths) }]
      : []),
    ...tables.map((table, i) => ({
      sheet: sheets.table(i + 1),
      data: tableSheet(table),
      ...onWidePaper(columnWidths(table)),
    })),
  ];
}

function onWidePaper(widths: number[]) {
  return { orientation: "landscape" as const, columns: widths.map((width) => ({ width })) };
}

/** A cell of type String is never a formula, whatever it begins with. */
function text(value: string, style: object = {}): Cell {
  return { type: String, value: allowedInXml(value), ...style };
}

/** XML cannot hold most control characters. */
function allowedInXml(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}

function findingSheet(report: Report, names: Map<string, string>, rulesOff: number): Row[] {
  const [columns = [], ...rows] = findingRows(report, names);
  const above = [
    report.title ?? words.value.verdict.untitled,
    headline(report),
    [words.value.verdict.counts(countBySeverity(report.findings)), words.value.verdict.checked(report.checked), ...said(report, rulesOff)].join("　"),
  ];
  return [
    ...above.map((line, i) => [text(line, i < 2 ? { fontWeight: "bold" } : {})]),
    [],
    columns.map((name) => text(name, { ...rule, ...inTheMiddle, fontWeight: "bold" })),
    ...rows.map((row) => wrappedRow(row, findingWidths)),
  ];
}

function uncheckedSheet(report: Report): Row[] {
  const heading = [words.value.findings.unchecked, words.value.export.rule].map((name) => text(name, { ...rule, fontWeight: "bold" }));
  return [heading, ...report.unchecked.map((item) => wrappedRow([item.reason, item.rule], uncheckedWidths))];
}

/** Not every program finds the height of a row for itself. */
function wrappedRow(row: string[], widths: number[]): Row {
  const lines = row.map((value, i) => Math.ceil((2 * value.length) / (widths[i] ?? numberWidth)));
  const height = lineHeight * Math.max(1, ...lines);
  return row.map((value) => text(value, { ...rule, alignVertical: "top", wrap: true, height }));
}

function tableSheet({ title, columns, head, body }: PlainTable): Row[] {
  const rows = onTheGrid([...head, ...body], columns);
  return [[text(title, { fontWeight: "bold" })], ...rows.map((row) => row.map((cell) => (cell ? ofTable(cell) : null)))];
}

function ofTable(cell: PlainCell): Cell {
  const spans = { rowSpan: cell.rowSpan, columnSpan: cell.colSpan };
  const style = { ...rule, ...inTheMiddle, ...spans, ...(cell.label === "row" ? { align: "left" as const } : {}) };
  return cell.number === undefined ? text(cell.text, style) : { type: Number, value: cell.number, ...style };
}

/** Columns that hold labels are wider than those of numbers. */
function columnWidths({ columns, head, body }: PlainTable): number[] {
  const rows = onTheGrid([...head, ...body], columns);
  const isLabel = (x: number) => rows.slice(head.length).every((row) => row[x] === null || row[x]?.label !== undefined);
  return Array.from({ length: columns }, (_, x) => (isLabel(x) ? labelWidth : numberWidth));
}
