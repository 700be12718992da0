// The overview as a workbook: the rows of the desk, all findings, all cells, the sum, and what is to be said across bodies.
import type { Cell as SheetCell, Row as SheetRow, Sheet } from "write-excel-file/universal";
import writeWorkbook from "write-excel-file/universal";

import type { Forms } from "../engine/contract";
import type { Total } from "../review/library";
import { type Column, columns, isNumber } from "../review/columns";
import type { Row } from "../review/rows";
import { said } from "../review/shown";
import { words } from "../words";
import type { Note } from "./asked";
import { handedOn, type Of, withReports } from "./given";

interface Overview {
  rows: Row[];
  notes: Note[];
  total: Total;
  forms: Forms;
}

export function overview(all: Overview): Promise<Blob> {
  const of = withReports(all.rows);
  const { sheets } = words.value.county;
  const list: Sheet<Blob>[] = [
    sheet(sheets.rows, [32, 8, 14, 26, ...Array<number>(13).fill(11), 30, 60], rowSheet(all.rows)),
    sheet(sheets.findings, [32, 8, 8, 8, 60, 50, 40, 10, 40], findingSheet(of)),
    sheet(sheets.cells, [32, 8, 60, 12, 16], cellSheet(of, all.forms)),
    sheet(sheets.sum, [60, 12, 12, 12, 50], sumSheet(all.total, all.forms)),
    sheet(sheets.across, [16, 90], [heading(words.value.county.acrossColumns), ...all.notes.map(({ kind, message }) => [text(words.value.county.kinds[kind]), text(message)])]),
  ];
  return writeWorkbook(list).toBlob();
}

const sheet = (name: string, widths: number[], data: SheetRow[]): Sheet<Blob> => ({ sheet: name, data, orientation: "landscape", columns: widths.map((width) => ({ width })), stickyRowsCount: 1 });

/** A cell of type String is never a formula, whatever it begins with. XML cannot hold most control characters. */
const text = (value: string, style: object = {}): SheetCell => ({ type: String, value: value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd"), ...style });
const number = (value: number | null): SheetCell => (value === null ? text("") : { type: Number, value });
const heading = (names: string[]): SheetRow => names.map((name) => text(name, { fontWeight: "bold" }));

const handedOnColumns: Column[] = columns.filter((column) => column !== "lastYear");

function rowSheet(rows: Row[]): SheetRow[] {
  const { columns: names } = words.value.desk;
  const { why } = words.value.county;
  return [
    heading([...handedOnColumns.map((column) => names[column]), why]),
    ...rows.map((row) => [...handedOnColumns.map((column) => (isNumber(column) ? number(row[column] as number | null) : text(said(row, column)))), text(row.why)]),
  ];
}

function findingSheet(of: Of[]): SheetRow[] {
  const { county, findings: names } = words.value;
  const lines = of.flatMap(({ row, short }) =>
    handedOn(short).findings.map(({ rule, severity, line, message, suggestion, basis, kept }) => [
      text(row.body || row.file), number(row.year), text(names.severity[severity]), number(line), text(message), text(suggestion), text(basis), text(rule), text(kept === null ? "" : names.kept(kept)),
    ]),
  );
  return [heading(county.findingColumns), ...lines];
}

/** The names of the cells of a form, by their ids. */
function namesOf(forms: Forms, form: "2019" | "2021"): Map<string, string> {
  const cells = forms[form].tables.flatMap(({ rows }) => rows.flatMap(({ path, columns }) => columns.map(({ id, group, label }): [string, string] => [id, [...path, group, label].filter(Boolean).join("／")])));
  return new Map(cells);
}

function cellSheet(of: Of[], forms: Forms): SheetRow[] {
  const { county, tables } = words.value;
  const names = { "2019": namesOf(forms, "2019"), "2021": namesOf(forms, "2021") };
  const lines = of.flatMap(({ row, short }) => {
    if (!short.form) return [];
    return [...names[short.form]].flatMap(([id, name]): SheetRow[] => {
      const cell = short.cells[id];
      if (!cell) return [];
      return [[text(row.body || row.file), number(row.year), text(name), number(cell.value ?? null), text(tables.status[cell.status])]];
    });
  });
  return [heading(county.cellColumns), ...lines];
}

function sumSheet(total: Total, forms: Forms): SheetRow[] {
  const { county } = words.value;
  const names = namesOf(forms, total.form);
  const differing = new Map(total.differences.map((one) => [one.cell, one]));
  const lines = Object.entries(total.cells).map(([id, { value, unknown, blank }]) => {
    const differs = differing.get(id);
    const lacking = [
      ...(unknown.length > 0 ? [county.unknown(unknown.length, unknown.join("、"))] : []),
      ...(blank.length > 0 ? [county.blank(blank.length, blank.join("、"))] : []),
      ...(differs?.explained_by ?? []),
    ];
    return [text(names.get(id) ?? id), number(value), number(differs?.reported ?? null), number(differs ? Number((differs.reported - differs.sum).toFixed(6)) : null), text(lacking.join("；"))];
  });
  const sentences = [...total.explanations, ...total.broken].map(({ message }) => message).concat(total.questions, total.left_out.map(({ name, reason }) => `${name}：${reason}`));
  return [heading(county.sumColumns), ...lines, [], ...sentences.map((sentence) => [text(sentence)])];
}
