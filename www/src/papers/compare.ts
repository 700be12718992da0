// Two papers of one report: their words are read and judged as any report's, and the library says what differs.
import { signal } from "@preact/signals";

import { Cancelled } from "../engine";
import type { Report } from "../engine/contract";
import { editor } from "../editor/editor";
import { fingerprint, fingerprintOf } from "../export/fingerprint";
import { bytesOf, readWhole } from "../files/read";
import { started } from "../files/readers";
import { shortOfRow } from "../review/desk";
import { noteText } from "../review/visit";
import { origin } from "../shell/state/mended";
import { engine } from "../shell/state/page";
import { words } from "../words";

/** How something stands in one of the papers; empty words where it is not there. */
export interface Side {
  text: string;
  line?: number;
}

export interface Difference {
  matter: string;
  name: string;
  left: Side;
  right: Side;
}

export interface Comparison {
  same: boolean;
  differences: Difference[];
  not_compared: string[];
}

/** A file that is compared. */
export interface Paper {
  name: string;
  sha256: string;
  report: Report;
  text: string;
}

/** What was chosen for a side: nothing yet, a sentence why it cannot be read, or a paper. */
export type Chosen = Paper | string | null;

export const chosen = signal<[Chosen, Chosen]>([null, null]);
export const reading = signal(false);
export const compared = signal<Comparison | null>(null);
export const failed = signal(false);

let asked = 0;

/** Puts a paper on a side; with two of them they are compared. */
export async function choose(side: 0 | 1, read: () => Promise<Chosen>): Promise<void> {
  asked += 1;
  const mine = asked;
  reading.value = true;
  compared.value = null;
  failed.value = false;
  const paper = await read().catch(() => words.value.papers.failed);
  chosen.value = side === 0 ? [paper, chosen.value[1]] : [chosen.value[0], paper];
  try {
    const [left, right] = chosen.value;
    if (isPaper(left) && isPaper(right)) {
      const found = (await (await started("desk")).ask("desk", "compare", { ...left.report, text: left.text }, { ...right.report, text: right.text })) as Comparison;
      if (mine === asked) compared.value = found;
    }
  } catch {
    if (mine === asked) failed.value = true;
  } finally {
    if (mine === asked) reading.value = false;
  }
}

export const isPaper = (chosen: Chosen): chosen is Paper => chosen !== null && typeof chosen !== "string";

/** Returns a file as a paper. */
export async function ofFile(file: File): Promise<Chosen> {
  const { content, bytes } = await readWhole(file);
  if ("error" in content || !bytes) return "error" in content ? content.error : words.value.files.cannotOpen;
  return paperOf(file.name, content.text, fingerprintOf(bytes));
}

/** Returns the report that is open, as it stands in the editor. */
export async function ofEditor(): Promise<Chosen> {
  const text = editor.value?.text() ?? "";
  return paperOf(origin.value?.name ?? words.value.papers.open, text, fingerprint(text));
}

/** Returns a report of the desk, as the user has mended it. */
export async function ofRow(key: string): Promise<Chosen> {
  noteText();
  const row = shortOfRow(key);
  if (!row) return words.value.papers.failed;
  const { given, text, version } = row.entry;
  const sha256 = version === 0 ? fingerprintOf(await bytesOf(await given.file())) : fingerprint(text);
  return paperOf(given.name, text, sha256, row.index);
}

const tries = 3;

/** Returns a text as a paper; `index` says which of its reports is meant, and without it there must be one alone. */
async function paperOf(name: string, text: string, sha256: string, index?: number): Promise<Chosen> {
  for (let count = 0; count < tries; count += 1) {
    try {
      const found = await engine.value?.check(text, {});
      const report = found?.reports[index ?? 0];
      if (!found || !report || report.verdict === "unreadable") return words.value.papers.noReport;
      return index === undefined && found.reports.length > 1 ? words.value.papers.several(found.reports.length) : { name, sha256, report, text };
    } catch (error) {
      // The check of the text in the editor took the engine's place.
      if (!(error instanceof Cancelled)) throw error;
    }
  }
  return words.value.papers.failed;
}

/** How many cells and numbers of the prose were held against each other. */
export function amountCompared([left, right]: [Paper, Paper]): { cells: number; numbers: number } {
  const sure = (paper: Paper, name: string) => paper.report.cells[name] !== undefined && paper.report.cells[name]?.status !== "uncertain";
  const cells = Object.keys(left.report.cells).filter((name) => sure(left, name) && sure(right, name));
  return { cells: cells.length, numbers: left.report.account.all };
}

/** Returns the sentence over the result. */
export function headline(found: Comparison, papers: [Paper, Paper]): string {
  const { cells, numbers } = amountCompared(papers);
  return found.same ? words.value.papers.same(cells, numbers) : words.value.papers.differ(found.differences.length, cells, numbers);
}

/** Returns the whole comparison as lines of text. */
export function comparisonText(found: Comparison, papers: [Paper, Paper]): string {
  const said = words.value.papers;
  const files = papers.map((paper, side) => said.file(side, paper.name, paper.sha256));
  const parts = found.differences.map(({ name, left, right }, index) => [`${index + 1}. ${name}`, ...[left, right].map((one, side) => said.side(side, placed(one)))].join("\n"));
  const missed = found.not_compared.map((sentence) => said.notCompared(sentence));
  return [[headline(found, papers), ...files].join("\n"), ...parts, ...missed].join("\n\n");
}

/** Returns how it stands there, with its line. */
export function placed({ text, line }: Side): string {
  const said = words.value.papers;
  return (line === undefined ? "" : said.line(line)) + (text === "" ? said.nothing : text);
}
