import { describe, expect, it } from "vitest";

import { fieldsOf } from "../src/editor/table-rows";

const kinds = (line: string) => fieldsOf(line).map(({ from, to, isNumber }) => `${line.slice(from, to)}:${isNumber ? "n" : "l"}`);

describe("the fields of a row", () => {
  it("are what stands between the tabs, numbers told from labels", () => {
    expect(kinds("一、本年新收\t145\t\t0\t／\t12.5万元")).toEqual(["一、本年新收:l", "145:n", ":n", "0:n", "／:n", "12.5万元:n"]);
    expect(kinds("（一）予以公开\t1.属于国家秘密\t0")).toEqual(["（一）予以公开:l", "1.属于国家秘密:l", "0:n"]);
  });

  it("are none in a line of prose", () => {
    expect(fieldsOf("全年收到申请8件。")).toEqual([]);
  });
});
