// Several files at once: read and checked one after the other, each with its verdict.
import { signal } from "@preact/signals";

import { checkOptions } from "../checking";
import type { FileContent, Report, VerdictName } from "../contract";
import { Cancelled } from "../engine";
import { engine } from "../state";
import { words } from "../words";
import { NoReaders, readContent, stopReading } from "./readers";

/** As many as an office of a province may have on one day. */
export const mostFiles = 1000;
const largestFile = 32 * 1024 * 1024;

export type Item = { name: string } & (
  | { state: "waiting" | "working" | "stopped" }
  | { state: "failed"; why: string }
  | { state: "checked"; file: File; text: string; kind: string; encoding: string | undefined; verdict: VerdictName; errors: number }
);

export const items = signal<Item[]>([]);
export const isRunning = signal(false);

/** Counts the lists, so that one that was replaced writes nothing more. */
let round = 0;

export async function runBatch(files: File[]): Promise<void> {
  round += 1;
  const mine = round;
  items.value = files.map((file) => ({ name: file.name, state: "waiting" }));
  isRunning.value = true;
  for (const [index, file] of files.entries()) {
    set(index, { name: file.name, state: "working" });
    const done = await one(file);
    if (mine !== round) return;
    if (!isRunning.value) break;
    set(index, done);
  }
  items.value = items.value.map((item) =>
    item.state === "waiting" || item.state === "working" ? { name: item.name, state: "stopped" } : item,
  );
  isRunning.value = false;
}

export function stopBatch(): void {
  isRunning.value = false;
  void stopReading();
}

export function closeBatch(): void {
  round += 1;
  stopBatch();
  items.value = [];
}

function set(index: number, item: Item): void {
  items.value = items.value.map((old, at) => (at === index ? item : old));
}

async function one(file: File): Promise<Item> {
  const { name } = file;
  const content = await readFile(file);
  if ("error" in content) return { name, state: "failed", why: content.error };
  const reports = await check(content.text);
  if (!reports) return { name, state: "failed", why: words.value.verdict.crashed };
  const worst = reports.reduce((one, other) => (rank(other.verdict) < rank(one.verdict) ? other : one));
  const errors = reports.reduce((sum, report) => sum + report.findings.filter((finding) => finding.severity === "error").length, 0);
  return { name, state: "checked", file, text: content.text, kind: content.kind, encoding: content.encoding, verdict: worst.verdict, errors };
}

const rank = (verdict: VerdictName) => ["unreadable", "errors", "incomplete", "warnings", "clean"].indexOf(verdict);

/** Typing in the editor may end the thread of the engine in the middle of this check: then it is asked again. */
async function check(text: string): Promise<Report[] | null> {
  for (let attempt = 0; attempt < 5 && engine.value; attempt += 1) {
    try {
      return (await engine.value.check(text, checkOptions())).reports;
    } catch (error) {
      if (!(error instanceof Cancelled)) return null;
    }
  }
  return null;
}

/** The words of a file, or a sentence why there are none. */
export async function readFile(file: File, encoding?: string): Promise<FileContent> {
  if (file.size > largestFile) return { error: words.value.files.tooBig, code: "file-too-big" };
  try {
    return await readContent(await bytesOf(file), encoding);
  } catch (error) {
    if (error instanceof NoReaders) return { error: words.value.files.cannotStart, code: "no-readers" };
    return { error: words.value.files.cannotOpen, code: "cannot-open" };
  }
}

/** The old way: `file.arrayBuffer()` is younger than the oldest browsers. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
