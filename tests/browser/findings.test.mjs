// What a clerk does with the findings: reads the rule, sees the sum, dismisses one, switches a rule, and goes through them by the keyboard.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, server, setUp, visit } from "./fixtures.mjs";

const of = (rule) => `${id("finding")}[data-rule="${rule}"]`;

// From a server, for not every browser remembers anything of a page on the disk.
setUp();
aPageForEach();
beforeEach(async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
});

const click = async (selector) => {
  await visit.ask((selector) => document.querySelector(selector).scrollIntoView({ block: "center" }), selector);
  await visit.click(selector);
};
const gone = (selector) => visit.until((selector) => !document.querySelector(selector), selector);
const focused = () => visit.ask(() => document.activeElement.dataset.testid);

test("the rule behind a finding opens, keeps the keyboard, and gives it back on Escape", async () => {
  await click(`${of("WD-02")} .finding-main`);
  await click(`${of("WD-02")} ${id("button-why")}`);
  await visit.seen(id("rule-help"));
  assert.match(await checker.words(id("rule-help")), /WD-02.*查什么.*为什么查.*依据.*有问题的写法/s);
  assert.equal(await focused(), "rule-help");
  for (let i = 0; i < 5; i += 1) {
    await visit.press("Tab");
    assert.ok(await visit.ask((box) => document.querySelector(box).contains(document.activeElement), id("rule-help")));
  }
  await visit.press("Escape");
  await gone(id("rule-help"));
  assert.equal(await focused(), "button-why");
});

test("a sum is written out, and its cells are highlighted together", async () => {
  await click(`${of("AR-01")} .finding-main`);
  await visit.seen(id("sum"));
  assert.match(await checker.words(id("sum")), /本年新收\S* 4 ＋ 二、上年结转\S* 1 ＝ 5，（七）总计 4 ＋ 四、结转\S* 0 ＝ 4，差 1/);
  assert.equal(await checker.count(`${id("cell")}.highlighted`), 4);
});

test("F8 goes through all findings and round again", async () => {
  const all = await checker.count(id("finding"));
  const seen = [];
  for (let i = 0; i <= all; i += 1) {
    await visit.press("F8");
    seen.push(await visit.ask(() => document.querySelector(".finding.selected").id));
  }
  assert.equal(new Set(seen).size, all);
  assert.equal(seen[all], seen[0]);
  await visit.press("Shift", "F8");
  assert.equal(await visit.ask(() => document.querySelector(".finding.selected").id), seen[all - 1]);
});

test("a dismissed finding is counted apart, stays so in the next check, and comes back", async () => {
  const all = await checker.count(id("finding"));
  await click(`${of("TM-04")} .finding-main`);
  await click(`${of("TM-04")} ${id("button-dismiss")}`);
  await gone(of("TM-04"));
  assert.equal(await checker.count(id("finding")), all - 1);
  assert.match(await checker.words(id("decided")), /1 处/);

  await visit.click(id("editor"));
  await visit.press("Control", "Home");
  await visit.press("Enter");
  await checker.verdict("errors");
  assert.equal(await checker.count(of("TM-04")), 0);
  await checker.paste(REPORT.replace("更正错链3处", "更正错链4处"));
  await checker.verdict("errors");
  assert.equal(await checker.count(of("TM-04")), 0);

  await click(`${id("dismissed")} summary`);
  await click(id("button-take-back"));
  await visit.until((selector) => document.querySelector(selector), of("TM-04"));
  assert.equal(await checker.count(id("decided")), 0);
});

test("the keyboard alone dismisses findings, one after the other, and takes one back", async () => {
  const left = () => checker.count(`${id("finding")}:not([data-rule^="AR-"])`);
  await visit.ask((card) => document.querySelector(card).click(), '[data-testid="finding"]:not([data-rule^="AR-"]) .finding-main');
  for (let n = await left(); n > 1; n -= 1) {
    await visit.ask((button) => document.querySelector(button).focus(), id("inspector-dismiss"));
    await visit.press("Enter");
    await visit.until(([finding, n]) => document.querySelectorAll(finding).length < n, [`${id("finding")}:not([data-rule^="AR-"])`, n]);
    await visit.ask((card) => document.querySelector(card).click(), '[data-testid="finding"]:not([data-rule^="AR-"]) .finding-main');
  }
  await visit.ask((button) => document.querySelector(button).focus(), id("button-dismiss"));
  await visit.press("Enter");
  await visit.until((finding) => !document.querySelector(finding), `${id("finding")}:not([data-rule^="AR-"])`);
  await checker.verdict("errors");
  await click(`${id("dismissed")} summary`);
  await visit.ask((button) => document.querySelector(button).focus(), id("button-take-back"));
  await visit.press("Enter");
  await visit.until((finding) => document.querySelector(finding), `${id("finding")}:not([data-rule^="AR-"])`);
});

test("all that can be put right is put right at once, and comes back at once", async () => {
  await checker.paste(REPORT.replace("行政许可\t27", "行政许可\t２７"));
  await checker.verdict("errors");
  const all = await checker.count(id("finding"));
  await click(id("fix-all"));
  await visit.until(([finding, fewer]) => document.querySelectorAll(finding).length === fewer, [id("finding"), all - 3]);
  assert.match(await checker.words(id("notice")), /改好了 3 处/);
  await visit.click(id("button-undo"));
  await visit.until(([finding, all]) => document.querySelectorAll(finding).length === all, [id("finding"), all]);
});

test("a sum of the form is never dismissed: it is kept with a reason, and stays an error", async () => {
  const all = await checker.count(id("finding"));
  await click(`${of("AR-01")} .finding-main`);
  assert.equal(await checker.count(`${of("AR-01")} ${id("button-dismiss")}`), 0);
  await click(`${of("AR-01")} ${id("button-keep")}`);
  await visit.click(`${of("AR-01")} ${id("keep-reason")}`);
  await visit.press("Enter");
  await visit.type("上级系统的口径不同");
  await visit.press("Enter");
  await visit.until((kept) => document.querySelector(kept), `${of("AR-01")} ${id("kept")}`);
  assert.match(await checker.words(`${of("AR-01")} ${id("kept")}`), /保留原数，原因：上级系统的口径不同/);
  assert.equal(await checker.count(id("finding")), all);
  await checker.verdict("errors");
  await click(`${of("AR-01")} ${id("button-take-back")}`);
  await visit.until((kept) => !document.querySelector(kept), `${of("AR-01")} ${id("kept")}`);
});

test("with all that may be dismissed dismissed, the verdict is no plain pass, and another report starts anew, until the first comes back", async () => {
  const sound = REPORT.replace("四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0", "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1");
  await checker.paste(sound);
  await checker.verdict("errors");
  for (let left = await checker.count(id("finding")); left > 0; left -= 1) {
    await click(".finding-main");
    await click(id("button-dismiss"));
    await visit.until(([finding, left]) => document.querySelectorAll(finding).length < left, [id("finding"), left]);
  }
  assert.match(await checker.verdict("settled", "incomplete"), /您判定无误|没有核对完/);
  await checker.paste(sound.replace(/柳溪镇/g, "杨渡镇"));
  await checker.verdict("errors");
  assert.equal(await checker.count(id("dismissed")), 0);
  await visit.click(id("button-undo"));
  await checker.verdict("settled", "incomplete");
});

test("a rule is switched off in the settings, which is said and remembered", async () => {
  await visit.click(id("button-settings"));
  await visit.seen(id("rule-settings"));
  await checker.fill(`${id("rule-choice")}[data-rule="WD-02"]`, "off");
  await checker.fill(`${id("rule-choice")}[data-rule="TM-04"]`, "info");
  await visit.press("Escape");
  await gone(of("WD-02"));
  await visit.until((selector) => document.querySelector(selector), `${of("TM-04")}[data-severity="info"]`);
  assert.match(await checker.words(id("decided")), /关闭了 1 条规则/);
  const kept = await visit.ask(() => JSON.stringify(Object.entries(localStorage)));
  assert.match(kept, /WD-02/);
  assert.doesNotMatch(kept, /柳溪镇/);
});

test("what the filter hides is remembered", async () => {
  await click(id("filter-error"));
  await visit.seen(id("hidden-count"));
  await visit.reload();
  await checker.verdict("empty");
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await visit.seen(id("hidden-count"));
});

test("last year's report is compared with this one", async () => {
  await visit.click(".more summary");
  const lastYear = REPORT.replace(/2024年/g, "2023年").replace("四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0", "四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t3");
  await checker.fill(id("previous"), lastYear);
  await visit.until((selector) => document.querySelector(selector), of("CY-01"));
  assert.equal(await visit.ask(() => Object.values(localStorage).join().includes("柳溪镇")), false);
  await click(id("button-drop-previous"));
  await gone(of("CY-01"));
});

test("last year's report is opened as a file, and drawn beside this year's", async () => {
  await visit.click(".more summary");
  const lastYear = REPORT.replace(/2024年/g, "2023年").replace("二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1", "二、上年结转政府信息公开申请数量\t2\t0\t0\t0\t0\t0\t2");
  await checker.hand("last year", ["去年.txt", lastYear]);
  await visit.until((picture) => document.querySelector(picture), id("two-years"));
  assert.match(await checker.words(id("previous-said")), /已打开 去年\.txt/);
  const rows = await visit.ask((picture) => Array.from(document.querySelectorAll(`${picture} li`), (row) => row.textContent), id("two-years"));
  assert.equal(rows[0], "受理2023年 7，2024年 6");
  assert.ok(rows.includes("行政复议2023年 1，2024年 1"));
  await visit.ask(() => void window.dispatchEvent(new Event("beforeprint")));
  await visit.until(() => document.querySelector('[data-testid="sheet"] [data-testid="two-years"]'));
  await click(id("button-drop-previous"));
  await gone(id("two-years"));
});

test("another year's report, or another body's, is drawn beside nothing", async () => {
  await visit.click(".more summary");
  for (const other of [REPORT.replace(/2024年/g, "2021年"), REPORT.replace(/2024年/g, "2023年").replace(/柳溪镇/g, "杨渡镇")]) {
    await checker.fill(id("previous"), other);
    await visit.until((unchecked) => document.querySelector(unchecked), id("unchecked"));
    assert.equal(await checker.count(id("two-years")), 0);
    await click(id("button-drop-previous"));
    await gone(id("unchecked"));
  }
});

test("the site has a page with a part for every rule, and the finding leads to its own", async () => {
  await visit.page.goto(`${server.outside}/site/`);
  await checker.verdict("empty");
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await click(`${of("WD-02")} .finding-main`);
  await click(`${of("WD-02")} ${id("button-why")}`);
  await visit.seen(id("rule-page"));
  const address = await visit.ask((link) => document.querySelector(link).href, id("rule-page"));
  assert.match(address, /\/site\/rules\.html#WD-02$/);
  const page = await (await fetch(address)).text();
  const [, part] = page.match(/<section id="WD-02">(.*?)<\/section>/s);
  assert.match(part, /<h2>WD-02 .*查什么.*为什么查.*依据.*有问题的写法.*怎样关闭或调整.*WD-02 = "off"/s);
  const listed = [...page.matchAll(/<li><a href="#([A-Z]+-[0-9]+)"/g)].map(([, rule]) => rule);
  assert.ok(listed.length > 100);
  for (const rule of listed) assert.ok(page.includes(`<section id="${rule}">`), rule);
});

test("the picture beside the text has a bar for each finding, and leads to it", async () => {
  assert.equal(await checker.count(`${id("overview")} i`), await checker.count(id("finding")));
  await visit.click(id("overview"));
  await visit.seen(id("inspector"));
});
