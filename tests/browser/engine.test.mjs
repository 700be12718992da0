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

test("a wrong option is an error that names it", () => {
  const wrong = {
    published: ["some day", /published/],
    level: ["moon", /level|moon/],
    corrections: [{ "no.such.cell": 1 }, /no\.such\.cell/],
    rules: [{ "ST-99": "off" }, /ST-99/],
    other: [[], /other/],
  };
  for (const [name, [value, named]] of Object.entries(wrong)) {
    assert.throws(() => engine.check("无", { [name]: value }), named);
  }
});

/** A short report of a year with so many new documents, two of them in force, and its date at the end. */
function report(year, issued, signed) {
  return [
    `柳溪镇人民政府${year}年政府信息公开工作年度报告`,
    "一、总体情况",
    "在镇村两级公开栏张贴惠农补贴、项目招标、防汛值班等信息。",
    "二、主动公开政府信息情况",
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    "规章\t0\t0\t0",
    `行政规范性文件\t${issued}\t0\t2`,
    "行政许可\t7",
    "五、存在的主要问题及改进情况",
    "问题是群众提出的意见没有逐条反馈，培训的次数偏少；今后建立台账，办理结果在公开栏张贴，每季度组织一次业务学习，由镇里通报。",
    "六、其他需要报告的事项",
    "未收取信息处理费。",
    "柳溪镇人民政府",
    signed,
  ].join("\n");
}

const TEXT = report(2023, 7, "2024年1月18日");
const found = (rule, options, text = TEXT) =>
  engine.check(text, options).reports[0].findings.filter((finding) => finding.rule === rule);

test("a rule is switched off, on or given another severity", () => {
  assert.equal(found("AR-06").length, 1);
  assert.deepEqual(found("AR-06", { rules: { "AR-06": "off" } }), []);
  const late = report(2023, 1, "2024年2月20日");
  for (const severity of ["error", "info"]) {
    assert.equal(found("TM-05", { rules: { "TM-05": severity } }, late)[0].severity, severity);
  }
  // What the form's own arithmetic finds is never made lighter.
  assert.equal(found("AR-06", { rules: { "AR-06": "info" } })[0].severity, found("AR-06")[0].severity);
  const named = TEXT.replace("未收取", "对申请人周小川（男，住鹿溪村）的来信逐一答复。未收取");
  assert.deepEqual(found("PV-05", {}, named), []);
  assert.equal(found("PV-05", { rules: { "PV-05": "on" } }, named).length, 1);
});

test("a number put right is the cell's number", () => {
  assert.deepEqual(found("AR-06", { corrections: { "disclosure.normative_documents.issued": 1 } }), []);
});

test("the level decides the deadline, and so does the day of publication", () => {
  const late = report(2023, 1, "2024年2月20日");
  assert.equal(found("TM-05", {}, late).length, 1);
  assert.deepEqual(found("TM-05", { level: "county" }, late), []);
  assert.deepEqual(found("TM-05"), []);
  assert.equal(found("TM-05", { published: "2024-02-20" }).length, 1);
});

test("last year's report shows the passages that are alike", () => {
  const [alike] = found("CY-06", { previous: report(2022, 1, "2023年1月16日") });
  const passages = alike.alike.map(({ start, end, last_year: lastYear }) => [TEXT.slice(start, end), lastYear]);
  assert.equal(passages.length > 0, true);
  for (const [now, before] of passages) assert.equal(before.includes(now.slice(0, 10)), true);
  assert.deepEqual(found("CY-06", { previous: report(2021, 1, "2022年1月16日") }), []);
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
