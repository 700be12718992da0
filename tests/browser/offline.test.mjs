// Without a network: the site keeps itself where the browser has service workers (a secure address), says when a newer version is ready,
// and lets itself be switched off; elsewhere the single file can be saved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { launch } from "./browsers.mjs";
import { certificate } from "./certificate.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { DIST, serve } from "./server.mjs";

const siteFile = (name) => readFileSync(new URL(`site/${name}`, DIST), "utf8");
const script = (text) => (_, response) => {
  // The policy of the sample configurations: the worker may fetch its own site.
  response.writeHead(200, { "Content-Type": "text/javascript", "Content-Security-Policy": "default-src 'none'; connect-src 'self'" });
  response.end(text);
};
const WORKER = "/site/service-worker.js";

let browser;
let own;
before(async () => {
  own = await certificate();
  browser = await launch({ certificate: own });
});
after(() => browser?.close());

/** Opens the site and waits until it is kept. */
async function kept(address) {
  const checker = await open(browser, `${address}/site/`);
  await checker.visit.until(() => navigator.serviceWorker && navigator.serviceWorker.controller);
  return checker;
}

test("on https, at an address of the network, the site works with the server stopped", async () => {
  const server = await serve(DIST, { answers: { [WORKER]: script(siteFile("service-worker.js")) }, certificate: own });
  await worksWithTheServerStopped(server, server.outside);
});

describe("on this machine's own address", () => {
  test("the site works with the server stopped", async () => {
    const server = await serve(DIST, { answers: { [WORKER]: script(siteFile("service-worker.js")) } });
    await worksWithTheServerStopped(server, server.local);
  });

  test("a newer version waits for the user's word, and then takes over whole", async () => {
    const server = await serve(DIST, { answers: { [WORKER]: script(siteFile("service-worker.js")) } });
    const checker = await kept(server.local);

    // Not in the title: the page sets that itself.
    const newer = siteFile("index.html").replace("<html", '<html data-newer="yes"');
    for (const path of ["/site/", "/site/index.html"]) {
      server.answers[path] = (_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(newer);
    }
    server.answers[WORKER] = script(siteFile("service-worker.js").replace(/var version = "/, 'var version = "newer'));

    await checker.visit.page.goto(`${server.local}/site/`);
    await checker.visit.until((news) => document.querySelector(news), id("new-version"));
    assert.equal(await checker.visit.ask(() => "newer" in document.documentElement.dataset), false);
    await checker.visit.click(id("button-new-version"));
    await checker.visit.until(() => "newer" in document.documentElement.dataset);
    await checker.verdict("empty");
    const caches = await checker.visit.ask(async () => (await window.caches.keys()).filter((name) => name.includes("newer")).length);
    assert.equal(caches, 1);
    await checker.visit.close();
    await server.close();
  });

  test("the kill switch takes the kept site away", async () => {
    const server = await serve(DIST, { answers: { [WORKER]: script(siteFile("service-worker.js")) } });
    const checker = await kept(server.local);
    assert.equal(await checker.visit.ask(async () => (await window.caches.keys()).length), 1);
    server.answers[WORKER] = script(siteFile("server/service-worker-off.js"));
    await checker.visit.page.goto(`${server.local}/site/`);
    await checker.visit.until(async () => (await window.caches.keys()).length === 0);
    await checker.visit.close();
    await server.close();
  });
});

async function worksWithTheServerStopped(server, address) {
  const checker = await kept(address);
  await server.close();
  await checker.visit.page.goto(`${address}/site/`);
  await checker.verdict("empty");
  await checker.paste(REPORT);
  await checker.verdict("errors");
  assert.equal(await checker.count(id("save-offline")), 0);
  await checker.visit.page.goto(`${address}/site/rules.html#AR-01`);
  assert.match(await checker.words("#AR-01 h2"), /^AR-01/);
  await checker.visit.close();
}

describe("on plain http", () => {
  for (const page of ["gouji.html", "site/"]) {
    test(`${page} offers the single file`, async () => {
      const server = await serve(DIST);
      const checker = await open(browser, `${server.outside}/${page}`);
      const link = await checker.visit.ask((link) => document.querySelector(link).href, id("save-offline"));
      const saved = await (await fetch(link)).text();
      assert.equal(saved, readFileSync(new URL("gouji.html", DIST), "utf8"));
      await checker.visit.close();
      await server.close();
    });
  }
});

test("from disk there is nothing to save", async () => {
  const checker = await open(browser, new URL("gouji.html", DIST).href);
  assert.equal(await checker.count(id("save-offline")), 0);
  await checker.visit.close();
});
