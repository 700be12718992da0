// The page for somebody who uses no mouse: the whole task by keys, and the focus, which never falls out of the page when what held it goes away.
import assert from "node:assert/strict";
import { test } from "node:test";

import { id, REPORT } from "./page-object.mjs";
import { aPageForEach, checker, setUp, visit } from "./fixtures.mjs";

/** More stops than lie between any two places of the page that a test goes between. */
const FAR = 60;

setUp();
aPageForEach();

/** What has the focus: its name in the tests, its class or its tag. */
const focused = () =>
  visit.ask(() => {
    const { dataset, id, className, tagName } = document.activeElement;
    return dataset.testid || id || className || tagName;
  });
const focusComesTo = (selector) => visit.until((selector) => document.activeElement.matches(selector), selector);
const focus = (selector) => visit.ask((selector) => document.querySelector(selector).focus(), selector);
const gone = (selector) => visit.until((selector) => !document.querySelector(selector), selector);

/** Presses Tab until this has the focus. */
async function tabTo(selector) {
  for (let i = 0; i < FAR; i += 1) {
    await visit.press("Tab");
    if (await visit.ask((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not come to ${selector}; it is at ${await focused()}`);
}

test("the whole task by keys: an example, its findings, a fix, the next one, the export", async () => {
  await visit.press("Tab");
  assert.equal(await focused(), "skip");
  await tabTo(id("button-example"));
  await visit.press("Enter");
  await checker.verdict("errors");
  await focusComesTo("#verdict-headline");

  const all = await checker.count(id("finding"));
  for (let i = 0; i < all; i += 1) await visit.press("F8");
  await focusComesTo(".inspector-message");
  assert.match(await checker.words(".inspector-message"), /信访投诉举报类/);
  await tabTo(id("fix"));
  await visit.press("Enter");
  await visit.until(([finding, left]) => document.querySelectorAll(finding).length === left, [id("finding"), all - 1]);
  assert.match(await checker.words(id("notice")), /改好了 1 处/);
  assert.ok(await visit.ask(() => document.querySelector(".inspector").contains(document.activeElement)), await focused());
  assert.doesNotMatch(await checker.words(".inspector-message"), /信访投诉举报类/);

  await visit.press("Escape");
  await gone(id("inspector"));
  await focusComesTo(".finding-main");
  await focus("#verdict-headline");
  await tabTo(id("button-export"));
  await visit.press("Enter");
  await tabTo(id("export-print"));
  await visit.press("Escape");
  assert.equal(await focused(), "button-export");
});

test("in the text, F8 takes the cursor along, so that the typing goes on at the finding", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await visit.press("Control", "Home");
  for (let i = 0; i < 5; i += 1) await visit.press("F8");
  await visit.type("甲");
  await checker.verdict("errors");
  assert.match(await checker.words(".cm-content"), /1\.甲信访投诉举报类/);
  assert.match(await checker.words(id("spoken")), /问题 5／5.*信访投诉举报类/);
});

test("a cell chosen by keys opens, takes a number, and gets the focus back", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  const cell = '[data-cell="requests.received.total"] button';
  await focus(cell);
  await visit.press("Enter");
  await visit.seen(id("inspector"));
  await visit.type("8");
  await focusComesTo(id("cell-field"));
  await visit.press("Enter");
  await focusComesTo(cell);
  await visit.until((cell) => document.querySelector(cell).textContent.startsWith("8"), cell);
  await visit.press("Escape");
  await focusComesTo(cell);
});

test("closing a finding by mouse leaves the table in view", async () => {
  await checker.paste(REPORT);
  await checker.verdict("errors");
  await visit.click('[data-rule="AR-01"] .finding-main');
  await visit.seen(`${id("cell")}.main`);
  await visit.click(id("button-leave"));
  await focusComesTo(".finding-main");
  await visit.seen('[data-cell="requests.carried_out.individual"]');
});

test("the focus stays in the page when what held it has gone with what it did", async () => {
  await checker.paste(REPORT.replace("行政许可\t27", "行政许可\t２７"));
  await checker.verdict("errors");
  const does = async (selector, done, where) => {
    await focus(selector);
    await visit.press("Enter");
    await visit.until(done, selector);
    await visit.until((where) => document.activeElement.closest(where), where);
  };
  const goes = (selector) => !document.querySelector(selector);
  await does(id("filter-error"), () => document.querySelector('[data-testid="filter-all"]'), ".filters");
  await does(id("filter-all"), goes, ".filters");
  await does(id("fix-all"), goes, ".filters");
  await does(id("button-undo"), () => document.querySelector('[data-testid="fix-all"]'), ".toolbar");
  await does(`${id("findings")} ${id("fix")}`, () => document.querySelectorAll('[data-testid="findings"] [data-testid="fix"]').length < 3, id("findings"));
  await does(id("button-clear"), (clear) => document.querySelector(clear).disabled, ".toolbar");
});

test("another encoding is chosen by keys without being led away", async () => {
  await checker.hand("chosen", ["年报.txt", REPORT]);
  await checker.verdict("errors");
  await focus(id("encoding"));
  for (const [encoding, judged] of [["gb18030", "unreadable"], ["utf-8", "errors"]]) {
    await checker.fill(id("encoding"), encoding);
    await checker.verdict(judged);
    assert.equal(await focused(), "encoding");
  }
});

test("from the rules to the help of one and out again, the keyboard is where it was", async () => {
  await focus(id("button-settings"));
  await visit.press("Enter");
  await focusComesTo(id("rule-settings"));
  await tabTo(".rule .link");
  await visit.press("Enter");
  await focusComesTo(id("rule-help"));
  await visit.press("Escape");
  await gone(id("rule-help"));
  await focusComesTo(id("button-settings"));
});
