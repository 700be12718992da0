// What the tests of one file share: a browser, a server and, where they wish, a page for each of them.
import { after, afterEach, before, beforeEach } from "node:test";

import { launch } from "./browsers.mjs";
import { open } from "./page-object.mjs";
import { DIST, serve } from "./server.mjs";

export let browser;
export let server;

/** Launches the browser and the server of this file's tests; `answers` is what the server says instead of the files. */
export function setUp(answers = {}) {
  before(async () => {
    server = await serve(DIST, { answers });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
}

/** The page of the test that is running, and what a test does with it. */
export let visit;
export let checker;

/** Opens the page for each test, at the address that `url` gives once the server is there. */
export function aPageForEach(url = () => `${server.outside}/gouji.html`) {
  beforeEach(async () => {
    checker = await open(browser, url());
    ({ visit } = checker);
  });
  afterEach(async () => {
    // What one test chose would change what the next one sees.
    await visit.ask(() => location.protocol !== "file:" && localStorage.clear());
    await visit.close();
  });
}
