import { expect, it } from "vitest";

import { asCharacters } from "../src/engine/radicals";

it("puts characters in place of radicals, place by place", () => {
  expect(asCharacters("⼈⺠政府⾏政⼀⻔⺟⻳7")).toBe("人民政府行政一门母龟7");
  expect(asCharacters("⺅人民")).toBe("⺅人民");
});
