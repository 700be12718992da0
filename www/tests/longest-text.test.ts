// The longest text is one number for the page and the command line: the page refuses what the engine would.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

const product = (source: string, name: RegExp) => {
  const [, factors = ""] = name.exec(source) ?? [];
  return factors.split("*").reduce((all, factor) => all * Number(factor), 1);
};

it("is the same on the page and in the engine", () => {
  const engine = product(read("../../src/text/source.rs"), /LONGEST_TEXT: usize = ([\d *]+);/);
  const page = product(read("../src/editor/checking.ts"), /longestText = ([\d *]+);/);
  expect(engine).toBeGreaterThan(1_000_000);
  expect(page).toBe(engine);
});
