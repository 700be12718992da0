import { expect, it } from "vitest";

import { numberIn } from "../src/tables/cell-edit";

it("takes numbers as people type them", () => {
  expect(numberIn(" 12 ")).toBe(12);
  expect(numberIn("１２．５")).toBe(12.5);
  expect(numberIn("-3")).toBe(-3);
});

it("takes nothing else", () => {
  for (const text of ["", "三", "1,000", "1e5", "0x10", "12件", "."]) expect(numberIn(text), text).toBeNull();
});
