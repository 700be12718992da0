import { describe, expect, it } from "vitest";

import type { Cell } from "../src/engine/contract";
import { editOf, zerosFor } from "../src/tables/cell-edit";

/** The cell that stands between the brackets of a text. */
function cellIn(marked: string, parts: Partial<Cell> = {}): [Cell, string] {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return [{ status: "value", start, end, ...parts }, marked.replace(/[[\]]/g, "")];
}

const changed = (marked: string, number: number, parts: Partial<Cell> = {}) => {
  const [cell, text] = cellIn(marked, parts);
  const edit = editOf(cell, text, number);
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
};

describe("a number typed into a cell", () => {
  it("takes the place of the one in the text", () => {
    expect(changed("自然人\t[145]\t2", 154)).toBe("自然人\t154\t2");
  });

  it("leaves the unit and the remark beside the number", () => {
    expect(changed("收费\t[43.788万元]\n", 45)).toBe("收费\t45万元\n");
    expect(changed("规章\t[22（其中修订16件）]", 23)).toBe("规章\t23（其中修订16件）");
    expect(changed("数\t[１２]", 13)).toBe("数\t13");
  });

  it("takes the place of a sign, and fills a blank cell", () => {
    expect(changed("行政处罚\t[/]\n", 0, { status: "placeholder" })).toBe("行政处罚\t0\n");
    expect(changed("科研机构\t[]\t3", 7, { status: "blank" })).toBe("科研机构\t7\t3");
  });

  it("stays beside the text where the cell has no place of its own", () => {
    expect(changed("00[0]00", 4)).toBeNull();
    expect(changed("1.[5]", 4)).toBeNull();
    expect(changed("2 [1 3]", 4, { status: "uncertain" })).toBeNull();
    expect(changed("[4]", 5, { corrected: true })).toBeNull();
    expect(editOf({ status: "missing" }, "", 1)).toBeNull();
    expect(editOf(undefined, "", 1)).toBeNull();
  });
});

describe("zeros for blank cells", () => {
  it("are written into those alone", () => {
    const text = "a\t\t2\t/";
    const cells: Record<string, Cell> = {
      blank: { status: "blank", start: 2, end: 2 },
      value: { status: "value", value: 2, start: 3, end: 4 },
      sign: { status: "placeholder", start: 5, end: 6 },
      nowhere: { status: "blank" },
    };
    expect(zerosFor(Object.keys(cells), cells, text)).toEqual([{ start: 2, end: 2, text: "0" }]);
  });
});
