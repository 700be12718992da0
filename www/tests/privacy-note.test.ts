// docs/privacy.md names every choice that the page stores.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** Names of files look alike and are none of them. */
it("says of each stored choice that it is stored", () => {
  const folder = fileURLToPath(new URL("../src", import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsx?|js)$/.test(name));
  const stored = new Set(sources.flatMap((name) => [...read(`../src/${name}`).matchAll(/"(gouji\.(?!(?:html|json|toml)")[a-z]+)"/g)].map(([, key]) => key)));
  expect(stored.size).toBeGreaterThan(3);
  expect([...stored].filter((key) => !read("../../docs/privacy.md").includes(`\`${key}\``))).toEqual([]);
});
