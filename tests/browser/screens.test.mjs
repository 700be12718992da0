// The screens of the page that come less often, as axe-core sees them.
import { test } from "node:test";

import { nothingFound, SIZES } from "./axe.mjs";
import { BROWSER } from "./browsers.mjs";
import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, browser, checker, server, setUp } from "./fixtures.mjs";
import { html, withFaults, withoutCompiler } from "./variants.mjs";

/** In every size in the quickest browser alone: the others would take minutes for them. */
const FEWER_SIZES = BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1);

setUp({ "/faults": html(withFaults({ workers: true })), "/failed": html(withoutCompiler()) });
aPageForEach();

test("axe finds nothing in a list of files, nor where a text may be garbled", async () => {
  await checker.hand("chosen", ["年报.txt", REPORT], ["坏的.docx", [0x50, 0x4b, 3, 4, 0]], ["通知.txt", "开会"]);
  await checker.visit.until(() => !document.querySelector('[data-state="waiting"], [data-state="working"]') && document.querySelector(".desk-row"));
  await nothingFound(checker, "files", FEWER_SIZES);
  await checker.visit.click(`${id("desk-row")}[data-state="errors"] td`);
  await checker.visit.until((encoding) => document.querySelector(encoding), id("encoding"));
  await nothingFound(checker, "encoding", FEWER_SIZES);
});

test("axe finds nothing in a cell that is put right, nor where findings are dismissed", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await checker.visit.ask((card) => document.querySelector(card).click(), '[data-rule="AR-01"] .finding-main');
  await checker.visit.click(id("button-keep"));
  await nothingFound(checker, "kept", FEWER_SIZES);
  await checker.visit.ask((card) => document.querySelector(card).click(), '[data-rule="TM-04"] .finding-main');
  await checker.visit.ask((button) => document.querySelector(button).click(), id("button-dismiss"));
  await checker.visit.until((list) => document.querySelector(list), id("dismissed"));
  await checker.visit.ask((list) => document.querySelector(list).click(), `${id("dismissed")} summary`);
  await nothingFound(checker, "dismissed", FEWER_SIZES);
  await checker.visit.ask((cell) => document.querySelector(cell).click(), '[data-cell="requests.received.total"] button');
  await checker.visit.click(id("button-change"));
  await nothingFound(checker, "correction", FEWER_SIZES);
});

test("axe finds nothing in the empty form, where numbers differ from the text, nor in the way to verify", async () => {
  await checker.visit.click(id("button-form"));
  await checker.verdict("errors");
  await nothingFound(checker, "form", FEWER_SIZES);
  await checker.visit.click(id("button-clear"));
  await checker.verdict("empty");
  await checker.visit.click(id("example-torn"));
  await checker.verdict("errors");
  await checker.visit.ask((cell) => document.querySelector(cell).focus(), '[data-cell="requests.granted.company"] button');
  await checker.visit.type("7");
  await checker.visit.press("Enter");
  await checker.visit.until((cell) => document.querySelector(cell), ".cell-corrected");
  await nothingFound(checker, "differs", FEWER_SIZES);
  await checker.visit.click(id("button-privacy"));
  await checker.visit.seen(id("privacy"));
  await nothingFound(checker, "verify", FEWER_SIZES);
});

test("axe finds nothing beside last year's report, nor in two reports of one paste", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await checker.visit.click(".more summary");
  await checker.fill(id("previous"), REPORT.replace(/2024年/g, "2023年"));
  await checker.visit.until((picture) => document.querySelector(picture), id("two-years"));
  await checker.visit.ask(() => document.querySelector('[data-rule="CY-06"] .finding-main').click());
  await checker.visit.seen(id("alike"));
  await nothingFound(checker, "last year", FEWER_SIZES);
  await checker.paste(`${REPORT}\n${REPORT.split("柳溪镇").join("白石镇")}`);
  await checker.verdict("errors");
  await nothingFound(checker, "two reports", FEWER_SIZES);
});

test("axe finds nothing in the search of the text, in a text that is too long, nor in the page of the rules", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await checker.visit.click(id("button-find"));
  await checker.visit.until(() => document.querySelector(".cm-search"));
  await nothingFound(checker, "search", FEWER_SIZES);
  await checker.paste(`${"字".repeat(99)}\n`.repeat(8000));
  await checker.verdict("too-long");
  await nothingFound(checker, "too long", FEWER_SIZES);
  await checker.visit.page.goto(`${server.outside}/site/rules.html#AR-01`);
  await nothingFound(checker, "rule", FEWER_SIZES);
});

test("axe finds nothing after a check that failed, nor where none can run", async () => {
  await checker.visit.page.goto(`${server.outside}/faults`);
  await checker.verdict("empty");
  await checker.paste("〔panic〕");
  await checker.verdict("crashed");
  await nothingFound(checker, "crashed", FEWER_SIZES);
  await checker.visit.page.goto(`${server.outside}/failed`);
  await checker.visit.until((verdict) => document.querySelector(`${verdict}[data-verdict="failed"]`), id("verdict"));
  await nothingFound(checker, "failed", FEWER_SIZES);
});
