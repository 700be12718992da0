// Two papers of one report, compared in the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { nothingFound, SIZES } from "./axe.mjs";
import { BROWSER } from "./browsers.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";
import { id, REPORT } from "./page-object.mjs";

setUp();
aPageForEach();

const file = (name) => readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url));

const give = (side, name, bytes) => checker.hand(["first paper", "second paper"][side], [name, bytes]);

const said = (words) =>
  visit.until(([place, words]) => document.querySelector(place).textContent.includes(words) && document.querySelector(place).textContent, [id("papers-verdict"), words]);

test("a Word document and a page of one report say the same", async () => {
  await visit.click(id("button-papers"));
  await give(0, "审定.docx", file("town.docx"));
  await give(1, "公开.html", file("town.gbk.html"));
  assert.match(await said("内容一致"), /比对了 \d{2,} 格/);
  assert.equal(await checker.count(id("papers-result")), 0);
});

test("what differs stands side by side with its places, on paper too, and axe finds nothing", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await visit.click(id("button-papers"));
  await visit.click(id("button-papers-open"));
  const other = REPORT.replace("年1月", "年2月").replace("予以公开", "给予公开");
  assert.notEqual(other, REPORT);
  await give(1, "公开.txt", other);
  await said("处不同");
  const rows = await visit.ask((table) => Array.from(document.querySelectorAll(`${table} tbody tr`), (row) => Array.from(row.cells, (cell) => cell.textContent)), id("papers-result"));
  assert.ok(rows.length > 0 && rows.every(([name, left, right]) => name && left !== right), JSON.stringify(rows));
  assert.ok(rows.some(([, left]) => /第 \d+ 行/.test(left)), JSON.stringify(rows));
  assert.match(await checker.words(id("papers-sheet")), /SHA-256：[0-9a-f]{64}/);
  await nothingFound(checker, "papers", BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1));
});

test("two rows of the desk are compared, each as it was mended", async () => {
  const other = REPORT.replace("行政许可\t27", "行政许可\t28");
  await checker.hand("chosen", ["审定.txt", REPORT], ["公开.txt", other]);
  await visit.until(() => document.querySelectorAll('.desk-row[data-state="errors"]').length === 2);
  await visit.click(id("button-papers"));
  const keys = await visit.ask((list) => Array.from(document.querySelector(list).options, ({ value, textContent }) => [value, textContent]), id("papers-row-0"));
  assert.equal(keys.length, 3);
  const key = (name) => keys.find(([, words]) => words.includes(name))[0];
  await checker.fill(id("papers-row-0"), key("审定.txt"));
  await checker.fill(id("papers-row-1"), key("公开.txt"));
  assert.match(await said("处不同"), /两份有 1 处不同/);
  assert.match(await checker.words(id("papers-result")), /27.*28/);
  assert.match(await checker.words(id("papers-sheet")), /公开\.txt　SHA-256：[0-9a-f]{64}/);
  await checker.fill(id("papers-row-1"), key("审定.txt"));
  await said("内容一致");
});

test("a file that is no report is said to be none", async () => {
  await visit.click(id("button-papers"));
  await give(0, "通知.txt", "今天下午开会。");
  await visit.until((wrong) => document.querySelector(wrong) && document.querySelector(wrong).textContent.includes("没有认出年度报告"), `${id("papers")} .wrong`);
});
