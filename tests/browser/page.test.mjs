// The page in a real browser, as a clerk uses it: opened from disk and from a plain http server.
// `cargo xtask test` says in BROWSER, BROWSER_EXECUTABLE, PAGE_FILE and PAGE_URL what to drive and where the page is.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch } from "./browsers.mjs";

const { BROWSER, BROWSER_EXECUTABLE, PAGE_FILE, PAGE_URL } = process.env;
const PICTURES = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const [, REPORT] = readFileSync(new URL("../../www/src/example.ts", import.meta.url), "utf8").match(/`([^`]*)`/);

const FOLDER = new URL("../fixtures/", import.meta.url);
const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, FOLDER), "utf8"));

/** A directive that the older browsers need; the newer ones have dropped it and say so. */
const DROPPED_DIRECTIVE = "Unrecognized Content-Security-Policy directive 'prefetch-src'.";

const id = (name) => `[data-testid="${name}"]`;

let browser;
before(async () => {
  browser = await launch(BROWSER, BROWSER_EXECUTABLE);
  mkdirSync(PICTURES, { recursive: true });
});
after(() => browser?.close());

for (const [place, url] of [["disk", pathToFileURL(PAGE_FILE).href], ["server", PAGE_URL]]) {
  describe(`the page from ${place} in ${BROWSER}`, () => {
    let visit;
    beforeEach(async () => {
      visit = await browser.visit(url);
      await verdict("empty");
    });
    afterEach(async () => {
      await visit.close();
      assert.deepEqual(visit.complaints.filter((complaint) => complaint !== DROPPED_DIRECTIVE), []);
      assert.deepEqual(visit.requests.filter((request) => !request.startsWith("data:")), [url]);
    });

    /** Waits until the checking rests and the verdict is one of these. */
    const verdict = (...names) =>
      visit.until(
        ([selector, names]) => {
          const verdict = document.querySelector(selector);
          const rests = verdict && verdict.getAttribute("aria-busy") !== "true";
          return rests && names.includes(verdict.dataset.verdict) && verdict.textContent.trim().concat(" ");
        },
        [id("verdict"), names],
      );

    const count = (selector) => visit.ask((selector) => document.querySelectorAll(selector).length, selector);
    const words = (selector) => visit.ask((selector) => document.querySelector(selector).textContent, selector);

    /** Pastes over all that is in the editor, as Ctrl+A and Ctrl+V do. */
    const paste = async (text) => {
      await visit.click(id("editor"));
      await visit.press("Control", "a");
      await visit.ask(
        ([selector, text]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", JSON.parse(text));
          const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
          document.querySelector(selector).dispatchEvent(event);
        },
        // As JSON, for the protocol of the oldest browser hangs on half a surrogate pair.
        [id("editor"), JSON.stringify(text)],
      );
    };

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
      await visit.until(() => document.querySelector(".said").textContent);
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
      await visit.ask((selector) => {
        const files = new DataTransfer();
        const informationInGb18030 = Uint8Array.of(0xd0, 0xc5, 0xcf, 0xa2);
        files.items.add(new File([informationInGb18030], "report.txt", { type: "text/plain" }));
        const input = document.querySelector(selector);
        input.files = files.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }, id("file"));
      await verdict("unreadable");
      assert.equal(await words(".cm-line"), "信息");
    });

    test("leaving with a pasted text asks first", async () => {
      await paste(`${REPORT}\n`);
      await verdict("errors");
      await visit.page.reload();
      assert.deepEqual(visit.dialogs, ["beforeunload"]);
      visit.requests.shift();
    });
  });
}
