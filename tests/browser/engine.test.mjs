// The WebAssembly package as wasm-pack made it, run under Node the way a page runs it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import vm from "node:vm";

const FOLDER = new URL("../../www/engine/", import.meta.url);
let engine;

before(() => {
  const glue = readFileSync(new URL("gouji.js", FOLDER), "utf8");
  engine = vm.runInThisContext(`${glue}; wasm_bindgen`);
  engine.initSync({ module: readFileSync(new URL("gouji_bg.wasm", FOLDER)) });
});

test("a text that is no report is unreadable, never a pass", () => {
  const { offsets, reports } = engine.check("今天天气很好。");
  assert.equal(offsets, "utf16");
  assert.equal(reports[0].verdict, "unreadable");
});

test("no text makes the engine fail", () => {
  for (const text of ["", "\0", "\ud800", "\u202e政府信息公开", "一、".repeat(10_000)]) {
    assert.equal(engine.check(text).reports.length, 1);
  }
});

test("places count UTF-16 code units", () => {
  const text = "𠮷乡2021年政府信息公开工作年度报告\n一、总体情况\n无。";
  const section = engine.check(text).reports[0].sections[0];
  assert.equal(text.slice(section.start).startsWith("一、总体情况"), true);
});

test("options the engine does not know are ignored", () => {
  const options = { published: "some day", level: "moon", corrections: { "no.such.cell": 1 }, other: [] };
  assert.equal(engine.check("无", options).reports.length, 1);
});

test("bytes are decoded, in the encoding named or found", () => {
  const gb18030 = Uint8Array.of(0xd0, 0xc5, 0xcf, 0xa2);
  assert.equal(engine.decode(gb18030).text, "信息");
  assert.equal(engine.decode(gb18030, "gb18030").text, "信息");
  assert.equal(engine.decode(new TextEncoder().encode("信息")).encoding, "utf-8");
});

test("version and handbook describe the engine", () => {
  assert.match(engine.version(), /^[0-9]+\.[0-9]+\.[0-9]+$/);
  const handbook = JSON.parse(readFileSync(new URL("handbook.json", FOLDER), "utf8"));
  assert.deepEqual(Object.keys(handbook.forms), ["2019", "2021", "statistics"]);
  const rules = new Set(handbook.rules.map((rule) => rule.id));
  for (const finding of engine.check("无").reports[0].findings) assert.equal(rules.has(finding.rule), true);
});
