// Opens the page in a real browser: the Chromium of this machine by Playwright, an old one from npm by Puppeteer, Firefox and WebKitGTK by
// WebDriver. All are driven through the same few words, so that each test runs in every browser.
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

import { launchByWebDriver } from "./webdriver.mjs";

const PATIENCE = 20_000;
export const SCREEN = { width: 1366, height: 768 };
export const NO_SANDBOX = ["--no-sandbox", "--disable-gpu"];
export const NO_CALLS_HOME = [
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Which browser this run is of, and where its programs are: `cargo xtask` says so. */
export const { BROWSER, BROWSER_EXECUTABLE, DRIVER_EXECUTABLE, LATE } = process.env;

/** Makes every frame and timer of a page come late, so that a test that looks too early, as on a busy machine, is found out. */
function late() {
  const DELAY = 300;
  const { setTimeout, requestAnimationFrame } = window;
  window.setTimeout = (what, after = 0, ...rest) => setTimeout(what, after + DELAY, ...rest);
  window.requestAnimationFrame = (what) => setTimeout(() => requestAnimationFrame(what), DELAY);
}

/**
 * Launches the browser of this run: `chromium`, `chromium-NN` (an old one that npm carries), `firefox` or `webkit`; it trusts the certificate,
 * where there is one, as if the office had given it out.
 */
export async function launch({ certificate } = {}) {
  const browser = await start(certificate);
  return {
    async visit(url) {
      const visit = new Visit(await browser.newPage());
      if (LATE) await visit.beforehand(`(${late})()`);
      await visit.page.goto(url);
      return visit;
    },
    close: () => browser.close(),
  };
}

function start(certificate) {
  const trust = certificate ? [`--ignore-certificate-errors-spki-list=${certificate.trust}`] : [];
  if (BROWSER === "chromium") return current(trust);
  if (BROWSER.startsWith("chromium-")) return old(BROWSER, trust);
  return launchByWebDriver(BROWSER, BROWSER_EXECUTABLE, DRIVER_EXECUTABLE, SCREEN, Boolean(certificate));
}

async function current(trust) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: BROWSER_EXECUTABLE, args: [...NO_SANDBOX, ...NO_CALLS_HOME, ...trust] });
  return { newPage: () => browser.newPage({ viewport: SCREEN }), close: () => browser.close() };
}

async function old(name, trust) {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({
    executablePath: await unpacked(name),
    args: ["--headless", "--no-zygote", ...NO_SANDBOX, ...NO_CALLS_HOME, ...trust],
    defaultViewport: SCREEN,
  });
}

/** Unpacks an old Chromium from its npm package, once. */
async function unpacked(name) {
  const folder = fileURLToPath(new URL(`../../target/browsers/${name}/`, import.meta.url));
  const program = `${folder}chromium`;
  if (existsSync(program)) return program;
  const packed = fileURLToPath(new URL(`node_modules/${name}/bin/`, import.meta.url));
  const file = readdirSync(packed).find((entry) => entry.startsWith("chromium"));
  mkdirSync(folder, { recursive: true });
  await pipeline(createReadStream(packed + file), createBrotliDecompress(), createWriteStream(`${program}.part`));
  chmodSync(`${program}.part`, 0o755);
  renameSync(`${program}.part`, program);
  return program;
}

/** A page of a browser that was launched elsewhere. */
export const visitOf = (page) => new Visit(page);

/** A page that is just being opened anew can be asked nothing. */
function notWhileOpening(error) {
  if (!/navigation|context/i.test(error.message)) throw error;
  return false;
}

/** One page opened once, with all that it complained of, asked for and said on leaving, as far as the driver tells. */
class Visit {
  complaints = [];
  requests = [];
  dialogs = [];

  constructor(page) {
    this.page = page;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("dialog", (dialog) => {
      this.dialogs.push(dialog.type());
      void dialog.accept();
    });
  }

  /** Runs a program in every document before its own; WebDriver has no word for it. */
  beforehand(source) {
    return (this.page.addInitScript ?? this.page.evaluateOnNewDocument).call(this.page, source);
  }

  /** Runs `look(argument)` in the page. */
  ask(look, argument) {
    return this.page.evaluate(look, argument);
  }

  /** Runs a program in the page as one that is there already, and waits for nothing. */
  tryOut(source) {
    return this.page.tryOut ? this.page.tryOut(source) : this.page.evaluate(`(() => { ${source} })()`);
  }

  /** Waits until `look(argument)`, run in the page, gives something true, and returns that. */
  async until(look, argument) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const seen = await this.ask(look, argument).catch(notWhileOpening);
      if (seen) return seen;
      if (Date.now() > end) throw new Error(`never seen, with ${JSON.stringify(argument)}: ${look}`);
      await pause(50);
    }
  }

  click(selector) {
    return this.page.click(selector);
  }

  /** Presses keys together, as in `press("Control", "a")`. */
  async press(...keys) {
    const last = keys.pop();
    for (const key of keys) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of keys.reverse()) await this.page.keyboard.up(key);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  /** Waits until nothing hides the middle of an element. */
  seen(selector) {
    return this.until((selector) => {
      const element = document.querySelector(selector);
      if (!element) return false;
      const box = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
    }, selector);
  }

  /** Leaves by opening the page anew, and tells whether the page wished to be asked first. */
  async asksOnLeaving() {
    if (this.page.asksOnLeaving) return this.page.asksOnLeaving();
    await this.page.reload();
    return this.dialogs.includes("beforeunload");
  }

  reload() {
    return this.page.reload();
  }

  /** Gives the page so much room, in CSS pixels. */
  resize(width, height) {
    if (this.page.resize) return this.page.resize(width, height);
    return (this.page.setViewportSize ?? this.page.setViewport).call(this.page, { width, height });
  }

  picture(path) {
    return this.page.screenshot({ path });
  }

  close() {
    return this.page.close();
  }
}
