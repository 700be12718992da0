// Firefox and WebKitGTK, driven by WebDriver; their pages answer to the words of Playwright's that browsers.mjs uses.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { Builder, By, Key } from "selenium-webdriver";

const KEYS = {
  Control: Key.CONTROL, Shift: Key.SHIFT, Home: Key.HOME, End: Key.END, F8: Key.F8, Enter: Key.ENTER, Escape: Key.ESCAPE, Tab: Key.TAB,
  ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN, Backspace: Key.BACK_SPACE,
  Alt: Key.ALT, Delete: Key.DELETE, F2: Key.F2, F4: Key.F4, PageUp: Key.PAGE_UP, PageDown: Key.PAGE_DOWN,
};

const CAPABILITIES = {
  firefox: (binary, { args = [], prefs = {} }) => ({
    browserName: "firefox",
    "moz:firefoxOptions": {
      binary,
      args: ["-headless", ...args],
      // Drivers let every file read every other; users' Firefox does not.
      prefs: { "security.fileuri.strict_origin_policy": true, ...prefs },
    },
  }),
  webkit: (binary) => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } }),
};

/** Launches a browser by its driver; Firefox takes more arguments and preferences. */
export async function launchByWebDriver(name, executable, driverExecutable, screen, trusting, more = {}) {
  const port = await freePort();
  const service = spawn(driverExecutable, [`--port=${port}`], { stdio: "ignore" });
  await listening(port);
  const driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({ ...CAPABILITIES[name](executable, more), acceptInsecureCerts: trusting, unhandledPromptBehavior: "accept" })
    .build();
  await driver.manage().window().setRect({ ...screen, x: 0, y: 0 });
  await driver.manage().setTimeouts({ script: 120_000, pageLoad: 120_000 });
  const process = (await driver.getCapabilities()).get("moz:processID");
  return {
    process,
    newPage: async () => new Page(driver),
    async close() {
      await driver.quit();
      service.kill();
    },
    stopDriver: () => service.kill(),
  };
}

class Page {
  constructor(driver) {
    this.driver = driver;
    const key = (name) => KEYS[name] ?? name;
    const act = (steps) => steps(driver.actions({ async: false })).perform();
    this.keyboard = {
      down: (name) => act((actions) => actions.keyDown(key(name))),
      up: (name) => act((actions) => actions.keyUp(key(name))),
      press: (name) => act((actions) => actions.keyDown(key(name)).keyUp(key(name))),
      type: (text) => act((actions) => actions.sendKeys(text)),
    };
    this.mouse = {
      move: (x, y) => act((actions) => actions.move({ x: Math.round(x), y: Math.round(y), duration: 0 })),
      down: () => act((actions) => actions.press()),
      up: () => act((actions) => actions.release()),
    };
  }

  /** WebDriver tells nothing of the console and of requests; the server's log does. */
  on() {}

  goto(url) {
    return this.driver.get(url);
  }

  reload() {
    return this.driver.navigate().refresh();
  }

  evaluate(look, argument) {
    return this.driver.executeScript(`return (${look})(arguments[0])`, argument ?? null);
  }

  tryOut(source) {
    return this.driver.executeScript(source);
  }

  /** The window is larger than the page in it, by what is around the page. */
  async resize(width, height) {
    const [x, y] = await this.driver.executeScript("return [outerWidth - innerWidth, outerHeight - innerHeight]");
    await this.driver.manage().window().setRect({ x: 0, y: 0, width: width + x, height: height + y });
  }

  async click(selector) {
    const element = await this.driver.findElement(By.css(selector));
    await this.driver.executeScript("arguments[0].scrollIntoView({ block: 'nearest' })", element);
    await element.click();
  }

  /** WebDriver answers the browser's question by itself, so the page's wish is asked for instead. */
  asksOnLeaving() {
    return this.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  }

  async screenshot({ path }) {
    writeFileSync(path, await this.driver.takeScreenshot(), "base64");
  }

  /** The one window stays for the next page. */
  close() {
    return this.driver.get("about:blank");
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function listening(port) {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("the driver does not answer");
}
