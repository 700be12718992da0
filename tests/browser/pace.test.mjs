// Typing never waits for a check, a long check can be given up, and an engine that fails is started anew.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { BROWSER } from "./browsers.mjs";
import { id, open, REPORT } from "./clerk.mjs";
import { browser, server, setUp } from "./stage.mjs";
import { html, withFaults } from "./variants.mjs";

const PANICS_IN_A_ROW = 100;
/** The oldest does not survive it when a worker is ended and started anew: there a check that was given up runs out by itself. */
const WORKERS_AFTER_CANCELLING = BROWSER === "chromium-72" ? 1 : 2;

setUp({ "/worker": html(withFaults({ workers: true })), "/no-worker": html(withFaults({ workers: false })) });

const panics = (clerk) => clerk.visit.ask(() => window.panics);
const workers = (clerk) => clerk.visit.ask(() => window.workers);

for (const place of ["worker", "no-worker"]) {
  describe(place, () => {
    test("after each of a hundred panics the next check works", async () => {
      const clerk = await open(browser, `${server.outside}/${place}`);
      for (let i = 1; i <= PANICS_IN_A_ROW; i += 1) {
        await clerk.paste(`第 ${i} 次〔panic〕`);
        await clerk.verdict("crashed");
      }
      assert.equal(await panics(clerk), PANICS_IN_A_ROW);
      await clerk.paste(REPORT);
      await clerk.verdict("errors");
      await clerk.visit.close();
    });

    test("a text that crashed is run again only when the user says so", async () => {
      const clerk = await open(browser, `${server.outside}/${place}`);
      await clerk.paste("〔panic〕");
      assert.match(await clerk.verdict("crashed"), /文字没有丢失/);
      await clerk.paste(REPORT);
      await clerk.verdict("errors");
      await clerk.paste("〔panic〕");
      await clerk.verdict("crashed");
      assert.equal(await panics(clerk), 1);
      await clerk.visit.click(id("button-again"));
      await clerk.visit.until(() => window.panics === 2);
      await clerk.verdict("crashed");
      await clerk.visit.close();
    });

    test("a check that finds no memory says so, and the next one works", async () => {
      const clerk = await open(browser, `${server.outside}/${place}`);
      await clerk.paste("〔full〕");
      assert.match(await clerk.verdict("no-memory"), /内存不够.*关掉其他网页/);
      await clerk.paste(REPORT);
      await clerk.verdict("errors");
      await clerk.visit.close();
    });
  });
}

describe("a long check", () => {
  test("shows that it goes on and is given up at a click; the text stays and the next check works", async () => {
    const clerk = await open(browser, `${server.outside}/worker`);
    await clerk.paste(`〔slow〕${REPORT}`);
    await clerk.visit.until((progress) => document.querySelector(progress), id("progress"));
    await clerk.visit.click(id("button-cancel"));
    assert.match(await clerk.verdict("cancelled"), /文字没有丢失/);
    assert.match(await clerk.words(".cm-line"), /〔slow〕/);
    assert.equal(await clerk.count(id("progress")), 0);
    await clerk.paste(REPORT);
    await clerk.verdict("errors");
    assert.equal(await workers(clerk), WORKERS_AFTER_CANCELLING);
    await clerk.visit.close();
  });

  test("does not hold up the typing, and is given up for the text as it has become", async () => {
    const clerk = await open(browser, `${server.outside}/worker`);
    await clerk.paste(`${REPORT}〔slow〕`);
    await clerk.visit.until((progress) => document.querySelector(progress), id("progress"));
    await clerk.visit.press("Control", "a");
    await clerk.visit.type("甲乙丙");
    assert.equal(await clerk.words(".cm-content"), "甲乙丙");
    await clerk.verdict("unreadable");
    assert.equal(await workers(clerk), WORKERS_AFTER_CANCELLING);
    await clerk.visit.close();
  });

  test("leaves the last result where it is until the next one", async () => {
    const clerk = await open(browser, `${server.outside}/worker`);
    await clerk.paste(REPORT);
    await clerk.verdict("errors");
    const findings = await clerk.count(id("finding"));
    await clerk.visit.press("Control", "Home");
    await clerk.visit.type("〔slow〕");
    await clerk.visit.until((progress) => document.querySelector(progress), id("progress"));
    assert.equal(await clerk.count(id("finding")), findings);
    // In the text as it has become, something else stands at the cell's place.
    const cell = `${id("table-requests")} ${id("cell")}`;
    await clerk.visit.click(cell);
    await clerk.visit.seen(".excerpt mark");
    const figure = (await clerk.words(cell)).trim();
    assert.equal(await clerk.words(".excerpt mark"), figure);
    assert.equal(await clerk.visit.until(() => (document.querySelector(".cm-place-primary") || {}).textContent), figure);
    await clerk.verdict("errors");
    await clerk.visit.close();
  });
});
