// How the page holds a county: two hundred Word documents, from the drop to the first rows and to the last; two thousand texts, shown, sorted
// and scrolled; the longest frame of each; and the most memory that the documents took. For `cargo xtask bench --page`.
import { readdirSync, readFileSync } from "node:fs";

import { BROWSER, launch } from "../tests/browser/browsers.mjs";
import { ofTown, TOWNS } from "../tests/browser/county.mjs";
import { id, PageObject } from "../tests/browser/page-object.mjs";
import { DIST } from "../tests/browser/server.mjs";

const DOCUMENTS = 200;
const TEXTS = 2000;

/** Notes the longest time between two frames, and when rows first come and all are there. */
function watch() {
  window.longest = 0;
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Hands over copies of one file made in the page, and tells when the first was judged and all were, in milliseconds. */
function handOver([names, contents, chooser]) {
  const data = new DataTransfer();
  const bytes = contents.map((base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
  names.forEach((name, i) => data.items.add(new File([bytes[i % bytes.length]], name)));
  const input = document.querySelector(chooser);
  input.files = data.files;
  // Making the files takes a long frame of its own, which is not the desk's.
  requestAnimationFrame(() => requestAnimationFrame(() => begin(input)));

  function begin(input) {
    const start = performance.now();
    window.times = {};
    const looking = setInterval(() => {
      const judged = document.querySelector(".desk-row:not(.desk-row-waiting):not(.desk-row-working)");
      if (judged && !window.times.first) window.times.first = performance.now() - start;
      const rests = !document.querySelector('[data-testid="button-stop"]') && document.querySelector(".desk-row");
      if (!rests || !window.times.first) return;
      window.times.all = performance.now() - start;
      window.times.longest = window.longest;
      clearInterval(looking);
    }, 5);
    window.longest = 0;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** Sorts by every column and scrolls to the end, a step in each frame, and tells the longest frame. */
function sortAndScroll() {
  window.longest = 0;
  window.done = false;
  const heads = Array.from(document.querySelectorAll(".desk-rows thead button"));
  const box = document.querySelector(".desk-scroll");
  let step = 0;
  const next = () => {
    if (step < heads.length) heads[step].click();
    else if (step < heads.length + 60) box.scrollTop += box.scrollHeight / 60;
    else return void (window.done = window.longest);
    step += 1;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** What a file of a process says, or nothing once the process has ended. */
function said(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

/** The memory in MB of the processes that hold pages, of all the browsers that this program started. A page that is shared counts in parts. */
function memoryOfPages() {
  const parents = new Map(readdirSync("/proc").filter(Number).map((pid) => [Number(pid), Number(said(pid, "stat").split(") ").pop().split(" ")[1])]));
  const isOurs = (pid) => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
  const pages = Array.from(parents.keys()).filter((pid) => isOurs(pid) && /--type=renderer|-contentproc/.test(said(pid, "cmdline")));
  return pages.reduce((sum, pid) => sum + Number((said(pid, "smaps_rollup").match(/^Pss: +(\d+) kB/m) || [0, 0])[1]), 0) / 1024;
}

const browser = await launch();

async function page() {
  const visit = await browser.visit(new URL("gouji.html", DIST).href);
  await new PageObject(visit).verdict("empty");
  await visit.ask(watch);
  return visit;
}

const rounded = (time) => `${time.toFixed(0)}`.padStart(6);

const documents = await page();
const town = readFileSync(new URL("../tests/fixtures/files/town.docx", import.meta.url)).toString("base64");
await documents.ask(handOver, [Array.from({ length: DOCUMENTS }, (_, i) => `${i}.docx`), [town], id("file")]);
let memory = 0;
const sampling = setInterval(() => (memory = Math.max(memory, memoryOfPages())), 100);
const done = await documents.until(() => window.times && window.times.all && window.times);
clearInterval(sampling);
console.log(`${BROWSER.padEnd(14)} ${rounded(done.first)}  ${rounded(done.all)}  ${rounded(done.longest)}   ${DOCUMENTS} Word documents: first row, all, longest frame`);
console.log(`${BROWSER.padEnd(14)} ${rounded(memory)} MB at most in the processes of its pages`);
await documents.close();

const texts = await page();
const words = TOWNS.map((_, i) => Buffer.from(ofTown(i, 2024)).toString("base64"));
await texts.ask(handOver, [Array.from({ length: TEXTS }, (_, i) => `${i}.txt`), words, id("file")]);
let all;
while (!all) all = await texts.until(() => window.times && window.times.all && window.times).catch(() => null);
await texts.ask(sortAndScroll);
const longest = await texts.until(() => window.done);
console.log(`${BROWSER.padEnd(14)} ${rounded(all.first)}  ${rounded(all.all)}  ${rounded(all.longest)}  ${rounded(longest)}   ${TEXTS} texts: first row, all, longest frame, longest frame while sorting and scrolling`);
await browser.close();
