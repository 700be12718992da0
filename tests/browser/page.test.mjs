// The page in a real browser, as a clerk uses it: the single file from disk and from a plain http server, the site folder from both.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { BROWSER } from "./browsers.mjs";
import { id, REPORT } from "./page-object.mjs";
import { DIST } from "./server.mjs";
import { aPageForEach, checker, server, setUp, visit } from "./fixtures.mjs";

const PICTURES = fileURLToPath(new URL("../../target/pictures/", import.meta.url));

const FOLDER = new URL("../fixtures/", import.meta.url);
const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));

/** A word that the older browsers do not know yet: they say so. */
const OF_ANOTHER_AGE = /^The source list for .* invalid source: ''wasm-unsafe-eval''|^Unrecognized Content-Security-Policy directive '(script-src-elem|require-trusted-types-for|trusted-types)'/;

const onDisk = (file) => new URL(file, DIST).href;

setUp();
before(() => mkdirSync(PICTURES, { recursive: true }));

const PARTS = [/^(boot|desk|gouji|files|handbook|page|worker)-[0-9a-f]+\.js$/, /^page-[0-9a-f]+\.css$/, /^icon\.svg$/];

/** How the page is come by, and what it may ask for besides itself. */
const PLACES = [
  { place: "disk", url: () => onDisk("gouji.html"), parts: [] },
  { place: "http", url: () => `${server.outside}/gouji.html`, parts: [] },
  { place: "site-disk", url: () => onDisk("site/index.html"), parts: PARTS },
  { place: "site-http", url: () => `${server.outside}/site/`, parts: PARTS },
];

for (const { place, url, parts } of PLACES) {
  describe(place, () => {
    aPageForEach(url);
    afterEach(() => {
      assert.deepEqual(visit.complaints.filter((complaint) => !OF_ANOTHER_AGE.test(complaint)), []);
      const folder = new URL(".", url()).href;
      const foreign = visit.requests.filter((request) => {
        if (/^(data|blob):/.test(request) || request === url()) return false;
        return !(request.startsWith(folder) && parts.some((part) => part.test(request.slice(folder.length))));
      });
      assert.deepEqual(foreign, []);
    });

    const verdict = (...names) => checker.verdict(...names);
    const count = (selector) => checker.count(selector);
    const words = (selector) => checker.words(selector);
    const paste = (text) => checker.paste(text);

    test("a pasted report gets its verdict, its findings and its tables", async () => {
      await paste(REPORT);
      await verdict("errors");
      assert.match(await words(id("counts")), /3 张表 [0-9]+ 格、[0-9]+ 个等式/);
      assert.ok((await count(id("finding"))) > 0);
      assert.equal(await count(`${id("table-disclosure")} ${id("cell")}`), 10);
      assert.equal(await count(`${id("table-requests")} ${id("cell")}`), 175);
      assert.equal(await count(`${id("table-disputes")} ${id("cell")}`), 15);
      await visit.picture(`${PICTURES}${BROWSER}-${place}.png`);
    });

    test("the example does the same", async () => {
      await visit.click(id("button-example"));
      await verdict("errors");
    });

    test("every kind of report gets an answer", async () => {
      for (const report of FIXTURES) {
        await paste(report);
        await verdict("errors", "warnings", "incomplete", "clean");
      }
    });

    test("a click on a finding shows its cell and its place in the text", async () => {
      await paste(REPORT);
      await verdict("errors");
      await visit.click(id("finding"));
      await visit.seen(`${id("cell")}.main`);
      await visit.seen(".cm-place-primary");
    });

    test("a click on a cell shows its place in the text", async () => {
      await paste(REPORT);
      await verdict("errors");
      const cell = `${id("cell")}[data-cell="requests.received.total"]`;
      await visit.ask((cell) => document.querySelector(cell).scrollIntoView(), cell);
      await visit.click(`${cell} button`);
      await visit.seen(id("inspector"));
      await visit.seen(".cm-place-primary");
      assert.equal(await words(".cm-place-primary"), await words(`${cell} .cell-words`));
    });

    test("a number is typed into the report that is shown, not for the others", async () => {
      await paste(`${REPORT}\n${REPORT.split("柳溪镇").join("白石镇")}`);
      await verdict("errors");
      await visit.click(`${id("reports")} button:nth-of-type(2)`);
      const cell = `${id("cell")}[data-cell="requests.received.total"]`;
      const shown = await words(`${cell} .cell-words`);
      await visit.ask((cell) => document.querySelector(cell).scrollIntoView(), cell);
      await visit.click(`${cell} button`);
      await visit.type("97");
      await visit.press("Enter");
      await visit.until((cell) => (document.querySelector(cell) || {}).textContent === "97", `${cell} .cell-words`);
      await visit.click(`${id("reports")} button:nth-of-type(1)`);
      await visit.until(([cell, shown]) => document.querySelector(cell).textContent === shown, [`${cell} .cell-words`, shown]);
    });

    test("what is filtered away is counted and comes back", async () => {
      await paste(REPORT);
      await verdict("errors");
      const all = await count(id("finding"));
      await visit.click(id("filter-error"));
      await visit.seen(id("hidden-count"));
      const hidden = Number((await words(id("hidden-count"))).match(/[0-9]+/)[0]);
      assert.ok(hidden > 0);
      assert.equal(await count(id("finding")), all - hidden);
      await visit.click(id("filter-all"));
      await visit.until((s) => !document.querySelector(s), id("hidden-count"));
      assert.equal(await count(id("finding")), all);
    });

    test("a fix changes the text, and the finding goes", async () => {
      await paste(REPORT);
      await verdict("errors");
      const findings = await count(id("finding"));
      await visit.ask((fix) => document.querySelector(fix).scrollIntoView({ block: "center" }), id("fix"));
      await visit.click(id("fix"));
      await visit.until(([finding, before]) => document.querySelectorAll(finding).length < before, [id("finding"), findings]);
      await visit.click(id("button-undo"));
      await visit.until(([finding, before]) => document.querySelectorAll(finding).length === before, [id("finding"), findings]);
    });

    test("a cleared text comes back by undo", async () => {
      await paste(REPORT);
      await verdict("errors");
      await visit.click(id("button-clear"));
      await verdict("empty");
      assert.equal(await count(id("finding")), 0);
      await visit.click(id("button-undo"));
      await verdict("errors");
    });

    test("the verdict follows the typing", async () => {
      await paste(REPORT);
      await verdict("errors");
      await visit.press("Control", "a");
      await visit.type("abc");
      await verdict("unreadable");
      assert.equal(await count(id("cell")), 0);
    });

    test("the result is copied as text", async () => {
      await paste(REPORT);
      await verdict("errors");
      await visit.click(id("button-copy"));
      await visit.until((said) => document.querySelector(said).textContent, `${id("button-copy")} + .said`);
      await visit.click(id("editor"));
      await visit.press("Control", "a");
      await visit.press("Control", "v");
      await visit.until(() => document.querySelector(".cm-content").textContent.includes("【错误】"));
    });

    test("a text that is no report is never a pass", async () => {
      for (const text of ["今天天气很好。", "\0\u202e\ud800<b>=1+1</b>", "0\t".repeat(5000)]) {
        await paste(text);
        await verdict("unreadable", "incomplete", "errors");
      }
    });

    test("a text past the limit is refused and kept", async () => {
      const line = `${"字".repeat(99)}\n`;
      const lines = 18_000;
      await paste(line.repeat(lines));
      assert.match(await verdict("too-long"), /5\.1 MB.*上限/);
      assert.equal((await words(".size")).replace(/[^0-9]/g, ""), String(line.length * lines));
    });

    test("a text file opens in the encoding it is written in", async () => {
      const informationInGb18030 = [0xd0, 0xc5, 0xcf, 0xa2];
      await checker.hand("chosen", ["report.txt", informationInGb18030]);
      await verdict("unreadable");
      assert.equal(await words(".cm-line"), "信息");
    });

    test("leaving with a pasted text asks first", async () => {
      await paste(`${REPORT}\n`);
      await verdict("errors");
      assert.ok(await visit.asksOnLeaving());
    });

    test("leaving asks first where only last year's report is there", async () => {
      await checker.fill(id("previous"), "去年的年度报告");
      assert.ok(await visit.asksOnLeaving());
    });

    test("leaving asks first where only a list of files is there", async () => {
      await checker.hand("chosen", ["a.txt", REPORT], ["b.txt", REPORT]);
      await visit.until((list) => document.querySelector(list), id("desk-rows"));
      assert.ok(await visit.asksOnLeaving());
    });
  });
}
