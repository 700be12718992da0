import { describe, expect, it } from "vitest";

import { numberBlock } from "../src/copies/form-values";
import { asChanged, asOpened, inFile } from "../src/copies/places";
import { compared, placeAnew } from "../src/files/compared";
import type { Finding } from "../src/engine/contract";
import type { MadeChange } from "../src/shell/state/mended";
import { handbook } from "./engine";

/** Numbers by chance that are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

describe("places", () => {
  it("of the editor lie in a file with two characters at the end of a line", () => {
    const text = "甲\r\n乙丙\n丁\r\n\r\n戊";
    const edited = text.replace(/\r\n?/g, "\n");
    const place = inFile(text);
    for (let at = 0; at < edited.length; at += 1) {
      const [there, here] = [text.slice(place(at)).replace(/\r\n?/g, "\n"), edited.slice(at)];
      expect(there).toBe(here);
    }
    expect(place(edited.length)).toBe(text.length);
  });

  it("lie in the text as opened, and in a copy with some of the changes: the words there are the same", () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const next = chance(seed);
      const base = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
      const changes: MadeChange[] = [];
      let [now, at] = ["", 0];
      while (at < base.length) {
        const start = at + 1 + next(12);
        const end = Math.min(base.length, start + next(4));
        if (start >= base.length) break;
        now += base.slice(at, start);
        const text = "abcdef".slice(0, 1 + next(5));
        changes.push({ start, end, text, from: now.length, to: now.length + text.length, line: 1, was: "", now: "", because: null });
        now += text;
        at = end;
      }
      now += base.slice(at);
      const done = changes.filter(() => next(2) === 0);
      const copy = [...done].reverse().reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), base);
      const [opened, moved] = [asOpened(changes), asChanged(done)];
      for (let i = 0; i < now.length; i += 1) {
        if (now.charCodeAt(i) < 0x4e00) continue;
        const { start, end } = moved(opened(i), opened(i + 1));
        expect(copy.slice(start, end)).toContain(now[i]);
        // What was put in at either end belongs to it.
        expect(end - start).toBeLessThanOrEqual(11);
      }
    }
  });
});

describe("a file that is read again", () => {
  const finding = (rule: string, cells: string[], message: string) => ({ rule, cells, message }) as Finding;
  const sum = finding("AR-01", ["a"], "差 3");

  it("says what is mended, still there and new", () => {
    const earlier = [sum, finding("AR-01", ["b"], "差 4"), finding("NT-01", [], "写了 5 件")];
    const now = { findings: [finding("AR-01", ["a"], "差 9"), finding("NT-01", [], "写了 6 件"), finding("FM-01", [], "缺落款")], dismissed: [] };
    const { mended, still, fresh } = compared(earlier, now);
    expect(mended).toEqual([earlier[1]]);
    expect(still).toEqual(now.findings.slice(0, 2));
    expect(fresh).toEqual(now.findings.slice(2));
  });

  it("counts what was found right for none of them", () => {
    expect(compared([sum], { findings: [], dismissed: [{ finding: sum, reason: "", by: "page" }] })).toEqual({ mended: [], still: [], fresh: [] });
  });

  const base = "（一）予以公开\t145\t0\n（二）部分公开\t7\t0\n第三行\t9\n";
  const change = (was: string, text: string) => ({ start: base.indexOf(was), end: base.indexOf(was) + was.length, text, because: null });
  const changes = [change("145", "154"), change("9", "8")];
  const made = ({ open }: ReturnType<typeof placeAnew>, now: string) =>
    [...open].reverse().reduce((text, { start, end, text: words }) => text.slice(0, start) + words + text.slice(end), now);

  it("has the changes made anew where the file has them not", () => {
    for (const now of [base, `前面多了一行\n${base}`, base.replace("7", "17")]) {
      const placed = placeAnew({ text: base, changes }, now);
      expect([placed.open.length, placed.inFile, placed.lost.length]).toEqual([2, 0, 0]);
      expect(made(placed, now)).toBe(now.replace("145", "154").replace("\t9", "\t8"));
    }
  });

  it("leaves what the file has, and names what it cannot place", () => {
    const placed = placeAnew({ text: base, changes }, base.replace("145", "154").replace("第三行\t9\n", ""));
    expect([placed.open.length, placed.inFile, placed.lost]).toEqual([0, 1, [changes[1]]]);
  });
});

it("the block of numbers has a line per row of the edition and seven columns", () => {
  const { forms } = handbook;
  for (const [edition, rows] of [["2019", 23], ["2021", 25]] as const) {
    const table = forms[edition].tables.find(({ id }) => id === "requests")!;
    const cells = { [table.rows[0]!.columns[0]!.id]: { status: "value" as const, value: 12 } };
    const lines = numberBlock(table, cells).split("\n").slice(0, -1);
    expect(lines.length).toBe(rows);
    expect(lines.every((line) => line.split("\t").length === 7)).toBe(true);
    expect(lines[0]).toBe("12\t\t\t\t\t\t");
  }
});
