import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { asCharacters } from "../src/engine/radicals";

it("puts characters in place of radicals, place by place", () => {
  expect(asCharacters("⼈⺠政府⾏政⼀⻔⺟⻳7")).toBe("人民政府行政一门母龟7");
  expect(asCharacters("⺅人民")).toBe("⺅人民");
});

it("puts the same characters as the readers of files do", () => {
  const readers = readFileSync(new URL("../../crates/files/src/radicals.rs", import.meta.url), "utf8");
  const [, kangxi] = readers.match(/KANGXI: &str = "([^"]+)"/)!;
  const [, others] = readers.match(/OTHERS: &str = "([^"]+)"/)!;
  [...kangxi!].forEach((character, index) => expect(asCharacters(String.fromCodePoint(0x2f00 + index))).toBe(character));
  const pairs = [...others!];
  for (let at = 0; at < pairs.length; at += 2) expect(asCharacters(pairs[at]!)).toBe(pairs[at + 1]);
});
