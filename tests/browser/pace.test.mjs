// Typing never waits for a check, a long check can be given up, and an engine that fails is started anew.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BROWSER } from "./browsers.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { browser, server, setUp } from "./fixtures.mjs";
import { html, withFaults } from "./variants.mjs";

const PANICS_IN_A_ROW = 100;
/** The oldest does not survive it when a worker is ended and started anew: there a check that was given up runs out by itself. */
const WORKERS_AFTER_CANCELLING = BROWSER === "chromium-72" ? 1 : 2;

setUp({ "/worker": html(withFaults({ workers: true })), "/no-worker": html(withFaults({ workers: false })) });

const panics = (checker) => checker.visit.ask(() => window.panics);
const workers = (checker) => checker.visit.ask(() => window.workers);

for (const place of ["worker", "no-worker"]) {
  describe(place, () => {
    test("after each of a hundred panics the next check works", async () => {
      const checker = await open(browser, `${server.outside}/${place}`);
      for (let i = 1; i <= PANICS_IN_A_ROW; i += 1) {
        await checker.paste(`第 ${i} 次〔panic〕`);
        await checker.verdict("crashed");
      }
      assert.equal(await panics(checker), PANICS_IN_A_ROW);
      await checker.paste(REPORT);
      await checker.verdict("errors");
      await checker.visit.close();
    });

    test("a text that crashed is run again only when the user says so", async () => {
      const checker = await open(browser, `${server.outside}/${place}`);
      await checker.paste("〔panic〕");
      assert.match(await checker.verdict("crashed"), /文字没有丢失/);
      await checker.paste(REPORT);
      await checker.verdict("errors");
      await checker.paste("〔panic〕");
      await checker.verdict("crashed");
      assert.equal(await panics(checker), 1);
      await checker.visit.click(id("button-again"));
      await checker.visit.until(() => window.panics === 2);
      await checker.verdict("crashed");
      await checker.visit.close();
    });

    test("a check that finds no memory says so, and the next one works", async () => {
      const checker = await open(browser, `${server.outside}/${place}`);
      await checker.paste("〔full〕");
      assert.match(await checker.verdict("no-memory"), /内存不够.*关掉其他网页/);
      await checker.paste(REPORT);
      await checker.verdict("errors");
      await checker.visit.close();
    });
  });
}

describe("a long check", () => {
  test("shows that it goes on and is given up at a click; the text stays and the next check works", async () => {
    const checker = await open(browser, `${server.outside}/worker`);
    await checker.paste(`〔slow〕${REPORT}`);
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
    await checker.visit.click(id("button-cancel"));
    assert.match(await checker.verdict("cancelled"), /文字没有丢失/);
    assert.match(await checker.words(".cm-line"), /〔slow〕/);
    assert.equal(await checker.count(id("progress")), 0);
    await checker.paste(REPORT);
    await checker.verdict("errors");
    assert.equal(await workers(checker), WORKERS_AFTER_CANCELLING);
    await checker.visit.close();
  });

  test("a file whose reading found no memory is told of as such, alone and in a list", async () => {
    const checker = await open(browser, `${server.outside}/worker`);
    await checker.hand("chosen", ["large.txt", `〔full〕${REPORT}`]);
    await checker.visit.until((notice) => /内存不够/.test(document.querySelector(notice).textContent), id("notice"));
    await checker.hand("chosen", ["large.txt", `〔full〕${REPORT}`], ["small.txt", REPORT]);
    await checker.visit.until((list) => /内存不够[^]*错/.test((document.querySelector(list) || {}).textContent), id("desk-rows"));
    await checker.visit.close();
  });

  test("does not hold up the typing, and is given up for the text as it has become", async () => {
    const checker = await open(browser, `${server.outside}/worker`);
    await checker.paste(`${REPORT}〔slow〕`);
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
    await checker.visit.press("Control", "a");
    await checker.visit.type("甲乙丙");
    assert.equal(await checker.words(".cm-content"), "甲乙丙");
    await checker.verdict("unreadable");
    assert.equal(await workers(checker), WORKERS_AFTER_CANCELLING);
    await checker.visit.close();
  });

  test("leaves the last result where it is until the next one", async () => {
    const checker = await open(browser, `${server.outside}/worker`);
    await checker.paste(REPORT);
    await checker.verdict("errors");
    const findings = await checker.count(id("finding"));
    await checker.visit.press("Control", "Home");
    await checker.visit.type("〔slow〕");
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
    assert.equal(await checker.count(id("finding")), findings);
    // In the text as it has become, something else stands at the cell's place.
    const cell = `${id("table-requests")} ${id("cell")}`;
    await checker.visit.click(cell);
    await checker.visit.seen(".excerpt mark");
    const figure = (await checker.words(cell)).trim();
    assert.equal(await checker.words(".excerpt mark"), figure);
    assert.equal(await checker.visit.until(() => (document.querySelector(".cm-place-primary") || {}).textContent), figure);
    await checker.verdict("errors");
    await checker.visit.close();
  });
});
