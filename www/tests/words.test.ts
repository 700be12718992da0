import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { language } from "../src/shell/state/preferences";
import { words } from "../src/words";
import { english } from "../src/words/en";
import { chinese } from "../src/words/zh";

/** The name of the program, and that of the other language on its button. */
const saidInChinese = ["勾稽", "中文"];

/** What stands where, without the sentences: the keys of objects, the lengths of lists. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== "object") return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]).sort());
}

/** The editor speaks English by itself, and in Chinese there is nothing to be said of the findings being Chinese. */
const comparable = (all: typeof chinese) => shape({ ...all, source: { ...all.source, search: {} } });

describe("the words of the page", () => {
  it("are there in both languages", () => {
    expect(comparable(english)).toEqual(comparable(chinese));
  });

  it("are English in English, but for two names", () => {
    const source = readFileSync(fileURLToPath(new URL("../src/words/en.ts", import.meta.url)), "utf8");
    const found = source.match(/[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+/g) ?? [];
    // The brackets are those of the numbers of the notices.
    expect(found.filter((text) => !saidInChinese.includes(text) && !/^[〔〕]$/.test(text))).toEqual([]);
  });

  it("stand nowhere but there", () => {
    const folder = fileURLToPath(new URL("../src/", import.meta.url));
    const components = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith(".tsx"));
    expect(components.length).toBeGreaterThan(20);
    for (const name of components) {
      const source = readFileSync(folder + name, "utf8");
      expect(source.match(/["'`>][^"'`<>/*]*[\u3400-\u9fff]/g), name).toBeNull();
    }
  });

  it("follow the language that was chosen", () => {
    expect(words.value.verdict.errors(2)).toBe(chinese.verdict.errors(2));
    language.value = "en";
    expect(words.value.verdict.errors(1)).toBe("1 error to correct before publishing");
    language.value = "zh-CN";
    expect(words.value).toBe(chinese);
  });
});
