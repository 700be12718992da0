// Back to Word: the corrected file, the copy with comments, the official form, the list of changes, reading again, the work that is saved.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";

const { unzipSync, zipSync, strFromU8, strToU8 } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

setUp();
aPageForEach();

const fixture = (name) => readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url));

/** A copy of the document in which each of these words, which stand in it once, is another. */
function docxWith(...faults) {
  const parts = unzipSync(new Uint8Array(fixture("town.docx")));
  let document = strFromU8(parts["word/document.xml"]);
  for (const [right, wrong] of faults) {
    const changed = document.replace(right, wrong);
    assert.notEqual(changed, document, `the document has no ${right}`);
    document = changed;
  }
  return zipSync({ ...parts, "word/document.xml": strToU8(document) });
}

/** Six numbers of the tables: the cell, what is right, what is written for it, and where it stands. */
const SIX = [
  ["requests.granted.individual", "154", "145", /(（一）予以公开.*?>)154(<)/s],
  ["requests.granted_in_part.total", "48", "84", /(（二）部分公开.*?>)48(<)/s],
  ["requests.denied_inquiry.total", "4", "8", /(8\.属于行政查询事项.*?>)4(<)/s],
  ["requests.declined_confirmation.individual", "93", "451", /(5\.要求行政机关确认.*?>)93(<)/s],
  ["disputes.suit_direct.total", "12", "21", /(>30<.*?>12<.*?>)12(<)/s],
  ["disputes.review.total", "30", "33", /(>23<.*?>)30(<)/s],
];
const faulty = (...numbers) => docxWith(...SIX.filter((_, i) => numbers.length === 0 || numbers.includes(i)).map(([, , wrong, place]) => [place, `$1${wrong}$2`]));

const documentOf = (bytes) => strFromU8(unzipSync(new Uint8Array(bytes))["word/document.xml"]);
const mend = (words) => `${id("mend")}[title$="${words}"]`;
const numberIn = (cell) => visit.ask((cell) => document.querySelector(cell).textContent, `[data-cell="${cell}"] .cell-words`);
const counted = (n) => visit.until(([changes, n]) => ((document.querySelector(changes) || {}).textContent || "").includes(n) || null, [id("button-changes"), `已改 ${n} 处`]);
const said = (words) => visit.until(([box, words]) => (document.querySelector(box) || {}).textContent.includes(words) && document.querySelector(box).textContent, [id("outcome"), words]);

/** Opens a file and mends its first fault at a click. */
async function openAndMend(bytes = faulty(0), name = "年报.docx") {
  await checker.hand("chosen", [name, bytes]);
  await checker.verdict("errors");
  await visit.click(mend("145 → 154"));
  await counted(1);
  await checker.verdict("clean", "incomplete", "warnings");
}

test("six numbers of a Word file are mended by their causes and saved in at most twelve actions", async () => {
  let actions = 0;
  const act = async (what) => {
    actions += 1;
    await what();
  };
  await act(() => checker.hand("chosen", ["年报.docx", faulty()]));
  await checker.verdict("errors");
  let done = 0;
  for (const [words, numbers] of [["145 → 154\n", 2], ["84 → 48\n", 2], ["21 → 12", 1]]) {
    await act(() => visit.click(`${id("mend")}[title*="${words.trim()}"]`));
    done += numbers;
    await counted(done);
    await visit.until((busy) => document.querySelector(busy).getAttribute("aria-busy") !== "true", id("verdict"));
  }
  // Four numbers are as likely: the one of the paper is chosen.
  if ((await checker.count(mend("33 → 30"))) === 0) await act(() => visit.click(id("cause-more")));
  await act(() => visit.click(mend("33 → 30")));
  await counted(6);
  await checker.verdict("clean", "incomplete", "warnings");
  let copy;
  await act(async () => (copy = await checker.downloaded(() => visit.click(id("button-save-corrected")))));
  assert.ok(actions <= 12, `${actions} actions`);
  assert.equal(copy.name, "年报（改好）.docx");
  assert.match(await said("6 处改动都已写入"), /重读核对无误/);

  // Only the words of the document are otherwise, and they are those of the document without faults.
  const [parts, sound] = [copy.bytes, fixture("town.docx")].map((bytes) => unzipSync(new Uint8Array(bytes)));
  for (const name of Object.keys(sound)) assert.equal(strFromU8(parts[name], true), strFromU8(sound[name], true), name);
  await checker.hand("chosen", ["年报（改好）.docx", copy.bytes]);
  await visit.until((changes) => !document.querySelector(changes), id("button-changes"));
  await checker.verdict("clean", "incomplete", "warnings");
  for (const [cell, right] of SIX) assert.equal(await numberIn(cell), right, cell);
  inOffice(copy.bytes);
});

/** LibreOffice, where it is installed, opens it and reads the same six numbers. */
function inOffice(bytes) {
  if (!existsSync("/usr/bin/soffice")) return;
  const folder = mkdtempSync(join(tmpdir(), "gouji-copies-"));
  try {
    writeFileSync(join(folder, "copy.docx"), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, join(folder, "copy.docx")], { stdio: "ignore" });
    const words = readFileSync(join(folder, "copy.txt"), "utf8").replace(/\s+/g, " ");
    for (const row of ["予以公开 154 0 0 1 3 0 158", "1 0 0 48", "1 3 0 0 0 0 4", "93 0 0 0 0 0 93", "7 0 23 0 30 0 0 12 0 12"]) assert.ok(words.includes(row), row);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the corrected copy of a Word file", () => {
  test("has the changes as revisions by the one who is named", async () => {
    await openAndMend();
    await visit.click(id("tracked"));
    await checker.fill(id("author"), "王科长");
    const { bytes } = await checker.downloaded(() => visit.click(id("button-save-corrected")));
    assert.match(documentOf(bytes), /<w:del [^>]*w:author="王科长"[^>]*>.*145.*<\/w:del>/s);
    assert.match(documentOf(bytes), /<w:ins [^>]*w:author="王科长"[^>]*>.*154.*<\/w:ins>/s);
  });

  test("says by name what was not written", async () => {
    await openAndMend();
    // A new paragraph has no place in the file.
    await visit.click(id("editor"));
    await visit.press("Control", "Home");
    await visit.press("End");
    await visit.press("Enter");
    await visit.type("副标题");
    await counted(2);
    await visit.until((busy) => document.querySelector(busy).getAttribute("aria-busy") !== "true", id("verdict"));
    const { bytes } = await checker.downloaded(() => visit.click(id("button-save-corrected")));
    const words = await said("1 处没有写入");
    assert.match(words, /写入了 1 处/);
    assert.match(await checker.words(id("refused")), /第 1 行.*副标题.*没有改/);
    assert.match(documentOf(bytes), />154</);
  });
});

test("the list says where, from what to what and why; one is undone, and the others stay", async () => {
  await checker.hand("chosen", ["年报.docx", faulty(0, 4)]);
  await checker.verdict("errors");
  await visit.click(mend("145 → 154"));
  await counted(1);
  await visit.until((busy) => document.querySelector(busy).getAttribute("aria-busy") !== "true", id("verdict"));
  await visit.click(mend("21 → 12"));
  await counted(2);
  await checker.verdict("clean", "incomplete", "warnings");
  await visit.click(id("button-changes"));
  const first = await checker.words(id("change"));
  assert.match(first, /第 \d+ 行 （一）予以公开／自然人/);
  assert.match(first, /145 → 154/);
  assert.match(first, /AR-0/);
  await visit.ask(() => {
    document.execCommand = () => false;
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  });
  await visit.click(id("button-copy"));
  assert.match(await visit.until((area) => (document.querySelector(area) || {}).value, `${id("by-hand")} textarea`), /改动清单\n1\. 第 \d+ 行 （一）予以公开／自然人：145 → 154/);
  await visit.click(`${id("by-hand")} button`);
  await visit.ask(() => void window.dispatchEvent(new Event("beforeprint")));
  assert.match(await visit.until((sheet) => (document.querySelector(sheet) || {}).textContent, id("sheet-changes")), /145 → 154/);
  await visit.ask(() => void window.dispatchEvent(new Event("afterprint")));
  const list = await checker.downloaded(() => visit.click(id("button-save-list")));
  assert.match(list.name, /改动清单/);
  assert.match(documentOf(list.bytes), /145 → 154/);

  await visit.click(id("button-undo-change"));
  await counted(1);
  await checker.verdict("errors");
  assert.equal(await numberIn("requests.granted.individual"), "145");
  assert.equal(await numberIn("disputes.suit_direct.total"), "12");
});

describe("the copy with comments", () => {
  test("of a Word file is that file, with a comment for each finding", async () => {
    await checker.hand("chosen", ["年报.docx", faulty(0)]);
    await checker.verdict("errors");
    const findings = await checker.count(id("finding"));
    const { name, bytes } = await checker.downloaded(() => visit.click(id("button-save-annotated")));
    assert.equal(name, "年报（带批注）.docx");
    const parts = unzipSync(new Uint8Array(bytes));
    const comments = strFromU8(parts[Object.keys(parts).find((name) => /comments\d*\.xml$/.test(name))]);
    assert.equal(comments.match(/<w:comment /g).length, findings);
    assert.match(comments, /AR-0/);
    assert.match(documentOf(bytes), /commentRangeStart/);
  });

  test("of a file that takes none is a Word document with its text, and says why", async () => {
    await checker.hand("chosen", ["年报.pdf", fixture("town.ruled.pdf")]);
    await checker.verdict("errors", "warnings", "incomplete", "clean");
    const { name } = await checker.downloaded(() => visit.click(id("button-save-annotated")));
    assert.equal(name, "年报（带批注）.docx");
    await said("加不了批注");
  });
});

test("a file that cannot be changed says so, and its text is offered as a Word document", async () => {
  await checker.hand("chosen", ["年报.pdf", fixture("town.ruled.pdf")]);
  await checker.verdict("errors", "warnings", "incomplete", "clean");
  await visit.ask((cell) => {
    document.querySelector(cell).scrollIntoView({ block: "center" });
    document.querySelector(cell).focus();
  }, '[data-cell="requests.granted.individual"] button');
  await visit.type("155");
  await visit.press("Enter");
  await counted(1);
  assert.match(await checker.words(id("copies")), /PDF不能直接改/);
  assert.equal(await checker.count(id("button-save-corrected")), 0);
  const { name, bytes } = await checker.downloaded(() => visit.click(id("button-save-text")));
  assert.equal(name, "年报（读到的文字）.docx");
  assert.match(documentOf(bytes), />155</);
});

describe("the official form", () => {
  const choose = (way) => checker.downloaded(async () => {
    await visit.click(id("button-form-menu"));
    await visit.click(id(`form-${way}`));
  });

  test("filled is read with the same numbers, from a pasted text too", async () => {
    await checker.paste(REPORT);
    await checker.verdict("errors");
    const cells = () => visit.ask(() => [...document.querySelectorAll("[data-cell] .cell-words")].map((cell) => cell.textContent).join(" "));
    const before = await cells();
    for (const format of ["docx", "xlsx", "html", "txt"]) {
      await checker.paste(REPORT);
      await checker.verdict("errors");
      const { name, bytes } = await choose(`filled-${format}`);
      assert.match(name, new RegExp(`标准表\\.${format}$`));
      await checker.hand("chosen", [name, bytes]);
      await visit.until((notice) => document.querySelector(notice).textContent.includes("已打开"), id("notice"));
      await checker.verdict("errors", "warnings", "incomplete", "clean");
      assert.equal(await cells(), before, format);
    }
  });

  test("is there empty and as a skeleton, before any text", async () => {
    await visit.click(`${id("blank-forms")} summary`);
    const tables = await checker.downloaded(() => visit.click(id("form-2019-empty-docx")));
    assert.match(tables.name, /空白标准表（2019年版）\.docx$/);
    assert.match(documentOf(tables.bytes), /予以公开/);
    const report = await checker.downloaded(() => visit.click(id("form-2021-report-docx")));
    assert.match(documentOf(report.bytes), /六、其他需要报告的事项/);
  });
});

describe("a file that is read again", () => {
  test("says what is mended, still there and new, and keeps what was decided", async () => {
    await checker.hand("chosen", ["年报.docx", faulty(0, 4)]);
    await checker.verdict("errors");
    await checker.hand("again", ["年报.docx", faulty(4)]);
    const words = await visit.until((again) => document.querySelector(again).textContent, id("again"));
    assert.match(words, /已改好 [1-9]\d* 个问题，还在 [1-9]\d* 个，新出现 0 个/);
    await checker.verdict("errors");
  });

  test("has the changes of the page made anew, and is known when it is dropped", async () => {
    await checker.hand("chosen", ["年报.docx", faulty(0, 4)]);
    await checker.verdict("errors");
    await visit.click(mend("145 → 154"));
    await counted(1);
    await checker.verdict("errors");
    // In the office the other one was mended meanwhile, under another name.
    await checker.hand("dropped", ["年报 2.docx", faulty(0)]);
    const words = await visit.until((again) => document.querySelector(again).textContent, id("again"));
    assert.match(words, /页面上的 1 处改动，文件里还没有，已接着保留/);
    await counted(1);
    await checker.verdict("clean", "incomplete", "warnings");
    assert.equal(await numberIn("requests.granted.individual"), "154");
    await checker.hand("dropped", ["年报 3.docx", fixture("town.docx")]);
    assert.match(await visit.until((again) => document.querySelector(again).textContent.includes("已经有了") && document.querySelector(again).textContent, id("again")), /1 处改动，文件里已经有了/);
    await visit.until((changes) => !document.querySelector(changes), id("button-changes"));
  });
});

describe("the work", () => {
  test("is saved, and goes on from its file with all that was done", async () => {
    await checker.hand("chosen", ["年报.docx", faulty(0, 4)]);
    await checker.verdict("errors");
    await visit.click(mend("145 → 154"));
    await counted(1);
    await checker.verdict("errors");
    await visit.click(".more summary");
    await checker.fill(id("previous"), "上年的文字");
    // The check with last year's moves what stands below the verdict.
    await checker.verdict("errors");
    const { name, bytes } = await checker.downloaded(() => visit.click(id("button-save-work")));
    assert.match(name, /核对工作\.gouji\.json$/);
    assert.equal(await visit.ask(() => localStorage.getItem("gouji.session")), null);
    const asks = () => visit.ask(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks(), false, "what is saved is not lost");

    await checker.paste(`${REPORT}\n`);
    await checker.verdict("errors");
    await checker.fill(id("previous"), "");
    assert.equal(await asks(), true);
    await checker.hand("chosen", [name, bytes]);
    await counted(1);
    await checker.verdict("errors");
    assert.equal(await numberIn("requests.granted.individual"), "154");
    assert.equal(await visit.ask((box) => document.querySelector(box).value, id("previous")), "上年的文字");
    const copy = await checker.downloaded(() => visit.click(id("button-save-corrected")));
    assert.equal(copy.name, "年报（改好）.docx");
    assert.match(documentOf(copy.bytes), />154</);
  });

  test("of another version or broken is refused plainly, and the text stays", async () => {
    await checker.paste(REPORT);
    await checker.verdict("errors");
    for (const [file, words, what] of [
      ["新.gouji.json", '{"gouji":"session","version":9}', /另一个版本/],
      ["断.gouji.json", '{"gouji":"session","version":1,"text":', /不完整/],
    ]) {
      await checker.hand("chosen", [file, words]);
      assert.match(await visit.until(([notice, file]) => document.querySelector(notice).textContent.includes(file) && document.querySelector(notice).textContent, [id("notice"), `${file}：`]), what);
      await checker.verdict("errors");
    }
  });

  test("is asked for before leaving when only last year's box is filled", async () => {
    await visit.click(".more summary");
    const asks = () => visit.ask(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks(), false);
    await checker.fill(id("previous"), "上年的文字");
    assert.equal(await asks(), true);
  });
});
