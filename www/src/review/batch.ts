// Several files at once: read and checked one after the other, each with its verdict.
import { signal } from "@preact/signals";

import { checkOptions } from "../editor/checking";
import { Cancelled, EngineCrash } from "../engine";
import type { Report, VerdictName } from "../engine/contract";
import { readFile } from "../files/read";
import { stopReading } from "../files/readers";
import { engine } from "../shell/state/page";
import { words } from "../words";

export type Item = { name: string } & (
  | { state: "waiting" | "working" | "stopped" }
  | { state: "failed"; why: string }
  | { state: "checked"; file: File; text: string; kind: string; encoding: string | undefined; writable: boolean; verdict: VerdictName; errors: number }
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
  if (typeof reports === "string") return { name, state: "failed", why: words.value.files[reports] };
  const worst = reports.reduce((one, other) => (rank(other.verdict) < rank(one.verdict) ? other : one));
  const errors = reports.reduce((sum, report) => sum + report.findings.filter((finding) => finding.severity === "error").length, 0);
  return { name, state: "checked", file, text: content.text, kind: content.kind, encoding: content.encoding, writable: content.writable, verdict: worst.verdict, errors };
}

const rank = (verdict: VerdictName) => ["unreadable", "errors", "incomplete", "warnings", "clean"].indexOf(verdict);

/** Typing in the editor may end the thread of the engine in the middle of this check: then it is asked again. */
async function check(text: string): Promise<Report[] | "crashed" | "noMemory"> {
  for (let attempt = 0; attempt < 5 && engine.value; attempt += 1) {
    try {
      return (await engine.value.check(text, checkOptions())).reports;
    } catch (error) {
      if (!(error instanceof Cancelled)) return error instanceof EngineCrash && error.outOfMemory ? "noMemory" : "crashed";
    }
  }
  return "crashed";
}
