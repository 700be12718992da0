// The page for somebody who uses no mouse or hears it: what axe-core finds, where the focus goes, the theme, the language.
import assert from "node:assert/strict";
import { test } from "node:test";

import { nothingFound } from "./axe.mjs";
import { id, REPORT } from "./clerk.mjs";
import { aPageForEach, clerk, setUp } from "./stage.mjs";

setUp();
aPageForEach();

test("axe finds nothing before there is a text", () => nothingFound(clerk, "start"));

test("axe finds nothing in a result with findings, with one of them selected, and in the open menu", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await nothingFound(clerk, "findings");
  await clerk.visit.click(`${id("finding")} .finding-main`);
  await clerk.visit.seen(id("inspector"));
  await nothingFound(clerk, "selected");
  await clerk.visit.click(id("button-export"));
  await nothingFound(clerk, "menu");
});

test("axe finds nothing in the help of a rule, nor in the page in English", async () => {
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  await clerk.visit.click(id("button-language"));
  await nothingFound(clerk, "English");
  await clerk.visit.click(id("button-why"));
  await clerk.visit.seen(id("rule-help"));
  await nothingFound(clerk, "help");
});

test("axe finds nothing in a broken layout, nor in the settings", async () => {
  await clerk.visit.click(id("example-torn"));
  await clerk.verdict("incomplete", "errors", "warnings");
  await nothingFound(clerk, "torn");
  await clerk.visit.click(id("button-settings"));
  await clerk.visit.until(() => document.querySelector('[role="dialog"]'));
  await nothingFound(clerk, "settings");
});

test("axe finds nothing where nothing was found, nor where no report was", async () => {
  await clerk.visit.click(id("example-sound"));
  await clerk.verdict("clean");
  await nothingFound(clerk, "clean");
  await clerk.paste("今天天气很好。");
  await clerk.verdict("unreadable");
  await nothingFound(clerk, "unreadable");
});

test("the focus goes to the verdict when a check was asked for by a button, and stays in the text while typing", async () => {
  await clerk.visit.click(id("button-example"));
  await clerk.verdict("errors");
  await clerk.visit.until(() => document.activeElement.id === "verdict-headline");
  await clerk.paste(REPORT);
  await clerk.visit.press("Control", "End");
  await clerk.visit.type("甲");
  await clerk.verdict("errors");
  assert.equal(await clerk.visit.ask((editor) => document.activeElement === document.querySelector(editor), id("editor")), true);
});

test("the theme goes from the system's to light, to dark and back, and is remembered", async () => {
  const theme = () => clerk.visit.ask(() => [document.documentElement.getAttribute("data-theme"), localStorage.getItem("gouji.theme")]);
  await clerk.visit.ask(() => localStorage.removeItem("gouji.theme"));
  await clerk.visit.reload();
  await clerk.verdict("empty");
  const [own] = await theme();
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["light", "light"]);
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await clerk.visit.reload();
  await clerk.verdict("empty");
  assert.deepEqual(await theme(), ["dark", "dark"]);
  await clerk.visit.click(id("button-theme"));
  assert.deepEqual(await theme(), [own, null]);
});

test("the page speaks English at a button, loses nothing by it, and remembers it", async () => {
  const findings = () => clerk.visit.ask(() => [...document.querySelectorAll(".finding-message")].map((one) => one.textContent).join());
  const language = () => clerk.visit.ask(() => [document.documentElement.lang, document.title]);
  await clerk.paste(REPORT);
  await clerk.verdict("errors");
  const before = await findings();
  assert.equal((await language())[0], "zh-CN");
  const chinese = await clerk.words("h1");
  await clerk.visit.click(id("button-language"));
  assert.match(await clerk.verdict("errors"), /^[0-9]+ errors? to correct/);
  assert.equal((await language())[0], "en");
  assert.match((await language())[1], /annual reports/);
  assert.equal(await findings(), before);
  assert.equal(await clerk.words(".cm-line"), REPORT.split("\n")[0]);

  await clerk.visit.click(id("button-clear"));
  await clerk.verdict("empty");
  await clerk.visit.reload();
  await clerk.verdict("empty");
  assert.equal((await language())[0], "en");
  assert.match(await clerk.words(".cm-placeholder"), /^Paste/);
  await clerk.visit.click(id("button-language"));
  assert.equal(await clerk.words("h1"), chinese);
  assert.match(await clerk.words(".cm-placeholder"), /^把/);
});
