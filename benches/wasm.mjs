// Measures the packed engine under Node beside AutoCorrect on the same texts: `node wasm.mjs FOLDER-OF-PACKAGE REPORT...` prints the
// microseconds of each report as JSON. The two take turns, and no text is measured twice: each differs from the last by a number.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

import * as autocorrect from "@huacnlee/autocorrect/autocorrect_bg.js";

const WARM_UP_MS = 1500;
const MEASURE_MS = 3000;

const [folder, ...reports] = process.argv.slice(2);

function loadEngine() {
  const file = (ending) => readFileSync(join(folder, `gouji${ending}`));
  const glue = vm.runInThisContext(`(() => { ${file(".js")}\nreturn wasm_bindgen; })()`);
  glue.initSync({ module: file("_bg.wasm") });
  return glue;
}

/** The package is made for bundlers, which Node is none of. */
function loadAutoCorrect() {
  const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("@huacnlee/autocorrect/autocorrect_bg.wasm"))));
  const instance = new WebAssembly.Instance(module, { "./autocorrect_bg.js": autocorrect });
  autocorrect.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return autocorrect;
}

function time(call, text) {
  const start = performance.now();
  call(text);
  return performance.now() - start;
}

const median = (values) => values.sort((one, other) => one - other)[values.length >> 1] * 1000;

/** The median times of calls that take turns, once they are warm. */
function microseconds(calls, text) {
  let runs = 0;
  const next = () => `${text}\n${(runs += 1)}`;
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) calls.forEach((call) => call(next()));
  const times = calls.map(() => []);
  for (const end = performance.now() + MEASURE_MS; performance.now() < end; ) {
    calls.forEach((call, index) => times[index].push(time(call, next())));
  }
  return times.map(median);
}

const engine = loadEngine();
const { lintFor } = loadAutoCorrect();
const measured = reports.map((report) => {
  const calls = [(text) => engine.check(text), (text) => lintFor(text, "text")];
  const [check, autocorrect] = microseconds(calls, readFileSync(report, "utf8"));
  return { check, autocorrect };
});
console.log(JSON.stringify(measured));
