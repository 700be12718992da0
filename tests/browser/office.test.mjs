// The copied tables in LibreOffice: what the page lays on the clipboard is opened there and saved as its own XML, which tells how the cells are merged.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { id, open, REPORT } from "./page-object.mjs";
import { browser, server, setUp } from "./fixtures.mjs";

const FOLDER = fileURLToPath(new URL("../../target/office/", import.meta.url));
const { OFFICE_EXECUTABLE } = process.env;

setUp();

/** The HTML that the page gives to the program the tables are pasted into. */
async function copied() {
  const { visit } = await open(browser, `${server.outside}/gouji.html`).then(async (checker) => {
    await checker.paste(REPORT);
    await checker.verdict("errors");
    return checker;
  });
  await visit.ask((button) => document.querySelector(button).scrollIntoView({ block: "center" }), id("button-copy-tables"));
  await visit.click(id("button-copy-tables"));
  await visit.until((said) => document.querySelector(said).textContent, id("tables-copied"));
  await visit.ask(() => {
    const word = document.createElement("div");
    word.contentEditable = "true";
    word.addEventListener("paste", (event) => (window.pasted = event.clipboardData.getData("text/html")));
    document.body.appendChild(word);
    word.focus();
  });
  await visit.press("Control", "v");
  const html = await visit.until(() => window.pasted);
  await visit.close();
  return html;
}

/** Every table as its cells: words, rows and columns. */
function tablesOf(xml) {
  const spans = (attributes, name) => Number(new RegExp(`table:number-${name}-spanned="([0-9]+)"`).exec(attributes)?.[1] ?? 1);
  const plain = (content) => content.replace(/<[^>]*>/g, "").replace(/&quot;/g, '"').replace(/\s+/g, "");
  return [...xml.matchAll(/<table:table [\s\S]*?<\/table:table>/g)].map(([table]) =>
    [...table.matchAll(/<table:table-cell([^>]*)>([\s\S]*?)<\/table:table-cell>/g)].map(([, attributes, content]) => [
      plain(content), spans(attributes, "rows"), spans(attributes, "columns"),
    ]),
  );
}

test("the three tables are tables there, their heads merged as in the form", async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}tables.html`, await copied());
  const profile = `-env:UserInstallation=${new URL("profile", `file://${FOLDER}`).href}`;
  const filter = ["--infilter=HTML (StarWriter)", "--convert-to", "fodt", "--outdir", FOLDER];
  execFileSync(OFFICE_EXECUTABLE, [profile, "--headless", ...filter, `${FOLDER}tables.html`], { stdio: "ignore" });
  const [disclosure, requests, disputes, ...others] = tablesOf(readFileSync(`${FOLDER}tables.fodt`, "utf8"));
  assert.equal(others.length, 0);
  const has = (table, ...cell) => assert.ok(table.some((one) => one.join() === cell.join()), `${cell} is not in ${JSON.stringify(table)}`);
  has(disclosure, "第二十条第（一）项", 1, 4);
  has(disclosure, "27", 1, 3);
  has(requests, "申请人情况", 1, 7);
  has(requests, "自然人", 2, 1);
  has(requests, "法人或其他组织", 1, 5);
  has(requests, "三、本年度办理结果", 22, 1);
  has(requests, "（三）不予公开", 8, 1);
  has(disputes, "行政复议", 2, 5);
  has(disputes, "行政诉讼", 1, 10);
  assert.equal(requests.filter(([words]) => /^[0-9]+$/.test(words)).length, 175);
});
