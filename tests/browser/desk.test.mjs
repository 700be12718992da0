// The desk of a county: two years of twenty bodies, the county's own report and three files that cannot be read.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { nothingFound } from "./axe.mjs";
import { BROKEN, county, ofTown, report, TOWNS } from "./county.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";
import { id } from "./page-object.mjs";
import { unzip, zip } from "./zip.mjs";
import { DIST } from "./server.mjs";

const MADE = fileURLToPath(new URL("../../target/desk/", import.meta.url));

setUp();
before(() => mkdirSync(MADE, { recursive: true }));

/** Waits until nothing is read, checked or asked again any more. */
const settled = () =>
  visit.until(() => {
    const rows = Array.from(document.querySelectorAll(".desk-row"));
    return rows.length > 0 && !document.querySelector('[data-testid="button-stop"], [data-state="waiting"], [data-state="working"]');
  });

async function lay(...files) {
  await checker.hand("chosen", ...files);
  await settled();
}

/** The row with these words: what stands in its cells. */
const row = (...words) =>
  visit.until(
    (words) => {
      const found = Array.from(document.querySelectorAll(".desk-row")).find((row) => words.every((word) => row.textContent.includes(word)));
      return found && { key: found.dataset.key, state: found.dataset.state, cells: Array.from(found.cells, (cell) => cell.textContent.trim()) };
    },
    words,
  );

async function find(words) {
  await checker.fill(id("desk-search"), words);
}

const glance = (name) => visit.ask((name) => Number(((document.querySelector(name) || {}).textContent || "").split(" ").pop() || 0), id(`glance-${name}`));

const press = (selector) => visit.ask((selector) => document.querySelector(selector).click(), selector);

/** What is downloaded of a way of handing on: its bytes. */
async function handedOn(way) {
  const { name, bytes } = await checker.downloaded(() => checker.fill(id("hand-on"), way));
  writeFileSync(MADE + name, bytes);
  return bytes;
}

describe("the desk", () => {
  aPageForEach(() => new URL("gouji.html", DIST).href);

  test("has a row for each body and year, pairs them whatever the files are called, and finds what follows from last year", async () => {
    await lay(...county(), ...BROKEN);
    assert.equal(await glance("all"), 44);
    assert.equal(await glance("failed"), 3);
    await find(TOWNS[0]);
    assert.equal((await row(TOWNS[0], "2024")).cells[6], "2023");
    await find(TOWNS[2]);
    await visit.until((town) => Array.from(document.querySelectorAll(".desk-row")).some((row) => row.textContent.includes("2024") && row.textContent.includes(town)), TOWNS[2]);
    await press(`.desk-row[data-key="${(await row(TOWNS[2], "2024")).key}"]`);
    await visit.until(() => document.querySelector('[data-rule="CY-01"], [data-rule="CY-02"]'));
    await press(id("button-desk"));
    await find("坏的");
    assert.match((await row("坏的.docx")).cells[3], /损坏/);
  });

  test("sorts, filters and searches, and goes to the next with errors by key", async () => {
    await lay(...county());
    await visit.click(id("sort-received"));
    const received = () => visit.ask(() => Array.from(document.querySelectorAll(".desk-row"), (row) => Number(row.cells[7].textContent)));
    let found = await received();
    assert.deepEqual(found, [...found].sort((one, other) => other - one));
    await visit.click(id("sort-received"));
    found = await received();
    assert.deepEqual(found, [...found].sort((one, other) => one - other));
    await visit.click(id("button-filters"));
    await checker.fill(id("filter-received"), ">40");
    await visit.until(() => Array.from(document.querySelectorAll(".desk-row")).every((row) => Number(row.cells[7].textContent) > 40));
    await press(id("button-show-all"));
    await checker.fill(id("desk-year"), "2024");
    assert.equal(await glance("all"), 21);
    await find(TOWNS[5]);
    assert.equal((await row(TOWNS[5])).state, "errors");
    await find("");
    await visit.ask((rows) => document.querySelector(rows).focus(), id("desk-rows"));
    await visit.press("n");
    await visit.until(() => document.querySelector('.desk-row[aria-selected="true"][data-state="errors"]'));
    const key = await visit.ask(() => document.querySelector('.desk-row[aria-selected="true"]').dataset.key);
    await visit.press("Enter");
    await checker.verdict("errors");
    await visit.page.keyboard.press("F4");
    await visit.until((key) => document.activeElement.id === "desk-rows" && document.querySelector(`.desk-row[aria-selected="true"][data-key="${key}"]`), key);
  });

  test("keeps what is mended when another report is opened, with what can be undone; the row follows", async () => {
    const confused = ofTown(5, 2024).replace("信访举报投诉类", "信访投诉举报类").replace("申请99件", "申请17件");
    await lay(["一.txt", confused], ["二.txt", ofTown(1, 2024)]);
    const wrong = await row(TOWNS[5]);
    assert.notEqual(wrong.state, "clean");
    await press(`.desk-row[data-key="${wrong.key}"]`);
    await checker.verdict(wrong.state);
    await press(`${id("finding")} .finding-main`);
    await visit.until((fix) => document.querySelector(fix), id("fix"));
    await press(id("fix"));
    await checker.verdict("clean");
    await press(id("button-desk"));
    await visit.until((key) => document.querySelector(`.desk-row[data-key="${key}"]`).dataset.state === "clean", wrong.key);
    await press(`.desk-row[data-key="${(await row(TOWNS[1])).key}"]`);
    await visit.until((name) => document.querySelector(".cm-line").textContent.includes(name), TOWNS[1]);
    await press(id("button-desk"));
    await press(`.desk-row[data-key="${wrong.key}"]`);
    await visit.until((name) => document.querySelector(".cm-line").textContent.includes(name), TOWNS[5]);
    await checker.verdict("clean");
    await press(id("button-undo"));
    await checker.verdict(wrong.state);
    assert.match(await checker.words(".cm-line"), new RegExp(TOWNS[5]));
    await press(id("button-desk"));
    await visit.until(([key, state]) => document.querySelector(`.desk-row[data-key="${key}"]`).dataset.state === state, [wrong.key, wrong.state]);
  });

  test("keeps a text that was in the editor before, and a file of two reports has two rows", async () => {
    await checker.paste(ofTown(0, 2024));
    await checker.verdict("clean", "warnings");
    await lay(["两份.txt", `${ofTown(1, 2024)}\n${ofTown(3, 2024)}`], ["一份.txt", ofTown(4, 2024)]);
    assert.equal(await glance("all"), 4);
    await row(TOWNS[0]);
    const second = await row(TOWNS[3]);
    assert.equal(second.key.split(":")[1], "1");
    await press(`.desk-row[data-key="${second.key}"]`);
    await visit.until((name) => document.querySelector('[aria-pressed="true"], [aria-current="true"]') && document.querySelector(".verdict, #result").textContent.includes(name), TOWNS[3]);
  });

  test("opens zips, with names in the encoding of Windows too, and leaves out what systems leave behind", async () => {
    const gbk = [0xc6, 0xdf, 0xba, 0xc5]; // 七号
    const names = [Buffer.from("甲/一.txt"), Buffer.concat([Buffer.from(gbk), Buffer.from(".txt")]), Buffer.from("__MACOSX/._a.txt"), Buffer.from("~$b.docx")];
    await lay(["材料.zip", zip([[names[0], ofTown(0, 2024)], [names[1], ofTown(1, 2024)], [names[2], "x"], [names[3], "x"]])]);
    assert.equal(await glance("all"), 2);
    assert.match((await row(TOWNS[1])).cells.pop(), /材料\.zip\/七号\.txt/);
  });

  test("makes and breaks a pair by hand, of a body that was renamed too", async () => {
    await lay(["今.txt", report("桂山镇", 2024, 9, { carriedIn: 4 })], ["去.txt", report("老街镇", 2023, 9)]);
    const now = await row("桂山镇");
    assert.equal(now.cells[6], "没有");
    await press(`.desk-row[data-key="${now.key}"] ${id("button-pair")}`);
    const before = await row("老街镇");
    await checker.fill(id("pair"), before.key);
    await press(id("button-close"));
    await visit.until((key) => document.querySelector(`.desk-row[data-key="${key}"]`).dataset.state === "errors", now.key);
    await press(`.desk-row[data-key="${now.key}"] ${id("button-pair")}`);
    await checker.fill(id("pair"), "none");
    await press(id("button-close"));
    await visit.until((key) => document.querySelector(`.desk-row[data-key="${key}"]`).dataset.state !== "errors", now.key);
  });

  test("can be stopped, keeps what is done and goes on", async () => {
    const many = Array.from({ length: 300 }, (_, i) => [`${i}.txt`, ofTown(i % 20, 2024).split("青禾县").join(`第${i}县`)]);
    await checker.hand("chosen", ...many);
    await visit.until((button) => document.querySelector(button), id("button-stop"));
    await press(id("button-stop"));
    await visit.until((button) => document.querySelector(button), id("button-resume"));
    await press(id("button-resume"));
    await settled();
    await visit.until((all) => document.querySelector(all).textContent.includes("300"), id("glance-all"));
    assert.equal(await glance("stopped"), 0);
    assert.ok((await checker.count(".desk-row")) < 80);
  });

  test("says what is to be said across bodies, and who is missing", async () => {
    const copied = ofTown(4, 2024).split(TOWNS[4]).join(TOWNS[10]);
    const other = report(TOWNS[7], 2024, 77);
    await lay(...county(), ["抄来的.txt", copied], ["又一份.txt", other]);
    await press(id("view-across"));
    await checker.fill(id("body-list"), [...TOWNS.map((name) => `青禾县${name}人民政府`), "青禾县没交镇人民政府"].join("\n"));
    const kinds = () => visit.ask((note) => Array.from(document.querySelectorAll(note), ({ dataset, textContent }) => `${dataset.kind}: ${textContent}`), id("across-note"));
    await visit.until((note) => Array.from(document.querySelectorAll(note)).some(({ dataset }) => dataset.kind === "missing"), id("across-note"));
    const notes = (await kinds()).join("\n");
    assert.match(notes, /missing: .*没交镇/);
    assert.match(notes, new RegExp(`twice: .*${TOWNS[7]}`));
    await nothingFound(checker, "across bodies");
  });

  test("finds a passage taken over from another body, and in no other", async () => {
    const passage = "本年度逐一走访沿河七个自然村，把水毁道路修复资金的来源、用途和剩余金额写成明白纸，由村民代表当场签字确认，再贴到公示栏里存档备查，并由驻村干部按月回访，把群众问得最多的三十一个问题编成问答册发到每一户。";
    const own = (town, words) => ofTown(town, 2024).replace("一、总体情况", `一、总体情况\n${words}`);
    await lay(...[1, 3, 4, 6, 9].map((town) => [`${town}.txt`, own(town, [3, 9].includes(town) ? passage : "")]));
    await press(id("view-across"));
    const alike = await visit.until(
      (note) => {
        const found = Array.from(document.querySelectorAll(note), ({ dataset, textContent }) => dataset.kind === "alike" && textContent).filter(Boolean);
        return found.length > 0 && found;
      },
      id("across-note"),
    );
    assert.equal(alike.length, 1, alike.join("\n"));
    for (const town of [3, 9]) assert.match(alike[0], new RegExp(TOWNS[town]));
    for (const town of [1, 4, 6]) assert.doesNotMatch(alike[0], new RegExp(TOWNS[town]));
  });

  test("finds in a pair of years, and only there, a number that was not carried over", async () => {
    const pair = (body, carriedOut) => [[`${body}今.txt`, report(body, 2024, 9, { carriedIn: 4 })], [`${body}去.txt`, report(body, 2023, 9, { carriedOut })]];
    // The sound pair comes first, so that it has been compared when the other one is.
    await lay(...pair("老街镇", 4), ...pair("桂山镇", 1));
    const wrong = await row("桂山镇今.txt");
    await visit.until((key) => document.querySelector(`.desk-row[data-key="${key}"]`).dataset.state === "errors", wrong.key);
    assert.equal(wrong.cells[6], "2023");
    for (const file of ["桂山镇去.txt", "老街镇今.txt", "老街镇去.txt"]) assert.notEqual((await row(file)).state, "errors", file);
    await press(`.desk-row[data-key="${wrong.key}"]`);
    await visit.until(() => document.querySelector('[data-rule="CY-01"]'));
  });

  test("takes folders, dropped and chosen, with all that lies below them", async () => {
    const words = [1, 3, 4].map((town) => ofTown(town, 2024));
    await lay(["先.txt", ofTown(6, 2024)], ["后.txt", ofTown(9, 2024)]);
    await visit.ask(
      ([chooser, words]) => {
        const files = words.map((text, i) => {
          const file = new File([text], `${i}.txt`);
          // As a browser says it of a file in a chosen folder.
          Object.defineProperty(file, "webkitRelativePath", { value: `全县/${i}/${i}.txt` });
          return file;
        });
        const input = document.querySelector(chooser);
        Object.defineProperty(input, "files", { value: files, configurable: true });
        input.dispatchEvent(new Event("change", { bubbles: true }));
        delete input.files;
      },
      [id("desk-folder"), words],
    );
    await settled();
    await visit.until((all) => document.querySelector(all).textContent.endsWith("5"), id("glance-all"));
    assert.equal((await row(TOWNS[1])).cells.pop(), "全县/0/0.txt");
    await press(id("button-clear-desk"));
    await visit.ask(
      (words) => {
        const file = (path, text) => ({ isDirectory: false, fullPath: path, file: (take) => take(new File([text], path.slice(path.lastIndexOf("/") + 1))) });
        const closed = { isDirectory: false, fullPath: "/全县/关着.txt", file: (_, fail) => fail(new Error("closed")) };
        // A folder tells some at a time, and at its end none.
        const folder = (...parts) => ({ isDirectory: true, createReader: () => ({ readEntries: (take) => take(parts.splice(0, 1)) }) });
        const entry = folder(file("/全县/一.txt", words[0]), folder(file("/全县/东/二.txt", words[1]), file("/全县/东/~$二.docx", "x")), closed);
        const event = new Event("drop", { bubbles: true, cancelable: true });
        const items = [{ webkitGetAsEntry: () => entry }, { webkitGetAsEntry: () => file("/三.txt", words[2]) }];
        Object.defineProperty(event, "dataTransfer", { value: { items, files: [], types: ["Files"] } });
        document.body.dispatchEvent(event);
      },
      words,
    );
    await settled();
    await visit.until((all) => document.querySelector(all).textContent.endsWith("3"), id("glance-all"));
    assert.equal((await row(TOWNS[3])).cells.pop(), "全县/东/二.txt");
    assert.match(await checker.words(id("desk-notice")), /1/);
  });

  test("adds up, and names the body that explains the difference", async () => {
    await lay(...county());
    await press(id("view-sum"));
    await visit.until((note) => document.querySelector(note), id("explanation"));
    assert.match(await checker.words(id("explanation")), new RegExp(TOWNS[8]));
    assert.ok((await checker.count(id("difference"))) > 3);
    await nothingFound(checker, "the sum");
    await press(`${id("counted")}:checked`);
    await visit.until((said) => /计入 19 份/.test(document.querySelector(said).textContent), id("sum-said"));
  });

  test("hands on an overview, a letter for each row, copies with comments; and goes on another day", async () => {
    await lay(...county(), ...BROKEN);
    const overview = await handedOn("overview");
    assert.equal(overview.subarray(0, 2).toString(), "PK");
    const letters = unzip(await handedOn("letters"));
    assert.equal(Object.keys(letters).length, 44);
    assert.ok(Object.keys(letters).some((name) => name.includes(`${TOWNS[5]}人民政府2024.docx`)), Object.keys(letters).join());
    const copies = unzip(await handedOn("annotated"));
    assert.ok(Object.keys(copies).length > 1);
    const kept = await handedOn("desk");
    await press(id("button-leave-desk"));
    await visit.reload();
    await checker.verdict("empty");
    await lay(["存.json", kept]);
    await visit.until((all) => document.querySelector(all).textContent.includes("44"), id("glance-all"));
    assert.equal(await glance("failed"), 3);
  });

  test("knows a report that comes back, and says what was mended", async () => {
    await lay(["一.txt", ofTown(5, 2024)], ["二.txt", ofTown(1, 2024)]);
    await checker.hand("chosen", ["改好.txt", report(TOWNS[5], 2024, 16)], ["新.txt", ofTown(3, 2024)]);
    await settled();
    await visit.until((all) => document.querySelector(all).textContent.endsWith("3"), id("glance-all"));
    const again = await row(TOWNS[5]);
    assert.ok(again.cells.some((cell) => /已改 [1-9]\d*，未改 \d+，新增 \d+/.test(cell)), again.cells.join());
  });

  test("axe finds nothing in the rows, the filters and what is asked of a row", async () => {
    await lay(...county(), ...BROKEN);
    await visit.click(id("button-filters"));
    await nothingFound(checker, "desk");
    await press(id("button-pair"));
    await nothingFound(checker, "of a row", [[1366, 768]]);
  });
});
