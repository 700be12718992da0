// The columns of the desk: what stands in each, how it is sorted, and what a filter over it lets through.
import { type Row, standings } from "./rows";

export const columns = [
  "body", "year", "standing", "round", "errors", "warnings", "unchecked", "lastYear", "received", "change", "closed", "carried", "reviews", "suits", "form", "level", "signed", "file",
] as const;

export type Column = (typeof columns)[number];

const numbers: Column[] = ["year", "errors", "warnings", "unchecked", "received", "change", "closed", "carried", "reviews", "suits"];

export const isNumber = (column: Column) => numbers.includes(column);

export interface Order {
  column: Column;
  down: boolean;
}

export type Filters = Partial<Record<Column, string>>;

/** What is sought in a row, and how it is said in words: verdicts and levels have names. */
export type Said = (row: Row, column: Column) => string;

const collator = new Intl.Collator("zh-CN");

/** Digits as wide as each other, so that 10 comes after 9. */
const padded = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(10, "0"));

/** The place of each text among all that are there: comparing by language takes long, and the same names stand in many rows. */
function ranks(texts: string[]): Map<string, number> {
  const all = [...new Set(texts)];
  return new Map(all.sort(collator.compare).map((text, rank): [string, number] => [text, rank]));
}

/** Rows that have nothing in the column come last, whichever way it is sorted; rows that are alike stay by body and year. */
export function sorted(rows: Row[], { column, down }: Order, said: Said): Row[] {
  const sign = down ? -1 : 1;
  const keyed: { row: Row; key: number | string | null }[] = rows.map((row) => ({ row, key: keyOf(row, column, said) }));
  if (column === "body") {
    const places = ranks(keyed.flatMap(({ key }) => (typeof key === "string" ? [key] : [])));
    for (const one of keyed) one.key = places.get(one.key as string) ?? one.key;
  }
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null) || usual(one.row, other.row);
    const order = typeof one.key === "number" ? one.key - (other.key as number) : one.key < other.key ? -1 : Number(one.key > other.key);
    return sign * order || usual(one.row, other.row);
  });
  return keyed.map(({ row }) => row);
}

function usual(one: Row, other: Row): number {
  return (other.year ?? 0) - (one.year ?? 0) || (one.body < other.body ? -1 : Number(one.body > other.body)) || one.entry - other.entry || one.index - other.index;
}

function keyOf(row: Row, column: Column, said: Said): number | string | null {
  if (column === "standing") return 1000 * standings.indexOf(row.standing) - Math.min(999, row.errors ?? 0);
  if (isNumber(column)) return row[column] as number | null;
  const text = said(row, column);
  return text === "" ? null : column === "body" ? text : padded(text);
}

/** Whether a filter lets a row through: words that stand in it, or for numbers `3`, `>3`, `<=3`, `3-8`. What is no such filter lets everything through. */
export function fits(row: Row, column: Column, filter: string, said: Said): boolean {
  const asked = filter.normalize("NFKC").trim().toLowerCase();
  if (asked === "") return true;
  if (!isNumber(column)) return said(row, column).toLowerCase().includes(asked);
  const value = row[column] as number | null;
  const range = /^(-?\d+)\s*[-~–—]\s*(-?\d+)$/.exec(asked);
  if (range) return value !== null && value >= Number(range[1]) && value <= Number(range[2]);
  const bound = /^(>=|<=|>|<|=)?\s*(-?\d+(?:\.\d+)?)$/.exec(asked.replace("≥", ">=").replace("≤", "<="));
  if (!bound) return true;
  if (value === null) return false;
  const n = Number(bound[2]);
  return { ">": value > n, "<": value < n, ">=": value >= n, "<=": value <= n, "=": value === n }[bound[1] ?? "="] ?? true;
}

/** Whether all words that are searched for stand somewhere in the row. */
export function contains(row: Row, search: string, said: Said): boolean {
  const asked = search.normalize("NFKC").trim().toLowerCase();
  if (asked === "") return true;
  const words = columns.filter((column) => !isNumber(column) || column === "year").map((column) => said(row, column));
  const all = `${words.join(" ")} ${row.why}`.toLowerCase();
  return asked.split(/\s+/).every((word) => all.includes(word));
}
