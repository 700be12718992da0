// The sum behind a finding written out with its numbers: 一 3 ＋ 二 0 ＝ 3，三（七）2 ＋ 四 0 ＝ 2，差 1.
import type { Finding, FormColumn, FormRow, Report } from "../engine/contract";

export interface Term {
  cell: string;
  name: string;
  value: number;
}

/** 三（七）2, but 一 3: a space where name and number would run together. */
export function said({ name, value }: Term): string {
  return name.endsWith("）") ? name + value : `${name} ${value}`;
}

export interface Side {
  terms: Term[];
  total: number;
}

export interface WrittenSum {
  sides: [Side, Side];
  difference: number;
}

export interface Place {
  row: FormRow;
  column: FormColumn;
}

/** Null where the finding compares no two sides of cells: its two numbers then come from elsewhere, such as the running text. */
export function writtenSum(finding: Finding, report: Report, placeOf: (cell: string) => Place | undefined): WrittenSum | null {
  const { left, right, cells } = finding;
  if (left === undefined || right === undefined || cells.length < 2) return null;
  const name = namesFor(cells, placeOf);
  const terms = cells.map((cell) => ({ cell, name: name(cell), value: report.cells[cell]?.value ?? 0 }));
  const balance = rowOf(cells[0]!) === "requests.received" && rowOf(cells[1]!) === "requests.carried_in";
  const first = sideOf(terms.slice(0, balance ? 2 : 1));
  const second = sideOf(terms.slice(balance ? 2 : 1));
  if (first.total !== left || second.total !== right) return null;
  // A total stands after what it is the total of.
  return { sides: balance ? [first, second] : [second, first], difference: rounded(Math.abs(left - right)) };
}

function sideOf(terms: Term[]): Side {
  const total = rounded(terms.reduce((sum, term) => sum + term.value, 0));
  const counting = terms.filter((term) => term.value !== 0);
  return { terms: terms.length > 2 && counting.length > 0 ? counting : terms, total };
}

/** Sums of money have decimals, and 0.1 + 0.2 is not 0.3. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

const rowOf = (cell: string) => cell.slice(0, cell.lastIndexOf("."));

/** In one row the columns name the cells, in one column the numbers of the rows do; else both. */
function namesFor(cells: string[], placeOf: (cell: string) => Place | undefined): (cell: string) => string {
  const places = cells.map(placeOf);
  const sameRow = places.every((place) => place?.row.id === places[0]?.row.id);
  const sameColumn = places.every((place) => place?.column.label === places[0]?.column.label);
  return (cell) => {
    const place = placeOf(cell);
    if (!place) return cell;
    if (sameRow) return place.column.label;
    return sameColumn ? shortRow(place.row) : `${shortRow(place.row)}${place.column.label}`;
  };
}

/** 三（七） for 三、本年度办理结果 （七）总计; rows without numbers keep their words. */
function shortRow(row: FormRow): string {
  const numbers = row.path.map((label) => /^(?:([一二三四五六七八九十]+)、|(（[一二三四五六七八九十]+）)|([0-9]+)\.)/.exec(label));
  const short = numbers.map((found) => found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
  return short.every((part) => part !== "") ? short.join("") : row.path.join("");
}
