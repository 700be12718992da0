// The npm package as another site would take it: imported under Node, and its types held against a small program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../dist/npm", import.meta.url));
const TSC = fileURLToPath(new URL("../../www/node_modules/typescript/bin/tsc", import.meta.url));

/** A project that depends on the package. */
let project;
before(() => {
  project = mkdtempSync(join(tmpdir(), "gouji-package-"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(PACKAGE, join(project, "node_modules/gouji"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
after(() => rmSync(project, { recursive: true }));

test("the package checks a report under Node, as its README says", async () => {
  const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
  const [, program] = readme.match(/## Under Node\s+```js\n([^`]*)```/);
  writeFileSync(join(project, "check.mjs"), program);
  const answer = execFileSync(process.execPath, ["check.mjs"], { cwd: project, encoding: "utf8" });
  assert.match(answer.trim(), /^(errors|warnings|incomplete|unreadable)$/);
});

test("its version is that of the engine", async () => {
  const { version, initSync } = await import(pathToFileURL(join(PACKAGE, "gouji.js")).href);
  initSync({ module: readFileSync(join(PACKAGE, "gouji_bg.wasm")) });
  assert.equal(version(), JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version);
});

test("its types describe it", () => {
  const program = (call) => `
    import init, { check, decode, initSync, version, type Finding, type Handbook, type Report } from "gouji";
    await init({ module_or_path: new Uint8Array() });
    initSync({ module: new Uint8Array() });
    const report: Report = check("", { published: "2025-01-20", level: "city", corrections: { x: 1 } }).reports[0]!;
    const findings: Finding[] = report.findings;
    console.log(findings, decode(new Uint8Array(), "gb18030"), (null as unknown as Handbook).forms["2021"].tables, version().length, ${call});`;
  const compile = (call) => {
    writeFileSync(join(project, "program.mts"), program(call));
    execFileSync(process.execPath, [TSC, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "program.mts"], {
      cwd: project,
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
    });
  };
  compile("report.verdict");
  assert.throws(() => compile("report.nothing"), /./);
});
