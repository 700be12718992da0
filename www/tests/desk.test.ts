import { describe, expect, it } from "vitest";

import { contains, fits, sorted } from "../src/review/columns";
import { pairs, stemOf } from "../src/review/pairs";
import { type Row, roundOf, type Short, type ShortFinding } from "../src/review/rows";

function row(key: string, more: Partial<Row> = {}): Row {
  const nothing = { errors: null, warnings: null, unchecked: null, received: null, closed: null, carried: null, reviews: null, suits: null, change: null };
  return {
    key, entry: Number(key), index: 0, file: `${key}.txt`, body: "", year: null, standing: "clean", why: "", ...nothing, form: "", signed: "", level: "", lastYear: null, round: null, ...more,
  };
}

const said = (one: Row, column: keyof Row) => String(one[column] ?? "");
const keys = (rows: Row[]) => rows.map(({ key }) => key);

describe("the rows of the desk", () => {
  it("are sorted by number, what has none last either way", () => {
    const rows = [row("1", { received: 9 }), row("2"), row("3", { received: 10 })];
    expect(keys(sorted(rows, { column: "received", down: true }, said))).toEqual(["3", "1", "2"]);
    expect(keys(sorted(rows, { column: "received", down: false }, said))).toEqual(["1", "3", "2"]);
  });

  it("are sorted by what needs work, and the most errors first", () => {
    const rows = [row("1"), row("2", { standing: "errors", errors: 1 }), row("3", { standing: "failed" }), row("4", { standing: "errors", errors: 3 })];
    expect(keys(sorted(rows, { column: "standing", down: false }, said))).toEqual(["3", "4", "2", "1"]);
  });

  it("are sorted by file as people count", () => {
    const rows = [row("10"), row("9"), row("1")];
    expect(keys(sorted(rows, { column: "file", down: false }, said))).toEqual(["1", "9", "10"]);
  });

  it("are filtered by numbers, bounds and ranges, and by words", () => {
    const one = row("1", { received: 5, body: "柳溪镇" });
    const through = (filter: string) => fits(one, "received", filter, said);
    expect([">4", "≥5", "5", "3-8", "＝5", "＞4"].map(through)).toEqual([true, true, true, true, true, true]);
    expect([">5", "<5", "6", "6-8"].map(through)).toEqual([false, false, false, false]);
    // Half a filter hides nothing while it is being typed.
    expect(through(">")).toBe(true);
    expect(fits(row("2"), "received", ">0", said)).toBe(false);
    expect(fits(one, "body", "溪", said)).toBe(true);
    expect(contains(one, "柳溪 1.txt", said)).toBe(true);
    expect(contains(one, "白石", said)).toBe(false);
  });
});

describe("the year before", () => {
  const of = (key: string, body: string, year: number) => row(key, { body, year });

  it("is found by name and year, with the county's name before it or without", () => {
    expect(stemOf("青禾县 柳溪镇人民政府")).toBe("青禾县柳溪镇");
    const found = pairs([of("1", "青禾县柳溪镇人民政府", 2024), of("2", "柳溪镇", 2023), of("3", "白石镇", 2023)], new Map());
    expect([...found]).toEqual([["1", "2"]]);
  });

  it("is none where two are as near", () => {
    expect(pairs([of("1", "柳溪镇", 2024), of("2", "青禾县柳溪镇", 2023), of("3", "白水县柳溪镇", 2023)], new Map()).size).toBe(0);
  });

  it("is what the user says, and nothing when that is gone", () => {
    const rows = [of("1", "柳溪镇", 2024), of("2", "柳溪镇", 2023), of("3", "老街镇", 2023)];
    expect(pairs(rows, new Map([["1", "3"]])).get("1")).toBe("3");
    expect(pairs(rows, new Map([["1", null]])).has("1")).toBe(false);
    expect(pairs(rows, new Map([["1", "9"]])).has("1")).toBe(false);
  });
});

it("a report that comes back says what was mended, what was not, and what is new", () => {
  const finding = (message: string): ShortFinding => ({ rule: "NT-01", severity: "error", message, suggestion: "", basis: "", cells: [], line: 1, kept: null });
  const short = (...messages: string[]) => ({ findings: messages.map(finding) }) as Short;
  const { mended, still, fresh } = roundOf(short("甲", "乙"), short("乙", "丙"));
  expect([mended, still, fresh].map((list) => list.map(({ message }) => message))).toEqual([["甲"], ["乙"], ["丙"]]);
});
