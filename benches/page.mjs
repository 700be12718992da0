// How long the page takes from opening to its first verdict: opened from disk, a report of 14 kB pasted as soon as it is ready; and how long after
// a key in a cell its sums, and after Enter the verdict, are painted. For `cargo xtask bench --page`, which says in which browser.
import { mkdirSync, writeFileSync } from "node:fs";

import { BROWSER, launch } from "../tests/browser/browsers.mjs";
import { id, PageObject, REPORT } from "../tests/browser/page-object.mjs";
import { withScript } from "../tests/browser/variants.mjs";

const RUNS = 9;
const BYTES = 14_000;
const PAGE = new URL("../target/opening.html", import.meta.url);

/** The example with more of its own prose. */
function report() {
  const paragraph = REPORT.match(/（三）政府信息管理。.*\n\n/)[0];
  const lacking = BYTES - Buffer.byteLength(REPORT);
  return REPORT.replace(paragraph, paragraph.repeat(1 + Math.round(lacking / Buffer.byteLength(paragraph))));
}

/** Runs before all of the page: notes when it is ready, when the text is pasted, and when the verdict has been painted. */
function watch() {
  window.times = {};
  const note = (name) => {
    if (!(name in window.times)) window.times[name] = performance.now();
  };
  new MutationObserver(() => {
    const verdict = document.querySelector('[data-testid="verdict"]');
    if (!verdict || verdict.getAttribute("aria-busy") === "true") return;
    if (verdict.dataset.verdict === "empty") note("ready");
    if (verdict.dataset.verdict === "errors") requestAnimationFrame(() => setTimeout(() => note("judged")));
  }).observe(document, { attributes: true, childList: true, subtree: true });
  window.addEventListener("paste", () => note("pasted"), true);
  // The sums are drawn in the task of the key; what follows the next frame has been painted.
  window.addEventListener("keydown", ({ key }) => {
    const pressed = performance.now();
    const painted = (done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
    if (/^[0-9]$/.test(key)) painted((after) => (window.times.typed = after));
    if (key !== "Enter") return;
    const checked = new MutationObserver(() => {
      if (document.querySelector('[data-testid="verdict"]').getAttribute("aria-busy") === "true") return;
      checked.disconnect();
      painted((after) => (window.times.entered = after));
    });
    checked.observe(document.querySelector('[data-testid="verdict"]'), { attributes: true, attributeFilter: ["aria-busy"] });
  }, true);
}

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

mkdirSync(new URL(".", PAGE), { recursive: true });
writeFileSync(PAGE, withScript(`(${watch})();`));
const text = report();
const browser = await launch();
const opening = [];
const checking = [];
const typing = [];
const entering = [];
for (let run = 0; run < RUNS; run += 1) {
  const visit = await browser.visit(PAGE.href);
  const checker = new PageObject(visit);
  await checker.verdict("empty");
  await checker.paste(text);
  const { ready, pasted, judged } = await visit.until(() => window.times.judged && window.times);
  opening.push(ready);
  checking.push(judged - pasted);
  await visit.ask((cell) => document.querySelector(cell).focus(), `${id("cell")}[data-cell="requests.granted.individual"] button`);
  await visit.type("7");
  typing.push(await visit.until(() => document.querySelector('[data-testid="live-sums"]') && window.times.typed));
  await visit.press("Enter");
  entering.push(await visit.until(() => window.times.entered));
  await visit.close();
}
await browser.close();

const whole = opening.map((time, run) => time + checking[run]);
const said = [opening, checking, whole, typing, entering].map((times) => median(times).toFixed(0).padStart(6));
console.log(`${BROWSER.padEnd(14)} ${said.join("  ")}`);
