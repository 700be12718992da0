// The page for somebody who uses no mouse or hears it: what axe-core finds, where the focus goes, the theme, the language.
import assert from "node:assert/strict";
import { test } from "node:test";

import { nothingFound } from "./axe.mjs";
import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, setUp } from "./fixtures.mjs";

setUp();
aPageForEach();

test("axe finds nothing before there is a text, nor in how the page is verified", async () => {
  await nothingFound(checker, "start");
  await checker.visit.click(id("button-privacy"));
  await checker.visit.seen(id("build"));
  await checker.visit.click(`${id("licences")} summary`);
  await nothingFound(checker, "about");
});

test("axe finds nothing in a result with findings, with one of them selected, and in the open menu", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await nothingFound(checker, "findings");
  await checker.visit.click(`${id("finding")} .finding-main`);
  await checker.visit.seen(id("inspector"));
  await nothingFound(checker, "selected");
  await checker.visit.click(id("button-export"));
  await nothingFound(checker, "menu");
});

test("axe finds nothing in the help of a rule, nor in the page in English", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await checker.visit.click(id("button-language"));
  await nothingFound(checker, "English");
  await checker.visit.click(".finding-main");
  await checker.visit.click(".finding-main");
  await checker.visit.click(id("button-why"));
  await checker.visit.seen(id("rule-help"));
  await nothingFound(checker, "help");
});

test("axe finds nothing in a broken layout, nor in the settings", async () => {
  await checker.visit.click(id("example-torn"));
  await checker.verdict("incomplete", "errors", "warnings");
  await nothingFound(checker, "torn");
  await checker.visit.click(id("button-settings"));
  await checker.visit.until(() => document.querySelector('[role="dialog"]'));
  await nothingFound(checker, "settings");
});

test("axe finds nothing where nothing was found, nor where no report was", async () => {
  await checker.visit.click(id("example-sound"));
  await checker.verdict("clean");
  await nothingFound(checker, "clean");
  await checker.paste("今天天气很好。");
  await checker.verdict("unreadable");
  await nothingFound(checker, "unreadable");
});

test("the focus goes to the verdict when a check was asked for by a button, and stays in the text while typing", async () => {
  await checker.visit.click(id("button-example"));
  await checker.verdict("errors");
  await checker.visit.until(() => document.activeElement.id === "verdict-headline");
  await checker.paste(REPORT);
  await checker.visit.press("Control", "End");
  await checker.visit.type("甲");
  await checker.verdict("errors");
  assert.equal(await checker.visit.ask((editor) => document.activeElement === document.querySelector(editor), id("editor")), true);
});

test("the theme goes from the system's to light, to dark and back, and is remembered", async () => {
  const theme = () => checker.visit.ask(() => [document.documentElement.getAttribute("data-theme"), localStorage.getItem("gouji.theme")]);
  await checker.visit.ask(() => localStorage.removeItem("gouji.theme"));
  await checker.visit.reload();
  await checker.verdict("empty");
  const [own] = await theme();
  await checker.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["light", "light"]);
  await checker.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await checker.visit.reload();
  await checker.verdict("empty");
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await checker.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), [own, null]);
});

test("the page speaks English at a button, loses nothing by it, and remembers it", async () => {
  const findings = () => checker.visit.ask(() => [...document.querySelectorAll(".finding-message")].map((one) => one.textContent).join());
  const language = () => checker.visit.ask(() => [document.documentElement.lang, document.title]);
  await checker.paste(REPORT);
  await checker.verdict("errors");
  const before = await findings();
  assert.equal((await language())[0], "zh-CN");
  const chinese = await checker.words("h1");
  await checker.visit.click(id("button-language"));
  assert.match(await checker.verdict("errors"), /^[0-9]+ errors? to correct/);
  assert.equal((await language())[0], "en");
  assert.match((await language())[1], /annual reports/);
  assert.equal(await findings(), before);
  assert.equal(await checker.words(".cm-line"), REPORT.split("\n")[0]);

  await checker.visit.click(id("button-clear"));
  await checker.verdict("empty");
  await checker.visit.reload();
  await checker.verdict("empty");
  assert.equal((await language())[0], "en");
  assert.match(await checker.words(".cm-placeholder"), /^Paste/);
  await checker.visit.click(id("button-language"));
  assert.equal(await checker.words("h1"), chinese);
  assert.match(await checker.words(".cm-placeholder"), /^把/);
});
