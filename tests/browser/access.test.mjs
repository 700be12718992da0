// The page for somebody who uses no mouse or hears it: what axe-core finds, where the focus goes, the theme, the language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { BROWSER, launch } from "./browsers.mjs";
import { id, open, REPORT } from "./clerk.mjs";
import { DIST, serve } from "./server.mjs";
import { html, withFaults, withScript } from "./variants.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
let server;
let clerk;
before(async () => {
  const answers = {
    "/faults": html(withFaults({ workers: true })),
    "/failed": html(withScript(`WebAssembly.compile = () => Promise.reject(new Error("?"))`)),
  };
  server = await serve(DIST, { answers });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  clerk = await open(browser, `${server.outside}/gouji.html`);
});
afterEach(async () => {
  // What one test chose would change what the next one sees.
  await clerk.visit.ask(() => localStorage.clear());
  await clerk.visit.close();
});

/** A screen of an office, a telephone, and the first again with everything twice as large. */
const SIZES = [[1366, 768], [390, 844], [683, 384]];

const inTheme = (theme) => clerk.visit.ask((theme) => document.documentElement.setAttribute("data-theme", theme), theme);

/** The screens that come less often are seen in every size by the quickest browser alone: the others would take minutes for them. */
const FEWER_SIZES = BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1);

/** What axe-core finds, in every size, in light and in dark. */
async function nothingFound(where, sizes = SIZES) {
  await clerk.visit.ask(new Function(`${AXE}; return true;`));
  for (const [width, height] of sizes) {
    await clerk.visit.resize(width, height);
    for (const theme of ["light", "dark"]) await nothingFoundNow(`${where}, ${width}x${height}, ${theme}`, theme);
  }
  await clerk.visit.resize(...SIZES[0]);
}

async function nothingFoundNow(where, theme) {
  await inTheme(theme);
  await clerk.visit.ask(() => {
    window.found = null;
    window.axe.run(document).then(({ violations }) => {
      window.found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`);
    });
  });
  assert.deepEqual(await clerk.visit.until(() => window.found), [], where);
}

test("axe finds nothing before there is a text", () => nothingFound("start"));

test("axe finds nothing in a result with findings, with one of them selected, and in the open menu", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await nothingFound("findings");
  await clerk.visit.click(`${id("finding")} .finding-main`);
  await clerk.visit.seen(id("inspector"));
  await nothingFound("selected");
  await clerk.visit.click(id("button-export"));
  await nothingFound("menu");
});

test("axe finds nothing in the help of a rule, nor in the page in English", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-language"));
  await nothingFound("English");
  await clerk.visit.click(id("button-why"));
  await clerk.visit.seen(id("rule-help"));
  await nothingFound("help");
});

test("axe finds nothing in a broken layout, nor in the settings", async () => {
  await clerk.visit.click(id("example-torn"));
  await clerk.verdict("incomplete", "errors", "warnings");
  await nothingFound("torn");
  await clerk.visit.click(id("button-settings"));
  await clerk.visit.until(() => document.querySelector('[role="dialog"]'));
  await nothingFound("settings");
});

test("axe finds nothing where nothing was found, nor where no report was", async () => {
  await clerk.visit.click(id("example-sound"));
  await clerk.verdict("clean");
  await nothingFound("clean");
  await clerk.paste("今天天气很好。");
  await clerk.verdict("unreadable");
  await nothingFound("unreadable");
});

/** Hands files to the page as its dialog does, one or several. */
const choose = (...files) =>
  clerk.visit.ask(
    ([files, chooser]) => {
      const data = new DataTransfer();
      for (const [name, bytes] of files) data.items.add(new File([Uint8Array.from(bytes)], name));
      const input = document.querySelector(chooser);
      input.files = data.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [files, id("file")],
  );

test("axe finds nothing in a list of files, nor where a text may be garbled", async () => {
  await choose(["年报.txt", [...Buffer.from(REPORT)]], ["坏的.docx", [0x50, 0x4b, 3, 4, 0]], ["通知.txt", [...Buffer.from("开会")]]);
  await clerk.visit.until(() => !document.querySelector('[data-state="waiting"], [data-state="working"]') && document.querySelector(".files-item"));
  await nothingFound("files", FEWER_SIZES);
  await clerk.visit.click(`${id("files-item")}[data-state="errors"]`);
  await clerk.visit.until((encoding) => document.querySelector(encoding), id("encoding"));
  await nothingFound("encoding", FEWER_SIZES);
});

test("axe finds nothing in a cell that is put right, nor where findings are set aside", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-aside"));
  await clerk.visit.click(`${id("aside")} summary`);
  await nothingFound("aside", FEWER_SIZES);
  await clerk.visit.ask((cell) => document.querySelector(cell).click(), '[data-cell="requests.received.total"] button');
  await clerk.visit.click(id("button-correct"));
  await nothingFound("correction", FEWER_SIZES);
});

test("axe finds nothing beside last year's report, nor in two reports of one paste", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(".more summary");
  await clerk.visit.ask(
    ([field, text]) => {
      document.querySelector(field).value = text;
      document.querySelector(field).dispatchEvent(new Event("input", { bubbles: true }));
    },
    [id("previous"), REPORT.replace(/2024年/g, "2023年")],
  );
  await clerk.visit.until((picture) => document.querySelector(picture), id("two-years"));
  await clerk.visit.ask(() => document.querySelector('[data-rule="CY-06"] .finding-main').click());
  await clerk.visit.seen(id("alike"));
  await nothingFound("last year", FEWER_SIZES);
  await clerk.paste(`${REPORT}\n${REPORT.split("柳溪镇").join("白石镇")}`);
  await clerk.verdict("errors");
  await nothingFound("two reports", FEWER_SIZES);
});

test("axe finds nothing in the search of the text, in a text that is too long, nor in a rule's own page", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-find"));
  await clerk.visit.until(() => document.querySelector(".cm-search"));
  await nothingFound("search", FEWER_SIZES);
  await clerk.paste(`${"字".repeat(99)}\n`.repeat(8000));
  await clerk.verdict("too-long");
  await nothingFound("too long", FEWER_SIZES);
  await clerk.visit.page.goto(`${server.outside}/site/rules/AR-01.html`);
  await nothingFound("rule", FEWER_SIZES);
});

test("axe finds nothing while a check goes on, after one that failed, nor where none can run", async () => {
  await clerk.visit.page.goto(`${server.outside}/faults`);
  await clerk.verdict("empty");
  await clerk.paste("〔panic〕");
  await clerk.verdict("crashed");
  await nothingFound("crashed", FEWER_SIZES);
  await clerk.visit.page.goto(`${server.outside}/failed`);
  await clerk.visit.until((verdict) => document.querySelector(`${verdict}[data-verdict="failed"]`), id("verdict"));
  await nothingFound("failed", FEWER_SIZES);
  await clerk.visit.page.goto(`${server.outside}/faults`);
  await clerk.verdict("empty");
  await clerk.visit.ask(new Function(`${AXE}; return true;`));
  await clerk.paste(`〔slow〕${REPORT}`);
  await clerk.visit.until((progress) => document.querySelector(progress), id("progress"));
  await nothingFoundNow("progress", "light");
});

test("the focus goes to the verdict when a check was asked for by a button, and stays in the text while typing", async () => {
  await clerk.visit.click(id("button-example"));
  await clerk.verdict("errors");
  await clerk.visit.until(() => document.activeElement.id === "verdict-headline");
  await clerk.paste(REPORT);
  await clerk.visit.press("Control", "End");
  await clerk.visit.type("甲");
  await clerk.verdict("errors");
  assert.equal(await clerk.visit.ask((editor) => document.activeElement === document.querySelector(editor), id("editor")), true);
});

test("the theme goes from the system's to light, to dark and back, and is remembered", async () => {
  const theme = () => clerk.visit.ask(() => [document.documentElement.getAttribute("data-theme"), localStorage.getItem("gouji.theme")]);
  await clerk.visit.ask(() => localStorage.removeItem("gouji.theme"));
  await clerk.visit.reload();
  await clerk.verdict("empty");
  const [own] = await theme();
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["light", "light"]);
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await clerk.visit.reload();
  await clerk.verdict("empty");
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), [own, null]);
});

test("the page speaks English at a button, loses nothing by it, and remembers it", async () => {
  const findings = () => clerk.visit.ask(() => [...document.querySelectorAll(".finding-message")].map((one) => one.textContent).join());
  const language = () => clerk.visit.ask(() => [document.documentElement.lang, document.title]);
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  const before = await findings();
  assert.equal((await language())[0], "zh-CN");
  const chinese = await clerk.words("h1");
  await clerk.visit.click(id("button-language"));
  assert.match(await clerk.verdict("errors"), /^[0-9]+ errors? to correct/);
  assert.equal((await language())[0], "en");
  assert.match((await language())[1], /annual reports/);
  assert.equal(await findings(), before);
  assert.equal(await clerk.words(".cm-line"), REPORT.split("\n")[0]);

  await clerk.visit.click(id("button-clear"));
  await clerk.verdict("empty");
  await clerk.visit.reload();
  await clerk.verdict("empty");
  assert.equal((await language())[0], "en");
  assert.match(await clerk.words(".cm-placeholder"), /^Paste/);
  await clerk.visit.click(id("button-language"));
  assert.equal(await clerk.words("h1"), chinese);
  assert.match(await clerk.words(".cm-placeholder"), /^把/);
});
