// A Word file with six faults: found, mended and verified in at most ten actions.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { id } from "./page-object.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";

const { unzipSync, zipSync, strFromU8, strToU8 } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

setUp();
aPageForEach();

/** Each of them once in the document: what is right, what is written for it. */
const FAULTS = [
  [/(（一）予以公开.*?)154/s, "$1145"],
  [/信访举报投诉类/, "信访投诉举报类"],
  [/2022年1月16日/, "2021年1月16日"],
  [/(行政强制.*?)549/s, "$1549件"],
  [/614件，上年结转/, "641件，上年结转"],
  [/(规章.*?<w:t[^>]*>)0(<)/s, "$1/$2"],
];

function faultyDocx() {
  const parts = unzipSync(new Uint8Array(readFileSync(new URL("../fixtures/files/town.docx", import.meta.url))));
  let document = strFromU8(parts["word/document.xml"]);
  for (const [right, wrong] of FAULTS) {
    const changed = document.replace(right, wrong);
    assert.notEqual(changed, document, `the document has no ${right}`);
    document = changed;
  }
  return zipSync({ ...parts, "word/document.xml": strToU8(document) });
}

test("six faults of a Word file are mended and verified in at most ten actions", async () => {
  let actions = 0;
  const act = async (what) => {
    actions += 1;
    await what();
  };
  await act(() => checker.hand("chosen", ["年报.docx", faultyDocx()]));
  await checker.verdict("errors");
  await act(() => visit.click(id("fix-all")));
  await visit.until((fix) => !document.querySelector(fix), `${id("findings")} ${id("fix")}`);
  // The digits of a number are exchanged: it is typed anew in its cell.
  const cell = '[data-cell="requests.granted.individual"] button';
  await visit.ask((cell) => document.querySelector(cell).scrollIntoView({ block: "center" }), cell);
  await act(() => visit.click(cell));
  await act(() => visit.type("154"));
  await act(() => visit.press("Enter"));
  await visit.until((sum) => !document.querySelector(sum), '[data-rule^="AR-"][data-severity="error"]');
  // What the prose says is for a person to put right: the number is selected, and typed anew.
  const sentence = '[data-rule^="NT-"] .finding-main';
  await act(() => visit.click(sentence));
  await visit.until(() => [...document.querySelectorAll(".cm-place-primary")].some((place) => place.textContent.includes("641")));
  const place = () => {
    const box = [...document.querySelectorAll(".cm-line")].find((line) => line.textContent.includes("641"));
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const offset = node.textContent.indexOf("641");
      if (offset < 0) continue;
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 3);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { left: left + 1, right: left + width - 1, y: top + height / 2 };
    }
    return null;
  };
  // The editor scrolls to the place, and draws it anew.
  let at = await visit.ask(place);
  for (let before = null; !at || JSON.stringify(at) !== before; at = await visit.ask(place)) {
    before = JSON.stringify(at);
    await pause(200);
  }
  await act(async () => {
    await visit.page.mouse.move(at.left, at.y);
    await visit.page.mouse.down();
    await visit.page.mouse.move(at.right, at.y);
    await visit.page.mouse.up();
  });
  await visit.until(() => String(window.getSelection()) === "641");
  await act(async () => {
    await visit.type("614");
  });
  const words = await checker.verdict("clean", "incomplete", "warnings");
  assert.match(words, /错误 0/);
  assert.equal(await checker.count('[data-rule^="NT-"]'), 0);
  assert.ok(actions <= 10, `${actions} actions`);
});
