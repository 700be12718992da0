// Measures the packed engine under Node: `node wasm.mjs FOLDER-OF-PACKAGES REPORT...` prints the microseconds of each report as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const WARM_UP_MS = 1000;
const MEASURE_MS = 2000;

const [packages, ...reports] = process.argv.slice(2);

function load(name) {
  const file = (ending) => readFileSync(join(packages, name, name + ending));
  const glue = vm.runInThisContext(`(() => { ${file(".js")}\nreturn wasm_bindgen; })()`);
  glue.initSync({ module: file("_bg.wasm") });
  return glue;
}

/** The median time of one call, once it is warm. */
function microseconds(call) {
  for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) call();
  const times = [];
  for (const end = performance.now() + MEASURE_MS; performance.now() < end; ) {
    const start = performance.now();
    call();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] * 1000;
}

const engine = load("gouji");
const yardstick = load("yardstick");
const measured = reports.map((report) => {
  const text = readFileSync(report, "utf8");
  return { check: microseconds(() => engine.check(text)), regex: microseconds(() => yardstick.pass(text)) };
});
console.log(JSON.stringify(measured));
