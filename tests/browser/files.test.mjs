// The readers of files as wasm-pack made them, run under Node: every kind of file gives the same figures as in Word's.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import vm from "node:vm";

const FOLDER = new URL("../../www/engine/", import.meta.url);
const FIXTURES = new URL("../fixtures/files/", import.meta.url);
let files;

before(() => {
  const glue = readFileSync(new URL("files.js", FOLDER), "utf8");
  files = vm.runInThisContext(`${glue}; wasm_bindgen`);
  files.initSync({ module: readFileSync(new URL("files_bg.wasm", FOLDER)) });
});

/** The rows of the tables that end with a figure. */
const rows = (text) => text.split("\n").filter((line) => /\t[0-9.]+$/.test(line)).map((line) => line.replace(/\t+/g, " "));

test("a report has the same rows in every kind of file", () => {
  const names = readdirSync(FIXTURES).filter((name) => name.startsWith("town.") && !name.endsWith(".json"));
  const expected = rows(files.read(readFileSync(new URL("town.docx", FIXTURES))).text);
  assert.ok(names.length > 10 && expected.length > 30);
  for (const name of names) assert.deepEqual(rows(files.read(readFileSync(new URL(name, FIXTURES))).text), expected, name);
});

test("the browser's decoder reads the encodings of Chinese offices", () => {
  const gb18030 = Uint8Array.of(0xd0, 0xc5, 0xcf, 0xa2);
  assert.deepEqual(files.read(gb18030), { text: "信息", kind: "text", encoding: "gb18030", writable: true });
  assert.equal(files.read(Uint8Array.of(0xff, 0xfe, 0xe1, 0x4f)).text, "信");
  assert.match(files.read(gb18030, "utf-8").text, /\ufffd/);
});

test("a file that cannot be read says why", () => {
  assert.equal(files.read(new Uint8Array()).code, "empty-file");
  assert.match(files.read(Uint8Array.of(0x50, 0x4b, 3, 4, 0)).error, /损坏/);
});

test("tables on the clipboard keep their columns", () => {
  assert.equal(files.pasted("<table><tr><td colspan=2>甲<td>1<tr><td>乙<td>丙<td>2</table>"), "甲\t\t1\n乙\t丙\t2\n\n");
});
