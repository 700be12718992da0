// Makes docs/browsers.md of what record.mjs has written of each browser: `node matrix.mjs RECORDS BROWSER... TABLE`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [records, ...rest] = process.argv.slice(2);
const table = rest.pop();
const browsers = rest;

const AREAS = {
  "page.test.mjs": "A clerk's work",
  "findings.test.mjs": "The findings",
  "cells.test.mjs": "Typing in the tables",
  "differs.test.mjs": "Numbers that are not in the text",
  "repairs.test.mjs": "From an error to the mended file",
  "opening.test.mjs": "Files",
  "export.test.mjs": "Export",
  "copies.test.mjs": "Back to Word",
  "desk.test.mjs": "The desk of a county",
  "papers.test.mjs": "Two reports compared",
  "profile.test.mjs": "A county's own demands",
  "access.test.mjs": "For everyone",
  "screens.test.mjs": "For everyone, on other screens",
  "keyboard.test.mjs": "By the keyboard alone",
  "pace.test.mjs": "Long checks and faults",
  "failures.test.mjs": "When it cannot run",
  "hostile.test.mjs": "Under attack",
  "strict.test.mjs": "On strict hosts",
  "privacy.test.mjs": "Privacy",
  "disk.test.mjs": "Nothing on the disk",
  "offline.test.mjs": "Without a network",
  "visual.test.mjs": "Nothing is cut off",
};

/** What came of one browser: area, then test, then the places where it passed and where it did not. */
function read(browser) {
  const path = join(records, `${browser}.json`);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  return lines.map((line) => JSON.parse(line));
}

const all = browsers.map(read);
const mark = (results) => {
  if (results.length === 0) return "not run";
  const failed = results.filter((result) => !result.passed);
  return failed.length === 0 ? "✓" : `✗ ${failed.map((result) => result.group).join(", ")}`.trim();
};

let text = `# The page in every browser

Written by \`cargo xtask browsers\`, which drives each of them. A clerk's work is done in four places: the single file from disk and from plain
http on an address other than loopback, the site folder from disk and from plain http; ✓ means in all of them.

In Chromium before 80 a check that is given up goes on unheeded in its worker, for those browsers crash when a worker is ended and started anew.
`;
const files = new Set([...Object.keys(AREAS), ...all.flat().map((result) => result.file)]);
for (const file of files) {
  const names = [...new Set(all.flat().filter((result) => result.file === file).map((result) => result.name))];
  text += `\n## ${AREAS[file] ?? file}\n\n| | ${browsers.join(" | ")} |\n|---|${browsers.map(() => ":---:|").join("")}\n`;
  for (const name of names) {
    const marks = all.map((results) => mark(results.filter((result) => result.file === file && result.name === name)));
    text += `| ${name} | ${marks.join(" | ")} |\n`;
  }
}
mkdirSync(dirname(table), { recursive: true });
writeFileSync(table, text);
console.log(text);
