// Opening files in a real browser: by the dialog, dropped, pasted; one and many; broken ones; and tables from the clipboard.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { BROWSER } from "./browsers.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { DIST } from "./server.mjs";
import { aPageForEach, browser, checker, server, setUp, visit } from "./fixtures.mjs";
import { cutShort, html, withFaults } from "./variants.mjs";

const PICTURES = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const FOLDER = new URL("../fixtures/files/", import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => /^town\..*[^n]$/.test(name) && !name.endsWith(".json"));

const content = (name) => readFileSync(new URL(name, FOLDER));

setUp({
  "/no-worker": html(withFaults({ workers: false })),
  "/worker": html(withFaults({ workers: true })),
  "/without-readers": html(cutShort('.files="')),
});
before(() => mkdirSync(PICTURES, { recursive: true }));

const file = (name) => [name, content(name)];

const said = (pattern) =>
  visit.until(
    ([selector, source]) => {
      const words = document.querySelector(selector).textContent;
      return new RegExp(source).test(words) && words;
    },
    [id("notice"), pattern.source],
  );

describe("files", () => {
  aPageForEach(() => new URL("gouji.html", DIST).href);

  test("a Word document is opened by the dialog, by dropping and by pasting, and its findings have their places", async () => {
    // Firefox lets no script make up a clipboard.
    for (const way of ["chosen", "dropped", ...(BROWSER === "firefox" ? [] : ["pasted"])]) {
      await checker.hand(way, file("town.docx"));
      await said(/已打开 town\.docx（按Word 文档读取）/);
      await checker.verdict("warnings", "clean", "errors");
      assert.equal(await checker.count(`${id("table-requests")} ${id("cell")}`), 175);
      await visit.click(id("finding"));
      await visit.seen(".cm-place-primary");
      await visit.click(id("button-clear"));
      await checker.verdict("empty");
    }
  });

  test("every kind of file gives the same verdict in a list, and a click shows one", async () => {
    await checker.hand("dropped", ...NAMES.map(file), ["broken.docx", content("town.docx").subarray(0, 3000)]);
    await visit.until(
      ([row, stop]) => document.querySelector(row) && !document.querySelector(stop) && Array.from(document.querySelectorAll(row)).every((one) => !["waiting", "working"].includes(one.dataset.state)),
      [id("desk-row"), id("button-stop")],
    );
    const states = await visit.ask((row) => Array.from(document.querySelectorAll(row), (one) => one.dataset.state), id("desk-row"));
    assert.equal(states.length, NAMES.length + 1);
    // What needs work comes first.
    assert.equal(states.shift(), "failed");
    assert.equal(new Set(states).size, 1, states.join());
    assert.match(await checker.words(id("glance-failed")), /没有读出来 1/);
    assert.match(await checker.words(`${id("desk-row")}[data-state="failed"]`), /broken\.docx.*损坏.*再试/);
    await visit.click(`${id("desk-row")}:not([data-state="failed"]) td`);
    await said(/已打开 town\./);
    await checker.verdict("warnings", "clean", "errors");
    await visit.click(id("button-desk"));
    await visit.picture(`${PICTURES}${BROWSER}-files.png`);
    await visit.click(id("button-leave-desk"));
    assert.equal(await checker.count(id("desk")), 0);
  });

  test("two hundred files do not hold the page up, and can be stopped", async () => {
    const many = Array.from({ length: 200 }, (_, index) => [`${index}.docx`, content("town.docx")]);
    await checker.hand("chosen", ...many);
    await visit.ask(() => {
      window.longest = 0;
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
      }, 10);
    });
    await visit.until((progress) => Number(document.querySelector(progress).textContent.match(/\d+/)) > 20, id("desk-progress"));
    await visit.click(id("button-stop"));
    await visit.until((button) => document.querySelector(button), id("button-resume"));
    assert.ok((await visit.ask(() => window.longest)) < 1000);
    await checker.hand("chosen", file("town.ruled.pdf"));
    await said(/已打开 town\.ruled\.pdf（按PDF读取）/);
  });

  test("a file that cannot be read keeps the text and says why", async () => {
    await checker.paste("原来的文字");
    const broken = [
      ["empty.docx", [], /空的/],
      ["cut.pdf", content("town.ruled.pdf").subarray(0, 900), /损坏/],
      ["photo.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 0], /这是图片/],
      ["rubbish.doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3], /损坏/],
    ];
    for (const [name, bytes, sentence] of broken) {
      await checker.hand("chosen", [name, bytes]);
      await said(sentence);
    }
    assert.equal(await checker.words(".cm-line"), "原来的文字");
  });

  test("what the browser itself cannot read, such as a folder, is said to be so", async () => {
    await visit.ask(() => {
      FileReader.prototype.readAsArrayBuffer = function () {
        setTimeout(() => this.onerror(), 0);
      };
    });
    await checker.hand("dropped", file("town.docx"));
    assert.match(await said(/读不出来/), /^town\.docx：读不出来。是文件夹的，/);
  });

  test("another encoding can be chosen for a text", async () => {
    await checker.hand("chosen", ["a.txt", [0xd0, 0xc5, 0xcf, 0xa2]]);
    await said(/已打开 a\.txt/);
    assert.equal(await checker.words(".cm-line"), "信息");
    await checker.fill(id("encoding"), "big5");
    await visit.until(() => document.querySelector(".cm-line").textContent !== "信息");
  });

  test("a text read in the wrong encoding is noticed, in a list too, and put right by choosing another", async () => {
    await checker.hand("chosen", ["年报.txt", REPORT], ["b.txt", "通知"]);
    await visit.until((row) => document.querySelector(`${row}[data-state="errors"]`), id("desk-row"));
    await visit.click(`${id("desk-row")}[data-state="errors"] td`);
    await checker.verdict("errors");
    await checker.fill(id("encoding"), "gb18030");
    await visit.until(() => document.querySelector(".encoding-wrong"));
    assert.match(await checker.words(".encoding-wrong"), /像是乱码，请换一种编码/);
    await checker.fill(id("encoding"), "utf-8");
    await checker.verdict("errors");
    assert.equal(await checker.count(".encoding-wrong"), 0);
  });

  test("a plain paste is said to be one", async () => {
    await checker.paste(`${REPORT}\n`);
    await said(/已按纯文字粘贴/);
    await visit.press("Control", "End");
    await visit.type("甲");
    await visit.until((notice) => document.querySelector(notice).textContent === "", id("notice"));
  });

  test("a file that takes long to read can be given up, and the text stays", async () => {
    await checker.paste("原来的文字");
    await visit.ask(() => {
      const read = FileReader.prototype.readAsArrayBuffer;
      FileReader.prototype.readAsArrayBuffer = function (file) {
        setTimeout(() => read.call(this, file), 2000);
      };
    });
    await checker.hand("chosen", file("town.docx"));
    await visit.until((button) => document.querySelector(button), id("button-stop-reading"));
    await visit.click(id("button-stop-reading"));
    await said(/已停止读取 town\.docx/);
    await checker.hand("chosen", ["empty.docx", []]);
    await said(/空的/);
    assert.equal(await checker.words(".cm-line"), "原来的文字");
  });

  test("tables from the clipboard keep their columns, in last year's report too", async () => {
    await copyTable();
    await visit.click(id("editor"));
    await visit.press("Control", "v");
    await said(/已按表格粘贴/);
    const lines = await visit.ask(() => Array.from(document.querySelectorAll(".cm-line"), (line) => line.textContent));
    assert.deepEqual(lines.slice(0, 2), ["甲\t\t1", "乙\t丙\t2"]);

    await visit.click(".more summary");
    await visit.click(id("previous"));
    await visit.press("Control", "v");
    await visit.until((box) => document.querySelector(box).value === "甲\t\t1\n乙\t丙\t2", id("previous"));
  });

  /** Selects a table of the page and copies it. */
  async function copyTable() {
    await visit.ask((rows) => {
      const table = document.createElement("table");
      table.id = "table-of-the-test";
      for (const row of rows) {
        const line = table.insertRow();
        for (const [words, columns] of row) Object.assign(line.insertCell(), { textContent: words, colSpan: columns });
      }
      document.body.appendChild(table);
      getSelection().selectAllChildren(table);
    }, [[["甲", 2], ["1", 1]], [["乙", 1], ["丙", 1], ["2", 1]]]);
    await visit.press("Control", "c");
    await visit.ask(() => {
      document.body.removeChild(document.getElementById("table-of-the-test"));
    });
  }
});

describe("the readers", () => {
  const opened = (path) => open(browser, `${server.outside}/${path}`);

  test("read where there is no worker", async () => {
    const checker = await opened("no-worker");
    await checker.hand("chosen", file("town.docx"));
    await checker.verdict("warnings", "clean", "errors");
    await checker.visit.close();
  });

  test("read although the first check was given up before they were needed", async () => {
    const checker = await opened("worker");
    await checker.paste(`〔slow〕${REPORT}`);
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
    await checker.visit.click(id("button-cancel"));
    await checker.verdict("cancelled");
    await checker.hand("chosen", file("town.docx"));
    await checker.verdict("warnings", "clean", "errors");
    await checker.visit.close();
  });

  test("say what to do when they have not come with the page, and the text is checked all the same", async () => {
    const checker = await opened("without-readers");
    await checker.paste(REPORT);
    await checker.verdict("errors");
    await checker.hand("chosen", file("town.docx"));
    await checker.visit.until((notice) => /复制，再粘贴/.test(document.querySelector(notice).textContent), id("notice"));
    await checker.visit.close();
  });
});
