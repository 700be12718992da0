// Every screen of the page in every size, light and dark: nothing reaches past the edge of the window, and a picture of each is left for looking at.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { BROWSER } from "./browsers.mjs";
import { id, open, REPORT } from "./page-object.mjs";
import { browser, server, setUp } from "./fixtures.mjs";
import { html, withFaults } from "./variants.mjs";

const PICTURES = fileURLToPath(new URL(`../../target/pictures/${BROWSER}/`, import.meta.url));
/** A screen of an office, a telephone, and the first with everything twice as large. Firefox has no narrower window than some 500 pixels. */
const SIZES = { wide: [1366, 768], narrow: [390, 844], twice: [683, 384] };
const TIME_TO_DRAW = 150;

const docx = () => readFileSync(new URL("../fixtures/files/town.docx", import.meta.url));
const LAST_YEAR = REPORT.replace(/2024年/g, "2023年");

setUp({ "/faults": html(withFaults({ workers: true })) });
before(() => mkdirSync(PICTURES, { recursive: true }));

const press = (checker, selector) => checker.visit.ask((selector) => document.querySelector(selector).click(), selector);

async function example(checker, name, verdict) {
  await press(checker, id(`example-${name}`));
  await checker.verdict(verdict);
}

async function checked(checker, text = REPORT) {
  await checker.paste(text);
  await checker.verdict("errors", "warnings", "incomplete", "unreadable", "too-long");
}

async function files(checker) {
  const broken = ["青禾县柳溪镇人民政府2023年政府信息公开工作年度报告（定稿）.docx", docx().slice(0, 3000)];
  await checker.hand("chosen", ["柳溪镇.docx", docx()], broken, ["有错的.txt", REPORT], ["通知.txt", "关于召开会议的通知"], ["空的.pdf", []]);
  await checker.visit.until(() => document.querySelector(".desk-row") && !document.querySelector('[data-state="waiting"], [data-state="working"]'));
}

/** What is done before each picture. */
const SCREENS = {
  start: async () => {},
  "start in English": (checker) => press(checker, id("button-language")),
  clean: (checker) => example(checker, "sound", "clean"),
  faults: (checker) => example(checker, "faulty", "errors"),
  "empty form": async (checker) => {
    await press(checker, id("button-form"));
    await checker.verdict("errors");
  },
  "broken tables": (checker) => example(checker, "torn", "errors"),
  "cell in doubt": async (checker) => {
    await example(checker, "torn", "errors");
    await press(checker, '[data-status="uncertain"] button');
  },
  "finding with its sum": async (checker) => {
    await checked(checker);
    await press(checker, '[data-rule="AR-01"] .finding-main');
  },
  "finding with its fix": async (checker) => {
    await checked(checker);
    await press(checker, '[data-rule="WD-02"] .finding-main');
  },
  "fix applied": async (checker) => {
    await checked(checker);
    await press(checker, id("fix"));
  },
  dismissed: async (checker) => {
    await checked(checker);
    await press(checker, '[data-rule="TM-04"] .finding-main');
    await checker.visit.until((button) => document.querySelector(button), id("button-dismiss"));
    await press(checker, id("button-dismiss"));
    await checker.visit.until((list) => document.querySelector(list), id("dismissed"));
    await press(checker, `${id("dismissed")} summary`);
  },
  "cell put right": async (checker) => {
    await checked(checker);
    await press(checker, '[data-cell="requests.received.total"] button');
    await checker.visit.until((button) => document.querySelector(button), id("button-change"));
    await press(checker, id("button-change"));
  },
  "rule's help": async (checker) => {
    await checked(checker);
    await press(checker, ".finding-main");
    await press(checker, id("button-why"));
  },
  settings: (checker) => press(checker, id("button-settings")),
  menu: async (checker) => {
    await checked(checker);
    await press(checker, id("button-export"));
  },
  "menu in English": async (checker) => {
    await press(checker, id("button-language"));
    await checked(checker);
    await press(checker, id("button-export"));
  },
  "last year's passages": async (checker) => {
    await checked(checker);
    await press(checker, ".more summary");
    await checker.fill(id("previous"), LAST_YEAR);
    await checker.visit.until(() => document.querySelector('[data-rule="CY-06"]'));
    await press(checker, '[data-rule="CY-06"] .finding-main');
  },
  "last year's figures": async (checker) => {
    await checked(checker);
    await press(checker, ".more summary");
    await checker.fill(id("previous"), LAST_YEAR);
    await checker.visit.until((picture) => document.querySelector(picture), id("two-years"));
    await checker.visit.ask((picture) => document.querySelector(picture).scrollIntoView(), id("two-years"));
  },
  "files, one of them broken": files,
  "garbled": async (checker) => {
    await checker.hand("chosen", ["年报.txt", REPORT]);
    await checker.verdict("errors");
    await checker.fill(id("encoding"), "gb18030");
    await checker.visit.until(() => document.querySelector(".encoding-wrong"));
  },
  "two reports": (checker) => checked(checker, `${REPORT}\n${REPORT.split("柳溪镇").join("白石镇")}`),
  unreadable: (checker) => checked(checker, "今天天气很好。"),
  "too long": (checker) => checked(checker, `${"字".repeat(99)}\n`.repeat(8000)),
  search: async (checker) => {
    await checked(checker);
    await press(checker, id("button-find"));
  },
  crashed: async (checker) => {
    await checker.paste("〔panic〕");
    await checker.verdict("crashed");
  },
  "long check": async (checker) => {
    await checker.paste(`〔slow〕${REPORT}`);
    await checker.visit.until((progress) => document.querySelector(progress), id("progress"));
  },
};

const WITH_FAULTS = ["crashed", "long check"];

for (const [name, act] of Object.entries(SCREENS)) {
  test(name, async () => {
    const checker = await open(browser, `${server.outside}/${WITH_FAULTS.includes(name) ? "faults" : "site/"}`);
    const { visit } = checker;
    await act(checker);
    const tooWide = [];
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      await visit.resize(width, height);
      for (const theme of ["light", "dark"]) {
        await visit.ask((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
        await pause(TIME_TO_DRAW);
        await visit.picture(`${PICTURES}${name}, ${size}, ${theme}.png`);
      }
      tooWide.push(...(await visit.ask(pastTheEdge)).map((what) => `${size}: ${what}`));
    }
    await visit.resize(...SIZES.wide);
    await visit.ask(() => localStorage.clear());
    await visit.close();
    assert.deepEqual(tooWide, []);
  });
}

/**
 * What can be pressed or read and reaches past the window's right edge, but for what lies in a box that scrolls sideways. What is folded away keeps
 * in Firefox the place that it had in a wider window.
 */
function pastTheEdge() {
  const edge = document.documentElement.clientWidth + 1;
  return Array.from(document.querySelectorAll("#page button, #page p, #page h2, #page h3, #page li, #page label, #page select, #page input"))
    .filter((element) => element.getBoundingClientRect().right > edge && !element.closest(".table-scroll, .off-screen, .cm-editor, [hidden], details:not([open]) > :not(summary)"))
    .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`);
}
