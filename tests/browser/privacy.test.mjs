// What can be got out of the page by a program inside it, once the engine runs: a server counts what arrives. The same ways are tried
// from a page without a policy too, so that a way that leads nowhere anyway proves nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { launch } from "./browsers.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { DIST, serve } from "./server.mjs";
import { html } from "./variants.mjs";

/** Ways out, each as a program that tries to reach `out`; those of a page that may do anything come to the server. */
const WAYS = {
  fetch: (out) => `fetch("${out}", { mode: "no-cors" })`,
  "fetch keepalive": (out) => `fetch("${out}", { mode: "no-cors", method: "POST", keepalive: true, body: "x" })`,
  XMLHttpRequest: (out) => `const x = new XMLHttpRequest(); x.open("POST", "${out}"); x.send("x")`,
  beacon: (out) => `navigator.sendBeacon("${out}", "x")`,
  image: (out) => `new Image().src = "${out}"`,
  "image in a set": (out) => `const i = new Image(); i.srcset = "${out} 1x"; document.body.appendChild(i)`,
  "background image": (out) => `document.body.style.backgroundImage = "url(${out})"`,
  "style sheet": (out) => `add("link", { rel: "stylesheet", href: "${out}" })`,
  "imported style": (out) => `add("style", { textContent: "@import url(${out});" })`,
  font: (out) => `const f = new FontFace("f", "url(${out})"); document.fonts.add(f); f.load()`,
  script: (out) => `add("script", { src: "${out}" })`,
  "module script": (out) => `add("script", { type: "module", src: "${out}" })`,
  "worker that fetches": (out) =>
    `new Worker(URL.createObjectURL(new Blob(["fetch('${out}', { mode: 'no-cors' })"])))`,
  "worker that imports": (out) => `new Worker(URL.createObjectURL(new Blob(["importScripts('${out}')"])))`,
  form: (out) => `const f = add("form", { action: "${out}", method: "post", target: "way" }); add("iframe", { name: "way" }); f.submit()`,
  frame: (out) => `add("iframe", { src: "${out}" })`,
  object: (out) => `add("object", { data: "${out}" })`,
  embed: (out) => `add("embed", { src: "${out}" })`,
  video: (out) => `add("video", { src: "${out}", preload: "auto" })`,
  audio: (out) => `new Audio("${out}").load()`,
  "event stream": (out) => `new EventSource("${out}")`,
  socket: (out) => `new WebSocket("${out}".replace("http", "ws"))`,
  prefetch: (out) => `add("link", { rel: "prefetch", href: "${out}" })`,
  preload: (out) => `add("link", { rel: "preload", as: "image", href: "${out}" })`,
  icon: (out) => `add("link", { rel: "icon", href: "${out}" })`,
  manifest: (out) => `add("link", { rel: "manifest", href: "${out}" })`,
  ping: (out) => `const a = add("a", { ping: "${out}", href: "#way" }); a.click()`,
  "drawing in a vector image": (out) =>
    `const s = document.createElementNS("http://www.w3.org/2000/svg", "svg"), i = document.createElementNS("http://www.w3.org/2000/svg", "image");
     i.setAttribute("href", "${out}"); s.appendChild(i); document.body.appendChild(s)`,
};

/** What no policy closes: the address bar itself. docs/privacy.md names these. */
const OPEN_BY_NATURE = { "going elsewhere": (out) => `location.href = "${out}"` };

const WITHOUT_POLICY = "<!doctype html><meta charset=utf-8><title>control</title><body>";

let browser;
let server;
/** Where the ways lead: another server, so that nothing else comes to it. */
let elsewhere;
before(async () => {
  elsewhere = await serve(DIST);
  server = await serve(DIST, { answers: { "/control": html(WITHOUT_POLICY) } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await elsewhere?.close();
});

/** Tries ways out of a page; gives the names of those that reached the server. */
async function arrivedFrom(visit, ways, label) {
  const listed = Object.keys(ways);
  const programs = listed.map((name, index) => ways[name](`${elsewhere.outside}/out/${label}/${index}`));
  for (const program of programs) {
    // As a program that is in the page already: the driver's own evaluation asks no policy.
    const source = `const add = (tag, values) => document.body.appendChild(Object.assign(document.createElement(tag), values));
      try { Promise.resolve((() => { ${program} })()).catch(() => {}); } catch (refused) {}`;
    await visit.tryOut(source);
  }
  await pause(2500);
  const arrived = elsewhere.log.flatMap((url) => url.match(`^/out/${label}/([0-9]+)`)?.[1] ?? []);
  return listed.filter((_, index) => arrived.includes(String(index)));
}

describe("ways out", () => {
  test("lead out of a page without a policy", async () => {
    const visit = await browser.visit(`${server.outside}/control`);
    const arrived = await arrivedFrom(visit, WAYS, "control");
    await visit.close();
    assert.ok(arrived.length >= 20, `only ${arrived.length} of ${Object.keys(WAYS).length}: ${arrived.join(", ")}`);
  });

  for (const place of ["gouji.html", "site/"]) {
    test(`lead nowhere from ${place}`, async () => {
      const checker = await open(browser, `${server.outside}/${place}`);
      await checker.paste(REPORT);
      await checker.verdict("errors");
      const arrived = await arrivedFrom(checker.visit, WAYS, place.replace(/\W/g, ""));
      assert.deepEqual(arrived, []);
      await checker.visit.close();
    });
  }

  test("lead nowhere but to another page", async () => {
    const visit = await browser.visit(`${server.outside}/gouji.html`);
    const arrived = await arrivedFrom(visit, OPEN_BY_NATURE, "nature");
    assert.deepEqual(arrived, Object.keys(OPEN_BY_NATURE));
    await visit.close();
  });
});

test("connections between browsers are taken away before the page starts", async () => {
  const checker = await open(browser, `${server.outside}/gouji.html`);
  const left = await checker.visit.ask(() => {
    window.RTCPeerConnection = 1;
    return [window.RTCPeerConnection, window.webkitRTCPeerConnection, window.mozRTCPeerConnection].filter(Boolean).length;
  });
  assert.equal(left, 0);
  await checker.visit.close();
});

test("the report is in no address, no title and no storage, and gone when the page is opened anew", async () => {
  const checker = await open(browser, `${server.outside}/gouji.html`);
  await checker.paste(REPORT);
  await checker.verdict("errors");
  const kept = await checker.visit.ask(() =>
    JSON.stringify([location.href, document.title, document.cookie, { ...localStorage }, { ...sessionStorage }, history.state, window.name]),
  );
  assert.doesNotMatch(kept, /柳溪/);
  await checker.visit.asksOnLeaving();
  await checker.visit.page.goto(`${server.outside}/gouji.html`);
  await checker.verdict("empty");
  assert.doesNotMatch(await checker.words("#page"), /柳溪镇/);
  assert.equal(server.log.filter((url) => decodeURIComponent(url).includes("柳溪")).length, 0);
  await checker.visit.close();
});

test("the page tells the user how to see it for himself", async () => {
  const checker = await open(browser, `${server.outside}/gouji.html`);
  assert.match(await checker.words('[data-testid="self-check"]'), /拔掉网线.*F12/);
  await checker.visit.close();
});

for (const place of ["gouji.html", "site/"]) {
  test(`${place} says which version it is, how its file is compared, and whose work is in it`, async () => {
    const [, version, build] = readFileSync(new URL("VERSION.txt", DIST), "utf8").match(/^gouji (.*)\nbuild (.*)\n$/);
    const checker = await open(browser, `${server.outside}/${place}`);
    await checker.visit.click(id("button-privacy"));
    await checker.visit.seen(id("build"));
    assert.ok((await checker.words(id("build"))).includes(`${version}，构建号 ${build}`));
    assert.match(await checker.words(id("about")), /certutil -hashfile gouji\.html SHA256.*sha256sum gouji\.html.*手机/);
    const licences = readFileSync(new URL("npm/LICENCES.txt", DIST), "utf8");
    assert.match(licences, /serde [0-9.]+ {2}MIT OR Apache-2.0.*preact [0-9.]+ {2}MIT.*==== /s);
    if (place === "site/") {
      const address = await checker.visit.ask((link) => document.querySelector(`${link} a, a${link}`).href, id("licences"));
      assert.equal(await (await fetch(address)).text(), licences);
    } else {
      await checker.visit.click(`${id("licences")} summary`);
      const shown = await checker.visit.until((list) => (document.querySelector(`${list} pre`) || {}).textContent, id("licences"));
      assert.equal(shown.trim(), licences.trim());
    }
    await checker.visit.close();
  });
}
