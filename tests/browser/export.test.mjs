// What a clerk takes out of the page: on paper, as files, as tables for Word.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, describe, test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, server, setUp } from "./fixtures.mjs";
import { html, withFaults } from "./variants.mjs";

setUp({ "/faults": html(withFaults({ workers: true })) });
aPageForEach(() => `${server.outside}/faults`);
beforeEach(async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
});

const saved = (way) => checker.saved(way);

describe("an exported file", () => {
  test("the list of findings opens in a spreadsheet", async () => {
    const findings = await checker.count(id("finding"));
    const { name, type, bytes } = await saved("csv");
    assert.match(name, /^青禾县.*－问题清单\.csv$/);
    assert.match(type, /^text\/csv/);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.equal(bytes.toString().trimEnd().split("\r\n").length, findings + 1);
  });

  test("the data are the engine's answer", async () => {
    const { name, bytes } = await saved("json");
    assert.match(name, /－核对数据\.json$/);
    const { schema, reports } = JSON.parse(bytes.toString());
    assert.equal(typeof schema, "number");
    assert.equal(reports[0].verdict, "errors");
  });

  test("the workbook is an archive of sheets", async () => {
    const { name, type, bytes } = await saved("workbook");
    assert.match(name, /－核对结果\.xlsx$/);
    assert.equal(type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert.equal(bytes.toString("latin1", 0, 2), "PK");
    assert.ok(bytes.includes("xl/worksheets/sheet4.xml"));
  });

  test("repeats no personal data, not even while a text that has become another is checked", async () => {
    await checker.paste(REPORT.replace("上年结转政府信息公开申请数量\t1", "上年结转政府信息公开申请数量\t13900005678"));
    await checker.verdict("errors");
    await checker.visit.press("Control", "Home");
    await checker.visit.type("〔slow〕");
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
    const { bytes } = await saved("json");
    assert.match(bytes.toString(), /PV-02/);
    assert.doesNotMatch(bytes.toString(), /13900005678/);
  });
});

test("the menu is shut by Escape, and the focus stays with its button", async () => {
  await checker.visit.click(id("button-export"));
  await checker.visit.until((way) => document.querySelector(way), id("export-print"));
  await checker.visit.press("Escape");
  await checker.visit.until((way) => !document.querySelector(way), id("export-print"));
  assert.equal(await checker.visit.ask(() => document.activeElement.dataset.testid), "button-export");
});

test("where the browser refuses to copy, the text is shown selected, and Escape gives the focus back", async () => {
  await checker.visit.ask(() => {
    document.execCommand = () => false;
  });
  await checker.visit.ask((button) => document.querySelector(button).focus(), id("button-copy"));
  await checker.visit.press("Enter");
  await checker.visit.until((shown) => document.querySelector(shown), id("by-hand"));
  const selected = await checker.visit.until(() => {
    const { value = "", selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.match(selected, /柳溪镇.*【错误】/s);
  await checker.visit.press("Escape");
  await checker.visit.until((shown) => !document.querySelector(shown), id("by-hand"));
  await checker.visit.until(() => document.activeElement.dataset.testid === "button-copy");
});

test("copied tables are pasted as tables with merged heads", async () => {
  await checker.visit.ask((button) => document.querySelector(button).scrollIntoView({ block: "center" }), id("button-copy-tables"));
  await checker.visit.click(id("button-copy-tables"));
  await checker.visit.until((said) => document.querySelector(said).textContent, id("tables-copied"));
  await checker.visit.ask(() => {
    const word = document.createElement("div");
    word.id = "word";
    word.contentEditable = "true";
    document.body.appendChild(word);
    word.focus();
  });
  await checker.visit.press("Control", "v");
  const merged = await checker.visit.until(() => {
    const tables = document.querySelectorAll("#word table");
    const spans = (cell) => [cell.textContent, cell.rowSpan, cell.colSpan];
    return tables.length === 3 && Array.from(tables[2].rows[0].cells, spans);
  });
  assert.deepEqual(merged, [["行政复议", 2, 5], ["行政诉讼", 1, 10]]);
});

test("what is printed is a sheet of its own, with the fingerprint of the text", async () => {
  await checker.visit.ask(() => void window.dispatchEvent(new Event("beforeprint")));
  const sheet = await checker.visit.until((sheet) => (document.querySelector(sheet) || {}).textContent, id("sheet"));
  assert.match(sheet, /年度报告核对单/);
  assert.match(sheet, /有 [0-9]+ 处错误/);
  assert.ok(sheet.includes(createHash("sha256").update(REPORT).digest("hex")));
  assert.equal(await checker.count(`${id("sheet")} .sheet-finding`), await checker.count(id("finding")));
  assert.equal(await checker.count(`${id("sheet")} table`), 3);
  await checker.visit.ask(() => void window.dispatchEvent(new Event("afterprint")));
  await checker.visit.until((sheet) => !document.querySelector(sheet), id("sheet"));
});
