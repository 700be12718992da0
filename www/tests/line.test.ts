import { describe, expect, it } from "vitest";

import { lineAt, withBracket } from "../src/editor/line";

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

describe("a range with its bracket", () => {
  const whole = (text: string, start: number, end: number) => {
    const place = withBracket(text, { start, end });
    return text.slice(place.start, place.end);
  };

  it("begins at the bracket that belongs to its words, and at no other", () => {
    expect(whole("果（一）予以公开 2", 2, 8)).toBe("（一）予以公开");
    expect(whole("（予以公开", 1, 5)).toBe("予以公开");
    expect(whole("（2（3）", 1, 4)).toBe("2（3");
    expect(whole("一）", 0, 2)).toBe("一）");
  });
});
