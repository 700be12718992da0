// A county's own profile on the settings screen: written, tried, saved, opened, and what each of its demands does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { nothingFound, SIZES } from "./axe.mjs";
import { BROWSER } from "./browsers.mjs";
import { aPageForEach, browser, checker, server, setUp, visit } from "./fixtures.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { DIST } from "./server.mjs";

setUp();
aPageForEach();

const openSettings = async () => {
  await visit.click(id("button-settings"));
  await visit.ask((box) => (document.querySelector(box).open = true), id("profile"));
};

const said = (words) =>
  visit.until(([place, words]) => document.querySelector(place).textContent.includes(words) && document.querySelector(place).textContent, [id("profile-said"), words]);

const openFile = (text) => checker.hand("profile", ["gouji.json", text]);

/** The rules that speak. */
const rules = () =>
  visit.ask(() => Array.from(new Set(Array.from(document.querySelectorAll("[data-rule]"), (card) => card.dataset.rule))));

/** What a finding of that rule says it rests on, and how grave it is; null without one. */
const ground = (rule) =>
  visit.ask((rule) => {
    const card = document.querySelector(`[data-rule="${rule}"]`);
    const basis = card && card.querySelector('[data-testid="own-ground"]');
    return card && { basis: basis ? basis.textContent : "", severity: card.dataset.severity };
  }, rule);

// The example is signed in the year it reports on.
const SIGNED = REPORT.replace("2024年1月18日", "2025年1月18日");
const BLANK = SIGNED.replace("（一）予以公开\t2\t1\t0", "（一）予以公开\t2\t1\t");
const OWN = "本级要求（禾川县）";

/** Opens the profile as a file, and checks the text with it. */
async function checkedWith(profile, text, ...verdicts) {
  await openSettings();
  await openFile(JSON.stringify({ name: "禾川县", ...profile }));
  await said("已打开");
  await visit.click(id("button-close"));
  await checker.paste(text);
  await checker.verdict(...verdicts);
}

for (const [what, profile, text, rule, before, after] of [
  ["a deadline", { deadlines: { township: "01-10" } }, SIGNED, "TM-05", null],
  ["a deadline of the level that the list of bodies gives", { deadlines: { department: "01-10" }, bodies: { 青禾县柳溪镇人民政府: "department" } }, SIGNED, "TM-05", null],
  ["a figure", { figures: ["清廉村居观察哨"] }, SIGNED, "PF-01", null],
  ["a graver rule", { rules: { "WD-02": "error" } }, SIGNED, "WD-02", "warning", "error"],
  ["a zero in every cell", { blank_cells: "zero" }, BLANK, "CF-02", "warning", "warning"],
]) {
  test(`${what} of the county speaks and names its ground`, async () => {
    await checker.paste(text);
    await checker.verdict("errors");
    const without = await ground(rule);
    assert.equal(without && without.severity, before, JSON.stringify(without));
    await checkedWith(profile, text, "errors");
    await visit.until((rule) => document.querySelector(`[data-rule="${rule}"] [data-testid="own-ground"]`), rule);
    const { basis, severity } = await ground(rule);
    assert.ok(basis.startsWith("依据：") && basis.includes(OWN), basis);
    if (after) assert.equal(severity, after);
  });
}

test("empty cells that the county allows are not spoken of", async () => {
  await checker.paste(BLANK);
  await checker.verdict("errors");
  assert.notEqual(await ground("CF-02"), null);
  await checkedWith({ blank_cells: "allowed" }, BLANK, "errors");
  await visit.until(() => !document.querySelector('[data-rule="CF-02"]'));
});

test("a rule that the county has switched off is silent, and what it finds is gone", async () => {
  await checkedWith({ rules: { "WD-02": "off" } }, SIGNED, "errors");
  await visit.until(() => !document.querySelector('[data-rule="WD-02"]'));
});

test("sentences that the notice prescribes are no copying", async () => {
  const sentence = "对照全县年度任务清单逐项检查落实情况，检查结果于每季度末报县政务公开办，由县政务公开办在门户网站专栏集中公布，接受群众监督。";
  const text = SIGNED.replace(/(五、存在的主要问题及改进情况\n\n)[^]*?(\n\n六、)/, `$1${sentence}$2`);
  await visit.click(".more summary");
  // Of last year's report only that sentence is the same.
  const other = (line, at) => (line.length > 40 && !line.includes("\t") && line !== sentence ? `第${at}件事另作安排。` : line);
  await checker.fill(id("previous"), text.replace(/2024年/g, "2023年").split("\n").map(other).join("\n"));
  await checker.paste(text);
  await visit.until(() => document.querySelector('[data-rule="CY-06"]'));
  await openSettings();
  await checker.fill(id("profile-prescribed"), sentence);
  await visit.click(id("button-profile-use"));
  await said("已按这份要求核对");
  await visit.click(id("button-close"));
  await visit.until(() => !document.querySelector('[data-rule="CY-06"]'));
});

/** A page with these words in the element that carries a profile, and nothing of the user's own. */
async function carrying(words, name = "gouji.html") {
  const page = readFileSync(new URL(name, DIST), "utf8");
  const [before, after] = [page.slice(0, page.indexOf('<div id="page">')), page.slice(page.indexOf('<div id="page">'))];
  const made = Buffer.from(`${before}<script type="application/json" id="profile">\n${words}\n</script>\n${after}`);
  server.answers[`/${name}`] = (_, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(made);
  return open(browser, `${server.outside}/${name}`);
}

for (const name of ["gouji.html", "site/index.html"]) {
  test(`a profile within ${name} is in force from the start and is named`, async () => {
    const page = await carrying(JSON.stringify({ name: "禾川县", figures: ["清廉村居观察哨"] }, null, 2), name);
    try {
      await page.paste(SIGNED);
      await page.verdict("errors");
      assert.match(await page.visit.until(() => (document.querySelector('[data-rule="PF-01"]') || {}).textContent), /本级要求（禾川县）/);
      await page.visit.click(id("button-privacy"));
      assert.match(await page.words(id("about-carried")), /“禾川县”的本级要求，所以它的 SHA-256 与公布的不同/);
      await page.visit.click(id("button-close"));
      await page.visit.click(id("button-settings"));
      assert.match(await page.words(id("profile-carried")), /正按它核对/);
      await page.visit.click(id("button-profile-clear"));
      await page.visit.until((place) => document.querySelector(place).textContent.includes("您自己选的"), id("profile-carried"));
      await page.visit.until(() => !document.querySelector('[data-testid="finding"][data-rule="PF-01"]'));
      await page.visit.click(id("button-profile-carried"));
      await page.visit.until(() => document.querySelector('[data-testid="finding"][data-rule="PF-01"]'));
      assert.equal(await page.visit.ask(() => localStorage.getItem("gouji.profile")), null);
    } finally {
      delete server.answers[`/${name}`];
      await page.visit.ask(() => localStorage.clear());
    }
  });
}

test("a wrong profile within the page is an error with its line and key, and is not used", async () => {
  const page = await carrying('{\n  "name": "禾川县",\n  "blank_cells": "maybe"\n}');
  try {
    assert.match(await page.words(id("carried-wrong")), /没有使用：第3行：blank_cells 只能是/);
    await page.paste(SIGNED);
    await page.verdict("errors");
  } finally {
    delete server.answers["/gouji.html"];
  }
});

test("a copy of the page is made with the profile inside, and is the page again without it", async () => {
  const published = readFileSync(new URL("gouji.html", DIST));
  await openSettings();
  await checker.fill(id("profile-name"), "禾川县</script>");
  await checker.fill(id("profile-figures"), "政策解读");
  const make = (name, bytes) => checker.hand("page", [name, bytes]);
  const first = await checker.downloaded(() => make("gouji.html", published));
  assert.equal(first.name, "gouji.html");
  // What docs/verify.md takes out.
  const without = (page) => page.toString("utf8").replace(/^<script type="application\/json" id="profile">\n[^]*?^<\/script>\n/m, "");
  assert.ok(first.bytes.length > published.length);
  assert.ok(without(first.bytes) === published.toString("utf8"));
  await checker.fill(id("profile-name"), "禾川县");
  const again = await checker.downloaded(() => make("gouji.html", first.bytes));
  assert.ok(without(again.bytes) === published.toString("utf8"), "one profile takes the place of another");
  await make("别的.html", "<p>不是</p>");
  await said("不是勾稽原来的网页文件");
});

test("a profile is written, saved and opened again, and axe finds nothing", async () => {
  await openSettings();
  await checker.fill(id("profile-name"), "禾川县");
  await checker.fill(id("profile-deadline-township"), "01-20");
  await checker.fill(id("profile-figures"), "政策解读\n政务新媒体/公众号");
  await checker.fill(id("profile-bodies"), "柳溪镇人民政府，乡镇、街道\n禾川县水利局，政府部门");
  await checker.fill(id("profile-blank"), "allowed");
  const { name, bytes } = await checker.downloaded(() => visit.click(id("button-profile-save")));
  assert.equal(name, "gouji.json");
  const saved = JSON.parse(bytes.toString("utf8"));
  assert.deepEqual(saved, {
    name: "禾川县",
    deadlines: { township: "01-20" },
    blank_cells: "allowed",
    figures: ["政策解读", "政务新媒体/公众号"],
    bodies: { 柳溪镇人民政府: "township", 禾川县水利局: "department" },
  });
  await visit.click(id("button-profile-clear"));
  await said("不再使用");
  await openFile(bytes.toString("utf8"));
  await said("已打开 gouji.json");
  assert.equal(await visit.ask((field) => document.querySelector(field).value, id("profile-name")), "禾川县");
  await nothingFound(checker, "profile", BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1));
});

test("a wrong profile is refused with its line and key", async () => {
  await openSettings();
  await openFile('{\n  "name": "禾川县",\n  "blank_cells": "maybe"\n}\n');
  assert.match(await said("写得不对"), /第3行：blank_cells 只能是/);
  await checker.fill(id("profile-deadline-township"), "02-20");
  await visit.click(id("button-profile-use"));
  assert.match(await said("晚于"), /deadlines/);
});
