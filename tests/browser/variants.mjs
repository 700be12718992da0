// The page with something wrong: the texts of pages that a test server hands out in place of the good one.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { DIST } from "./server.mjs";

const good = () => readFileSync(new URL("gouji.html", DIST), "utf8");

/** An answer of the test server: this HTML. */
export const html = (text, headers = {}) => (_, response) => {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
  response.end(text);
};

/** The page with a script of ours before all of its own. */
export const withScript = (script) => good().replace("<head>", () => `<head><script>${script}</script>`);

/** The page as it is when it has come as far as into the script with these words. */
export const cutShort = (words) => good().slice(0, good().indexOf(words) + 100);

/** The page where nothing can be compiled, for a reason that nobody knows. */
export const withoutCompiler = () => withScript(`delete window.Worker; WebAssembly.compile = () => Promise.reject(new Error("?"));`);

const carried = () => good().match(/\.gouji="([^"]*)"/)[1];

/** The page with one character of the engine changed. */
export function withOneWrongCharacter() {
  const module = carried();
  const middle = module.length >> 1;
  const wrong = module[middle] === "A" ? "B" : "A";
  return good().replace(module, () => module.slice(0, middle) + wrong + module.slice(middle + 1));
}

/** The page with an engine that is newer than any browser: whole, but with an instruction that none knows. */
export function withNewerEngine() {
  const unknown = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 5, 1, 3, 0, 0x27, 0x0b];
  const module = Buffer.from(unknown).toString("base64");
  return sealed(good().replace(carried(), () => module).split(String(sumOf(carried()))).join(String(sumOf(module))));
}

/** The page with the hashes of its scripts as they are: what is changed on purpose is then not refused for that. */
function sealed(page) {
  const hashes = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  return page.replace(/script-src-elem [^;]*/, () => `script-src-elem ${hashes.join(" ")}`);
}

function sumOf(text) {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/**
 * The page with an engine that fails on purpose: a text with 〔panic〕 panics, one with 〔full〕 finds no memory left and then panics, one with
 * 〔slow〕 takes three seconds; a file with 〔full〕 leaves its readers no memory. `window.panics` and `window.workers` count what came of it.
 */
export function withFaults({ workers }) {
  return withScript(`
    window.panics = 0;
    window.workers = 0;
    ${faults}
    (${workers ? inWorkers : inPage})(faults);`);
}

const inPage = `function (faults) {
  delete window.Worker;
  faults(() => document.querySelector(".cm-content").textContent, () => (window.panics += 1));
}`;

/** Every worker gets the faults before its own program. */
const inWorkers = `function (faults) {
  const RealBlob = window.Blob;
  window.Blob = function (parts, options) {
    if (!options || !/javascript/.test(options.type)) return new RealBlob(parts, options);
    const start = "let asked = ''; addEventListener('message', ({ data }) => {" +
      "const { call, values: [first] = [] } = data.question || {};" +
      "asked = call === 'check' ? first : call === 'read' ? new TextDecoder().decode(first) : ''; });" +
      faults + "; faults(() => asked, () => postMessage({ panicked: true }));";
    return new RealBlob([start].concat(parts), options);
  };
  const RealWorker = window.Worker;
  window.Worker = function (url, options) {
    window.workers += 1;
    const worker = new RealWorker(url, options);
    worker.addEventListener("message", ({ data }) => { if (data.panicked) window.panics += 1; });
    return worker;
  };
}`;

function faults(asked, panicked) {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (module, imports) => {
    const { exports } = await instantiate(module, imports);
    const fill = () => {
      for (let pages = 1024; pages >= 1; ) {
        try {
          exports.memory.grow(pages);
        } catch (full) {
          pages /= 2;
        }
      }
    };
    const check = (...values) => {
      const text = asked();
      for (const end = Date.now() + 3000; text.includes("〔slow〕") && Date.now() < end; );
      if (text.includes("〔full〕")) fill();
      if (text.includes("〔panic〕") || text.includes("〔full〕")) {
        panicked();
        exports.panic();
      }
      return exports.check(...values);
    };
    const read = (...values) => {
      if (!asked().includes("〔full〕")) return exports.read(...values);
      fill();
      throw new WebAssembly.RuntimeError("unreachable");
    };
    // As the glue expects it from a browser that was given bytes.
    return { instance: { exports: Object.assign({}, exports, exports.read ? { read } : { check }) }, module };
  };
}
