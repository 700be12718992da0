// A number that is not in the text is never passed: not in the window, not copied, not on paper, in no file.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { id } from "./page-object.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";

const { unzipSync, strFromU8 } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

setUp();
aPageForEach();

const ROW = ["individual", "company", "research", "nonprofit", "legal_service", "other_organization", "total"];
const TRUE = [2, 1, 0, 0, 0, 0, 3];
const cell = (column) => `[data-cell="requests.granted.${column}"]`;

/** The zeros stand nowhere in the torn row; the other numbers do. */
const differs = /4 格与原文不同，原文还没有改/;

/** Fills the torn row of the example with the numbers that make all sums hold. */
async function fillTornRow() {
  await visit.click(id("example-torn"));
  await checker.verdict("errors");
  // The button's verdict takes the focus, once.
  await visit.until(() => document.activeElement.id === "verdict-headline");
  for (const [i, column] of ROW.entries()) {
    await visit.ask((cell) => {
      const button = document.querySelector(`${cell} button`);
      button.scrollIntoView({ block: "center" });
      button.focus();
    }, cell(column));
    await visit.type(String(TRUE[i]));
    await visit.press("Enter");
    // However fast the keys come, the keyboard stays in the cell.
    await visit.until((cell) => document.querySelector(`${cell}.cell-corrected button`) === document.activeElement, cell(column));
  }
  // The check of the last number is over when it is counted.
  await visit.until(([place, said]) => ((document.querySelector(place) || {}).textContent || "").includes(said), [id("differs"), differs.source]);
}

test("the window says that numbers differ from the text, and the verdict is no pass", async () => {
  await fillTornRow();
  const verdict = await visit.ask((verdict) => document.querySelector(verdict).dataset.verdict, id("verdict"));
  assert.ok(["errors", "warnings", "incomplete"].includes(verdict), verdict);
  assert.match(await checker.words(id("differs")), differs);
  assert.doesNotMatch(await checker.words(id("verdict")), /核对通过/);
});

test("the row that was torn is settled, and said to be filled by the user", async () => {
  await fillTornRow();
  assert.equal(await checker.count('.finding[data-rule="TC-03"]'), 0);
  const settled = `${id("dismissed")} li[data-rule="TC-03"]`;
  assert.match(await checker.words(settled), /这一行的缺格由您填入/);
  assert.equal(await checker.count(`${settled} button`), 0, "taken back with the numbers alone");
});

test("paper says it, with the number and what the text has", async () => {
  await fillTornRow();
  await visit.ask(() => void window.dispatchEvent(new Event("beforeprint")));
  const sheet = await visit.until((sheet) => (document.querySelector(sheet) || {}).textContent, id("sheet"));
  assert.match(sheet, differs);
  assert.match(sheet, /（一）予以公开／自然人：原文读不准，您填 2/);
  assert.doesNotMatch(sheet, /核对通过/);
});

test("copied text and two lines say it", async () => {
  await fillTornRow();
  for (const button of ["button-copy", "button-copy-short"]) {
    await visit.ask(() => {
      document.execCommand = () => false;
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    });
    await visit.click(id(button));
    const text = await visit.until((box) => (document.querySelector(`${box} textarea`) || {}).value, id("by-hand"));
    assert.match(text, differs);
    assert.doesNotMatch(text, /核对通过/);
    await visit.press("Escape");
  }
});

test("every file says it: workbook, list and data", async () => {
  await fillTornRow();
  const csv = (await checker.saved("csv")).bytes.toString();
  assert.match(csv, /您填写的数.*自然人：原文读不准，您填 2/);
  const sheets = Object.values(unzipSync(new Uint8Array((await checker.saved("workbook")).bytes))).map((bytes) => strFromU8(bytes));
  assert.match(sheets.join(), differs);
  assert.match(sheets.join(), /原文读不准，您填 2/);
  const [report] = JSON.parse((await checker.saved("json")).bytes.toString()).reports;
  assert.equal(report.differs, 4);
  assert.equal(report.cells["requests.granted.individual"].corrected, true);
  assert.ok(!["clean", "settled"].includes(report.verdict));
});

test("where the reading is not in doubt, there is no way but into the text", async () => {
  await visit.click(id("example-sound"));
  await checker.verdict("clean", "incomplete", "warnings");
  await visit.ask((cell) => document.querySelector(`${cell} button`).click(), cell("individual"));
  await visit.seen(id("button-change"));
  assert.equal(await checker.count(id("button-correct")), 0);
  assert.equal(await checker.count(id("correction")), 0);
});
