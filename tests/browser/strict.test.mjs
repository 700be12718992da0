// Strict hosts: the site under a header that allows files of its own alone; what the page says where the header forbids the engine; the
// headers of the samples; and what the page's own policies keep out.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { BROWSER, launch } from "./browsers.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { DIST, serve } from "./server.mjs";
import { html } from "./variants.mjs";

const PICTURES = fileURLToPath(new URL("../../target/pictures/", import.meta.url));
const distFile = (name) => readFileSync(new URL(name, DIST), "utf8");

const strict = (keyword) => ({
  "Content-Security-Policy": `default-src 'self'; script-src 'self' ${keyword}; worker-src 'self'; style-src 'self'`,
});
const WORD = "'wasm-unsafe-eval'";
/** Chromium before the word asks no policy where a worker that is a file compiles. */
const BEFORE_THE_WORD = /^chromium-[789].$/.test(BROWSER);

let browser;
before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

/** What the older browsers say of words that are younger; what new ones say of a sandbox for frames, which this page is none of. */
const KNOWN =
  /^The source list for .* invalid source: ''wasm-unsafe-eval''|^Unrecognized Content-Security-Policy directive|^Error while parsing the 'sandbox'|^An iframe which has both allow-scripts/;
const complaintsOf = ({ complaints }) => complaints.filter((complaint) => !KNOWN.test(complaint));

test("under the strict header a report is checked, the editor has its styles, and nothing is complained of", async () => {
  const server = await serve(DIST, { headers: strict(WORD) });
  const checker = await open(browser, `${server.outside}/site/`);
  await checker.paste(REPORT);
  await checker.verdict("errors");
  const looks = await checker.visit.ask(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return [style(".cm-scroller").display, style(".cm-gutters").display, style(".cm-line").display, document.querySelectorAll("style").length];
  });
  assert.deepEqual(looks, ["flex", "flex", "block", 0]);
  assert.deepEqual(complaintsOf(checker.visit), []);
  // The worker came as a file.
  assert.ok(server.log.some((url) => /^\/site\/worker-[0-9a-f]+\.js$/.test(url)));
  await checker.visit.click(id("button-find"));
  await checker.visit.until(() => document.querySelector(".cm-search"));
  await checker.visit.click(id("button-settings"));
  await checker.visit.until(() => document.querySelector('[role="dialog"]'));
  await checker.visit.click(id("button-close"));
  assert.deepEqual(complaintsOf(checker.visit), []);
  await checker.visit.picture(`${PICTURES}${BROWSER}-strict.png`);
  await checker.visit.close();
  await server.close();
});

test("where the header forbids the engine, the page says which word to add", { skip: BEFORE_THE_WORD }, async () => {
  const server = await serve(DIST, { headers: strict("") });
  const visit = await browser.visit(`${server.outside}/site/`);
  await visit.until((verdict) => document.querySelector(`${verdict}[data-verdict="failed"]`), id("verdict"));
  const said = await visit.ask((verdict) => document.querySelector(verdict).textContent, id("verdict"));
  assert.ok(said.includes(`Content-Security-Policy 的 script-src 里加上 ${WORD}`), said);
  await visit.picture(`${PICTURES}${BROWSER}-strict-forbidden.png`);
  await visit.close();
  await server.close();
});

describe("under the headers of the samples", () => {
  const table = JSON.parse(distFile("site/server/headers.json"));
  const headersOf = (name) => table[name] ?? table[`*${name.slice(name.lastIndexOf("."))}`] ?? table["*"];
  let server;
  before(async () => {
    const kinds = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", txt: "text/plain; charset=utf-8" };
    const names = JSON.parse(distFile("site/service-worker.js").match(/var files = (\[.*?\]);/)[1]);
    const answer = (name) => (_, response) => {
      response.writeHead(200, { "Content-Type": kinds[name.split(".").pop()], ...headersOf(name) });
      response.end(distFile(`site/${name}`));
    };
    const answers = Object.fromEntries([...names.slice(1), "service-worker.js"].map((name) => [`/site/${name}`, answer(name)]));
    server = await serve(DIST, { answers: { ...answers, "/site/": answers["/site/index.html"] } });
  });
  after(() => server?.close());

  for (const page of ["", "gouji.html"]) {
    test(`site/${page} checks, downloads and prints`, async () => {
      const checker = await open(browser, `${server.outside}/site/${page}`);
      await checker.paste(REPORT);
      await checker.verdict("errors");
      if (BROWSER === "chromium") {
        const [download] = await Promise.all([checker.visit.page.waitForEvent("download"), saveAsCsv(checker)]);
        assert.match(download.suggestedFilename(), /\.csv$/);
      }
      // Elsewhere a window of the system would wait for an answer.
      if (BROWSER === "chromium") {
        const printed = await checker.visit.ask(() => {
          window.printed = 0;
          window.addEventListener("beforeprint", () => (window.printed += 1));
          window.print();
          return window.printed;
        });
        assert.equal(printed, 1);
      }
      assert.deepEqual(complaintsOf(checker.visit), []);
      await checker.visit.close();
    });
  }

  test("the first load keeps the rules as one file, and asks for no file twice that has its checksum in its name", { skip: BROWSER !== "chromium" }, async () => {
    server.log.length = 0;
    const checker = await open(browser, `${server.local}/site/`);
    await checker.visit.until(() => navigator.serviceWorker.controller);
    const asked = server.log.filter((url) => url.startsWith("/site/"));
    assert.ok(asked.length < 25, asked.join("\n"));
    const hashed = asked.filter((url) => /-[0-9a-f]{12}\./.test(url));
    assert.deepEqual(hashed, [...new Set(hashed)]);
    await checker.visit.close();
  });
});

async function saveAsCsv(checker) {
  await checker.visit.click(id("button-export"));
  await checker.visit.click(id("export-csv"));
}

describe("the page's own policies", () => {
  let server;
  before(async () => {
    server = await serve(DIST, { answers: { "/planted": html(`${distFile("gouji.html")}<script>window.planted = true;</script>`) } });
  });
  after(() => server?.close());

  test("run no script that the build did not make", { skip: BROWSER === "chromium-72" && "it does not know script-src-elem" }, async () => {
    const checker = await open(browser, `${server.outside}/planted`);
    assert.equal(await checker.visit.ask(() => "planted" in window), false);
    await checker.visit.close();
  });

  // A driver's program in Firefox or WebKit stands above the policy.
  test("let no text become markup or a program", { skip: !BROWSER.startsWith("chromium") }, async () => {
    const checker = await open(browser, `${server.outside}/gouji.html`);
    const enforced = await checker.visit.ask(() => "trustedTypes" in window);
    if (enforced) {
      await checker.visit.tryOut(`
        window.refused = 0;
        const address = URL.createObjectURL(new Blob([""]));
        for (const attempt of [
          () => (document.createElement("p").innerHTML = "<b>x</b>"),
          () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
          () => new Worker(address),
          () => window.trustedTypes.createPolicy("another", { createHTML: (text) => text }),
        ]) {
          try { attempt(); } catch (error) { if (error instanceof TypeError) window.refused += 1; }
        }`);
      assert.equal(await checker.visit.ask(() => window.refused), 4);
    } else {
      assert.notEqual(BROWSER, "chromium");
    }
    await checker.visit.close();
  });
});

/** Ways out of a worker, as a program in it. */
const waysOut = (out) => `
  const tries = [
    () => fetch("${out}/fetch", { mode: "no-cors" }),
    () => Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, "${out}/prototype", { mode: "no-cors" }),
    () => { const x = new XMLHttpRequest(); x.open("GET", "${out}/xhr"); x.send(); },
    () => importScripts("${out}/import"),
    () => new EventSource("${out}/events"),
    () => new WebSocket("${out.replace("http", "ws")}/socket"),
    () => new Worker(URL.createObjectURL(new Blob(["importScripts('${out}/nested')"]))),
  ];
  for (const one of tries) { try { Promise.resolve(one()).catch(() => {}); } catch (refused) {} }`;

test("the worker of the site can send nothing, even where the host sends no header", async () => {
  const elsewhere = await serve(DIST);
  const worker = distFile("site/service-worker.js").match(/worker-[0-9a-f]+\.js/)[0];
  const file = (text) => (_, response) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(text);
  const server = await serve(DIST, {
    answers: {
      [`/site/${worker}`]: file(distFile(`site/${worker}`) + waysOut(`${elsewhere.outside}/out`)),
      "/control.js": file(waysOut(`${elsewhere.outside}/control`)),
      "/control": html("<!doctype html><meta charset=utf-8><script>new Worker('control.js')</script>"),
    },
  });
  const checker = await open(browser, `${server.outside}/site/`);
  await checker.paste(REPORT);
  await checker.verdict("errors");
  const control = await browser.visit(`${server.outside}/control`);
  await pause(2000);
  const arrived = (where) => new Set(elsewhere.log.filter((url) => url.startsWith(`/${where}/`))).size;
  assert.ok(arrived("control") >= 5, `only ${arrived("control")}`);
  assert.equal(arrived("out"), 0);
  await control.close();
  if (BROWSER !== "firefox" && BROWSER !== "webkit") await checker.visit.close();
  for (const one of [elsewhere, server]) await one.close();
});
