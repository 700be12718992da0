// What axe-core finds on the page as it is: in every size, in light and in dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A screen of an office, a telephone, and the first again with everything twice as large. */
export const SIZES = [[1366, 768], [390, 844], [683, 384]];

export async function nothingFound({ visit }, where, sizes = SIZES) {
  await visit.ask(new Function(`${AXE}; return true;`));
  for (const [width, height] of sizes) {
    await visit.resize(width, height);
    for (const theme of ["light", "dark"]) await nothingFoundNow(visit, `${where}, ${width}x${height}, ${theme}`, theme);
  }
  await visit.resize(...SIZES[0]);
}

async function nothingFoundNow(visit, where, theme) {
  await visit.ask((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
  await visit.ask(() => {
    window.found = null;
    window.axe.run(document).then(({ violations }) => {
      window.found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
    });
  });
  assert.deepEqual(await visit.until(() => window.found), [], where);
}
