import { expect, it } from "vitest";

import { lineAt } from "../src/editor/line";

const text = "\n甲\n\n乙丙";

it.each([
  [0, { text: "", start: 0, number: 1 }],
  [1, { text: "甲", start: 1, number: 2 }],
  [2, { text: "甲", start: 1, number: 2 }],
  [3, { text: "", start: 3, number: 3 }],
  [5, { text: "乙丙", start: 4, number: 4 }],
  [6, { text: "乙丙", start: 4, number: 4 }],
])("the line at %i", (position, line) => {
  expect(lineAt(text, position)).toEqual(line);
});
