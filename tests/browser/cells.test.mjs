// Typing into the cells of a table: the number goes into the text, can be undone, and the sums follow.
import assert from "node:assert/strict";
import { test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";

setUp();
aPageForEach();

const cell = (name) => `[data-cell="${name}"] button`;
const textOf = () => visit.ask(() => [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
const says = (selector, text) =>
  visit.until(([selector, text]) => (document.querySelector(selector) || {}).textContent === text, [selector, text]);

async function paste(text, ...verdicts) {
  await checker.paste(text);
  await checker.verdict(...verdicts);
}

async function choose(name) {
  await visit.ask((selector) => document.querySelector(selector).scrollIntoView({ block: "center" }), cell(name));
  await visit.click(cell(name));
}

test("a number that is typed goes into the text at its place, and undo takes it back", async () => {
  await paste(REPORT, "errors");
  const findings = await checker.count(id("finding"));
  await choose("requests.carried_out.individual");
  await visit.type("1");
  await visit.press("Enter");
  await says(`${cell("requests.carried_out.individual")} .cell-words`, "1");
  assert.match(await textOf(), /四、结转下年度继续办理\t1\t0/);
  assert.equal(await checker.count(id("button-drop-corrections")), 0);
  await visit.click(id("button-undo"));
  await says(`${cell("requests.carried_out.individual")} .cell-words`, "0");
  await visit.until(([finding, all]) => document.querySelectorAll(finding).length === all, [id("finding"), findings]);
});

test("the sums of a cell follow every key", async () => {
  await paste(REPORT, "errors");
  await choose("requests.carried_out.individual");
  const sums = () => visit.ask((list) => [...document.querySelectorAll(`${list} li`)].map((sum) => sum.dataset.outcome), id("live-sums"));
  assert.deepEqual(await sums(), ["fails", "holds"]);
  await visit.type("1");
  assert.deepEqual(await sums(), ["holds", "fails"]);
  await visit.press("Escape");
  assert.deepEqual(await sums(), ["fails", "holds"]);
  assert.match(await textOf(), /四、结转下年度继续办理\t0\t0/);
});

test("arrow keys and Tab go from cell to cell while numbers are typed", async () => {
  await paste(REPORT, "errors");
  await choose("requests.carried_out.individual");
  await visit.type("1");
  await visit.press("Tab");
  await says(`${cell("requests.carried_out.individual")} .cell-words`, "1");
  assert.equal(await visit.ask(() => document.activeElement.closest("td").dataset.cell), "requests.carried_out.company");
  await visit.press("ArrowRight");
  assert.equal(await visit.ask(() => document.activeElement.closest("td").dataset.cell), "requests.carried_out.research");
});

test("what is no number is not taken", async () => {
  await paste(REPORT, "errors");
  await choose("requests.carried_out.individual");
  await visit.type("1两");
  await visit.press("Enter");
  await says(`${cell("requests.carried_out.individual")} .cell-words`, "0");
});

test("blank cells are filled with 0 by one button", async () => {
  await paste(REPORT.replace("一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5", "一、本年新收政府信息公开申请数量\t4\t1\t\t\t\t0\t5"), "errors");
  await choose("requests.received.research");
  await visit.click(id("button-zero-row"));
  await says(`${cell("requests.received.research")} .cell-words`, "0");
  assert.match(await textOf(), /一、本年新收政府信息公开申请数量\t4\t1\t0\t0\t0\t0\t5/);
});

test("a cell that could not be read keeps its number beside the text, and the report is not passed", async () => {
  await visit.click(id("example-torn"));
  await checker.verdict("errors");
  await choose("requests.granted.individual");
  await visit.type("2");
  await visit.press("Enter");
  await visit.until((cell) => document.querySelector(cell), '[data-cell="requests.granted.individual"].cell-corrected');
  assert.doesNotMatch(await textOf(), /一）予以公开 22/);
});
