// A county's own profile on the settings screen: written, tried, saved, opened, and what each of its demands does.
import assert from "node:assert/strict";
import { test } from "node:test";

import { nothingFound, SIZES } from "./axe.mjs";
import { BROWSER } from "./browsers.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";
import { id, REPORT } from "./page-object.mjs";

setUp();
aPageForEach();

const openSettings = async () => {
  await visit.click(id("button-settings"));
  await visit.ask((box) => (document.querySelector(box).open = true), id("profile"));
};

const said = (words) =>
  visit.until(([place, words]) => document.querySelector(place).textContent.includes(words) && document.querySelector(place).textContent, [id("profile-said"), words]);

/** Opens a profile as a file. */
const openFile = (name, text) =>
  visit.ask(
    ([chooser, name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      const input = document.querySelector(chooser);
      input.files = data.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [id("profile-file"), name, text],
  );

/** The rules that speak. */
const rules = () =>
  visit.ask(() => Array.from(new Set(Array.from(document.querySelectorAll("[data-rule]"), (card) => card.dataset.rule))));

for (const [what, profile, rule] of [
  ["a deadline", { deadlines: { township: "01-10", department: "01-10" } }, "TM-05"],
  ["a figure", { figures: ["清廉村居观察哨"] }, "PF-01"],
]) {
  test(`${what} of the county is missed`, async () => {
    await openSettings();
    await openFile("gouji.json", JSON.stringify({ name: "禾川县", ...profile }));
    await said("已打开");
    await visit.click(id("button-close"));
    // The example is signed in the year it reports on.
    await checker.paste(REPORT.replace("2024年1月18日", "2025年1月18日"));
    await checker.verdict("errors");
    const spoken = await rules();
    assert.ok(spoken.includes(rule), spoken.join());
  });
}

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
  await openFile("gouji.json", bytes.toString("utf8"));
  await said("已打开 gouji.json");
  assert.equal(await visit.ask((field) => document.querySelector(field).value, id("profile-name")), "禾川县");
  await nothingFound(checker, "profile", BROWSER === "chromium" ? SIZES : SIZES.slice(0, 1));
});

test("a wrong profile is refused with its line and key", async () => {
  await openSettings();
  await openFile("gouji.json", '{\n  "name": "禾川县",\n  "blank_cells": "maybe"\n}\n');
  assert.match(await said("写得不对"), /第3行：blank_cells 只能是/);
  await checker.fill(id("profile-deadline-township"), "02-20");
  await visit.click(id("button-profile-use"));
  assert.match(await said("晚于"), /deadlines/);
});
