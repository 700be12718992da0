// The tables as they leave the page: labels, merged cells and what each cell says, without the icons and buttons of the screen.
import type { Cell, Report } from "../engine/contract";
import type { Grid, GridLabel, GridNumber, GridRow } from "../tables/grid";
import { differenceOf } from "../findings/summary";
import { words } from "../words";

export interface PlainCell {
  text: string;
  /** Its id, where it is no label. */
  cell?: string;
  /** Only where the cell holds a number alone, to be counted with. */
  number?: number;
  label?: GridLabel["scope"];
  downwards?: boolean;
  remark?: boolean;
  rowSpan: number;
  colSpan: number;
}

export interface PlainTable {
  title: string;
  columns: number;
  head: PlainCell[][];
  body: PlainCell[][];
}

export function plainTable(grid: Grid, report: Report): PlainTable {
  const rows = (list: GridRow[]) => list.map((row) => row.map((item) => plainCell(item, report)));
  return { title: words.value.tables.titles[grid.table.id], columns: grid.columns, head: rows(grid.head), body: rows(grid.body) };
}

function plainCell(item: GridLabel | GridNumber, report: Report): PlainCell {
  if (item.kind === "label") {
    const { text, scope, rowSpan, colSpan, downwards = false, remark = false } = item;
    return { text, label: scope, downwards, remark, rowSpan, colSpan };
  }
  const cell = report.cells[item.id];
  return {
    text: saidBy(cell),
    cell: item.id,
    ...(cell?.status === "value" && cell.value !== undefined && !cell.unit && !cell.corrected ? { number: cell.value } : {}),
    rowSpan: 1,
    colSpan: item.colSpan,
  };
}

/** Returns what a cell says outside the page. One that could not be read says so: it must not look like an empty one. */
function saidBy(cell: Cell | undefined): string {
  const { status } = words.value.tables;
  if (cell?.corrected) return differenceOf(cell);
  switch (cell?.status) {
    case "value":
      return `${cell.value ?? ""}${cell.unit ?? ""}`;
    case "blank":
      return "";
    case "uncertain":
      return `（${status.uncertain}）`;
    case "placeholder":
    case "text":
      return cell.text ?? "";
    default:
      return `（${status.missing}）`;
  }
}
