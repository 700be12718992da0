// The screens of the page that come less often, as axe-core sees them.
import { test } from "node:test";

import { nothingFound, SIZES } from "./axe.mjs";
import { BROWSER } from "./browsers.mjs";
import { id, REPORT } from "./clerk.mjs";
import { aPageForEach, browser, clerk, server, setUp } from "./stage.mjs";
import { html, withFaults, withoutCompiler } from "./variants.mjs";

/** In every size in the quickest browser alone: the others would take minutes for them. */
const FEWER_SIZES = BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1);

setUp({ "/faults": html(withFaults({ workers: true })), "/failed": html(withoutCompiler()) });
aPageForEach();

test("axe finds nothing in a list of files, nor where a text may be garbled", async () => {
  await clerk.hand("chosen", ["年报.txt", REPORT], ["坏的.docx", [0x50, 0x4b, 3, 4, 0]], ["通知.txt", "开会"]);
  await clerk.visit.until(() => !document.querySelector('[data-state="waiting"], [data-state="working"]') && document.querySelector(".files-item"));
  await nothingFound(clerk, "files", FEWER_SIZES);
  await clerk.visit.click(`${id("files-item")}[data-state="errors"]`);
  await clerk.visit.until((encoding) => document.querySelector(encoding), id("encoding"));
  await nothingFound(clerk, "encoding", FEWER_SIZES);
});

test("axe finds nothing in a cell that is put right, nor where findings are set aside", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-aside"));
  await clerk.visit.click(`${id("aside")} summary`);
  await nothingFound(clerk, "aside", FEWER_SIZES);
  await clerk.visit.ask((cell) => document.querySelector(cell).click(), '[data-cell="requests.received.total"] button');
  await clerk.visit.click(id("button-correct"));
  await nothingFound(clerk, "correction", FEWER_SIZES);
});

test("axe finds nothing beside last year's report, nor in two reports of one paste", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(".more summary");
  await clerk.fill(id("previous"), REPORT.replace(/2024年/g, "2023年"));
  await clerk.visit.until((picture) => document.querySelector(picture), id("two-years"));
  await clerk.visit.ask(() => document.querySelector('[data-rule="CY-06"] .finding-main').click());
  await clerk.visit.seen(id("alike"));
  await nothingFound(clerk, "last year", FEWER_SIZES);
  await clerk.paste(`${REPORT}\n${REPORT.split("柳溪镇").join("白石镇")}`);
  await clerk.verdict("errors");
  await nothingFound(clerk, "two reports", FEWER_SIZES);
});

test("axe finds nothing in the search of the text, in a text that is too long, nor in a rule's own page", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-find"));
  await clerk.visit.until(() => document.querySelector(".cm-search"));
  await nothingFound(clerk, "search", FEWER_SIZES);
  await clerk.paste(`${"字".repeat(99)}\n`.repeat(8000));
  await clerk.verdict("too-long");
  await nothingFound(clerk, "too long", FEWER_SIZES);
  await clerk.visit.page.goto(`${server.outside}/site/rules/AR-01.html`);
  await nothingFound(clerk, "rule", FEWER_SIZES);
});

test("axe finds nothing after a check that failed, nor where none can run", async () => {
  await clerk.visit.page.goto(`${server.outside}/faults`);
  await clerk.verdict("empty");
  await clerk.paste("〔panic〕");
  await clerk.verdict("crashed");
  await nothingFound(clerk, "crashed", FEWER_SIZES);
  await clerk.visit.page.goto(`${server.outside}/failed`);
  await clerk.visit.until((verdict) => document.querySelector(`${verdict}[data-verdict="failed"]`), id("verdict"));
  await nothingFound(clerk, "failed", FEWER_SIZES);
});
