// The npm package as another site would take it: imported under Node, and its types held against a small program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../dist/npm", import.meta.url));
const TSC = fileURLToPath(new URL("../../www/node_modules/typescript/bin/tsc", import.meta.url));

const { unzipSync, zipSync, strFromU8, strToU8 } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");

/** A report in which the digits of one number are exchanged. */
function faultyDocument() {
  const parts = unzipSync(new Uint8Array(readFileSync(new URL("../fixtures/files/town.docx", import.meta.url))));
  const document = strFromU8(parts["word/document.xml"]).replace(/(（一）予以公开.*?>)154(<)/s, "$1145$2");
  return zipSync({ ...parts, "word/document.xml": strToU8(document) });
}

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

test("a Word file is read, mended, annotated and put into the official form, as its README says", () => {
  const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
  const [, program] = readme.match(/## From a file to its corrected copy[^`]*`gouji[^#]*?```js\n([^]*?)```/);
  writeFileSync(join(project, "mend.mjs"), program);
  writeFileSync(join(project, "report.docx"), faultyDocument());
  const answer = execFileSync(process.execPath, ["mend.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(answer.trim(), "1 0");
  const documentOf = (name) => unzipSync(new Uint8Array(readFileSync(join(project, name))));
  assert.match(strFromU8(documentOf("corrected.docx")["word/document.xml"]), /<w:ins [^>]*w:author="勾稽"/);
  assert.ok(Object.keys(documentOf("annotated.docx")).some((name) => name.includes("comments")));
  assert.match(strFromU8(documentOf("form.docx")["word/document.xml"]), />145</);
});

test("its version is that of the engine", async () => {
  const { version, initSync } = await import(pathToFileURL(join(PACKAGE, "gouji.js")).href);
  initSync({ module: readFileSync(join(PACKAGE, "gouji_bg.wasm")) });
  assert.equal(version(), JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version);
});

test("its types describe it", () => {
  const program = (call) => `
    import init, { check, decode, initSync, version, type Finding, type Handbook, type Report } from "gouji";
    import { annotate, form, read, textDocument, write, type FileContent, type WrittenCopy } from "gouji/files";
    const content: FileContent = read(new Uint8Array());
    const by = { name: "x", date: "2024-01-31T09:30:00Z" };
    const copy = write(new Uint8Array(), [{ start: 0, end: 1, text: "2" }], undefined, by);
    const made: WrittenCopy | string = "error" in copy ? copy.error : copy;
    console.log(content, made, annotate(new Uint8Array(), [], by), textDocument("x"), form({ edition: "2021", format: "xlsx" }, { office: "x" }));
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
