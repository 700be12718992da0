// Report texts that attack: whatever stands in them is shown as text, copied as text, and does nothing.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, server, setUp } from "./fixtures.mjs";

const MARKUP = `<img src=x onerror="window.attacked=1"><script>window.attacked=1</script><svg onload="window.attacked=1"></svg>`;
const FORMULA = `=HYPERLINK("http://127.0.0.1/","点这里")`;
const ADDRESS = "javascript:window.attacked=1";
const OVERRIDE = "\u202e\u2066\u202d";

setUp();
afterEach(async () => {
  const seen = await checker.visit.ask(() => ({
    attacked: "attacked" in window,
    elements: document.querySelectorAll("#page script, #page img:not(.cm-widgetBuffer), #page iframe, #page object, #page svg[onload]").length,
    links: Array.from(document.querySelectorAll("#page a"), (a) => a.protocol).filter((protocol) => protocol === "javascript:").length,
    title: document.title,
    hash: location.search + location.hash,
    stored: Object.keys(localStorage).filter((key) => key !== "gouji.theme").length + Object.keys(sessionStorage).length + document.cookie.length,
  }));
  assert.equal(seen.attacked, false);
  assert.equal(seen.elements, 0);
  assert.equal(seen.links, 0);
  assert.equal(seen.title, "勾稽：政府信息公开工作年度报告核对");
  assert.equal(seen.hash, "");
  assert.equal(seen.stored, 0);
  assert.equal(server.log.filter((url) => !/^\/(gouji\.html|favicon\.ico)$/.test(url)).length, 0);
});
aPageForEach();

/** What "copy the result" gives, pasted back. */
async function copied() {
  await checker.visit.click(id("button-copy"));
  await checker.visit.until((said) => document.querySelector(said).textContent, `${id("button-copy")} + .said`);
  await checker.visit.click(id("editor"));
  await checker.visit.press("Control", "a");
  await checker.visit.press("Control", "v");
  await checker.visit.until(() => document.querySelector(".cm-content").textContent.includes("【错误】"));
  return checker.visit.ask(() => Array.from(document.querySelectorAll(".cm-line"), (line) => line.textContent).join("\n"));
}

test("markup is text in the editor and does nothing", async () => {
  await checker.paste(`${MARKUP}${ADDRESS}\n${REPORT}`);
  await checker.verdict("errors");
  assert.ok((await checker.words(".cm-line")).includes(MARKUP));
});

test("markup in a cell is read as no number", async () => {
  await checker.paste(REPORT.replace("行政许可\t27", `行政许可\t${MARKUP}`));
  await checker.verdict("errors", "incomplete");
  assert.doesNotMatch(await checker.words('[data-cell="disclosure.licenses.decisions"]'), /[0-9]/);
});

test("a formula is text in the editor, and begins no line of the copy", async () => {
  await checker.paste(`${FORMULA}\n${REPORT.replace("行政许可\t27", `行政许可\t${FORMULA}`)}`);
  await checker.verdict("errors", "incomplete");
  assert.ok((await checker.words(".cm-line")).includes(FORMULA));
  for (const line of (await copied()).split("\n")) assert.doesNotMatch(line, /^[=+@\t-]/);
});

test("characters that turn the line around stand by their names in the text", async () => {
  await checker.paste(`${OVERRIDE}${REPORT}`);
  await checker.verdict("errors", "incomplete", "warnings");
  assert.equal(await checker.count(".cm-line:first-child .cm-specialChar"), OVERRIDE.length);
});

test("null bytes are only characters", async () => {
  await checker.paste(`${REPORT}\0\0\0`.replace("柳溪镇党政办公室", "柳溪镇\0党政办公室"));
  await checker.verdict("errors", "incomplete", "warnings");
});

test("a million combining marks are read to their end", async () => {
  await checker.paste(`政${"\u0301".repeat(1_000_000)}`);
  await checker.verdict("unreadable", "incomplete", "errors");
  await checker.paste(REPORT);
  await checker.verdict("errors");
});
