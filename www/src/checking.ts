// When the text is checked, and what becomes of the answer.
import { batch } from "@preact/signals";

import type { CheckOptions, CheckResult, Finding } from "./contract";
import type { Change, Editor } from "./editor";
import { type Engine, EngineCrash } from "./engine";
import {
  canUndo,
  checking,
  corrections,
  editor,
  engine,
  level,
  notice,
  published,
  report,
  reportIndex,
  result,
  selectedFinding,
  selection,
  type Status,
  status,
  textLength,
  textNumber,
} from "./state";

/** The longest text that is checked, in bytes of UTF-8. */
export const longestText = 2 * 1024 * 1024;

const timeToDraw = 25;

let timer: ReturnType<typeof setTimeout> | undefined;
/** How long the last check took: the slower it is, the longer it waits for the typing to rest. In milliseconds, as all times here. */
let lastTook = 0;
let crashedOn: string | null = null;

export function attachEditor(mounted: Editor): void {
  editor.value = mounted;
  void checkNow();
}

export function attachEngine(started: Engine): void {
  engine.value = started;
  void checkNow();
}

export function engineFailed(): void {
  status.value = { kind: "failed" };
}

/** The text or the user's numbers changed: check again; during typing only when it rests. */
export function textChanged({ typing, replaced }: Change): void {
  const box = editor.value;
  if (!box) return;
  batch(() => {
    if (replaced) {
      textNumber.value += 1;
      reportIndex.value = 0;
      selection.value = null;
    }
    textLength.value = box.length();
    canUndo.value = box.canUndo();
    corrections.value = box.corrections();
    notice.value = "";
  });
  checkAfter(typing ? Math.min(5000, 120 + 4 * lastTook) : 0);
}

/** Checks again as soon as the page has been drawn. */
export function checkSoon(): void {
  checkAfter(0);
}

function checkAfter(wait: number): void {
  clearTimeout(timer);
  checking.value = true;
  timer = setTimeout(() => void checkNow(), wait + timeToDraw);
}

/** Checks the text as it stands; one that made the engine crash only when the user asks for it `again`. */
export async function checkNow(again = false): Promise<void> {
  clearTimeout(timer);
  const box = editor.value;
  if (!box || !engine.value) return;
  const text = box.text();
  const ended = (next: Status, found: CheckResult | null) =>
    batch(() => {
      checking.value = false;
      status.value = next;
      show(found);
    });

  if (text.trim() === "") return ended({ kind: "empty" }, null);
  const bytes = utf8Length(text);
  if (bytes > longestText) return ended({ kind: "too-long", bytes }, null);
  if (text === crashedOn && !again) return ended({ kind: "crashed" }, null);

  const began = performance.now();
  try {
    const found = await engine.value.check(text, options());
    lastTook = performance.now() - began;
    if (box.text() !== text) return checkSoon();
    crashedOn = null;
    ended({ kind: "checked" }, found);
  } catch (error) {
    crashedOn = text;
    ended({ kind: error instanceof EngineCrash ? "crashed" : "failed" }, null);
  }
}

function utf8Length(text: string): number {
  return text.length * 3 > longestText ? new TextEncoder().encode(text).length : text.length;
}

function options(): CheckOptions {
  return {
    ...(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(published.value) ? { published: published.value } : {}),
    ...(level.value ? { level: level.value } : {}),
    corrections: corrections.value,
  };
}

/** Takes a new result and keeps the selection where the same finding or cell is still there. */
function show(found: CheckResult | null): void {
  const before = selectedFinding.value;
  result.value = found;
  if (reportIndex.value >= (found?.reports.length ?? 0)) reportIndex.value = 0;
  const chosen = selection.value;
  if (chosen?.kind === "finding") {
    const index = report.value?.findings.findIndex((finding) => before && sameFinding(before, finding)) ?? -1;
    selection.value = index < 0 ? null : { kind: "finding", index };
  } else if (chosen && !report.value?.cells[chosen.id]) {
    selection.value = null;
  }
  editor.value?.showFindings(found?.reports.flatMap((one) => one.findings) ?? []);
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.cells.join() === b.cells.join() && a.message === b.message;
}
