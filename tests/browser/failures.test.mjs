// When the page cannot run: each time a sentence with one thing to do, told from what this very browser says.
import assert from "node:assert/strict";
import { test } from "node:test";

import { id } from "./page-object.mjs";
import { DIST, serve } from "./server.mjs";
import { browser, server, setUp } from "./fixtures.mjs";
import { cutShort, html, withNewerEngine, withOneWrongCharacter, withoutCompiler, withScript } from "./variants.mjs";

const policy = (script) => ({ "Content-Security-Policy": `script-src ${script}` });

/** Takes all the memory that the browser gives to WebAssembly, down to small pieces. */
const fillMemory = `
  window.kept = [];
  [16384, 1024, 64, 16].forEach(function (initial) {
    try { for (;;) window.kept.push(new WebAssembly.Memory({ initial: initial, maximum: 65536 })); } catch (full) {}
  });`;

/** What is wrong, how it comes about, and what the user is told. */
const TROUBLES = [
  ["no WebAssembly", html(withScript("delete window.WebAssembly")), /浏览器太旧.*换用 Chrome 72.*360、QQ、搜狗.*闪电或 e 图标/],
  ["an engine too old", html(withNewerEngine()), /浏览器太旧.*换用 Chrome 72.*360、QQ、搜狗.*闪电或 e 图标/],
  ["scripts blocked by the host", html(withScript(""), policy("'none'")), /另存到电脑上/],
  ["the engine blocked by the host", html(withScript(""), policy("'unsafe-inline'")), /安全设置.*另存到电脑上.*script-src 里加上 '(wasm-)?unsafe-eval'/],
  ["a file cut short in the engine", html(cutShort('.gouji="')), /文件不完整.*重新下载/],
  ["a file cut short in the page", html(cutShort("button-example")), /文件不完整.*重新下载/],
  ["one wrong character", html(withOneWrongCharacter()), /文件不完整.*重新下载/],
  ["no memory", html(withScript(fillMemory)),
    /内存不够.*关掉其他网页/],
  ["an internal error", html(withoutCompiler()), /没有启动.*换一个浏览器/],
];

setUp(Object.fromEntries(TROUBLES.map(([, answer], index) => [`/${index}`, answer])));

TROUBLES.forEach(([what, , sentence], index) => {
  test(what, async () => {
    const visit = await browser.visit(`${server.outside}/${index}`);
    const said = await visit.until(
      ([verdict]) => {
        const said = document.querySelector(`.cannot-run, ${verdict}[data-verdict="failed"]`);
        return document.readyState === "complete" && said && said.textContent;
      },
      [id("verdict")],
    );
    assert.match(said, sentence);
    await visit.close();
  });
});

test("the site without its scripts", async () => {
  const page = await serve(DIST);
  const index = await (await fetch(`${page.local}/site/index.html`)).text();
  for (const [, script] of index.matchAll(/src="((?!boot)[^"]+\.js)"/g)) {
    page.answers[`/site/${script}`] = (_, response) => response.writeHead(404).end();
  }
  const visit = await browser.visit(`${page.outside}/site/`);
  const said = await visit.until(() => {
    const said = document.querySelector(".cannot-run");
    return document.readyState === "complete" && said && said.textContent;
  });
  assert.match(said, /文件不完整.*重新下载/);
  await visit.close();
  await page.close();
});
