// When the text is checked, and what becomes of the answer.
import { batch, effect } from "@preact/signals";

import { Cancelled, type Engine, EngineCrash } from "../engine";
import type { CheckOptions, CheckResult, Dismissal, Finding, StandingName } from "../engine/contract";
import { failureOf } from "../engine/failure";
import { showVerdict } from "../shell/kit/focus";
import { dismissals, takeOwner } from "../shell/state/dismissed";
import { madeChanges, type Origin, origin } from "../shell/state/mended";
import {
  allAccounts,
  canUndo,
  checkedText,
  checking,
  corrections,
  engine,
  level,
  longCheck,
  notice,
  previous,
  previousReports,
  published,
  report,
  reportIndex,
  result,
  status,
  type Status,
  textLength,
  textNumber,
} from "../shell/state/page";
import { ownProfile, ruleSettings } from "../shell/state/preferences";
import { select, selectedFinding, selection, showReport } from "../shell/state/selection";
import { words } from "../words";
import { type Change, type Editor, editor, type Kept, type NumberMark } from "./editor";

/** The longest text that is checked, in bytes of UTF-8. */
export const longestText = 2 * 1024 * 1024;

const timeToDraw = 25;
/** A check of a text that has changed meanwhile is given up when it has lasted so long. */
const longForTyping = 300;
/** From here on the user is told that a check goes on, and may cancel it. */
const longForReading = 700;

let timer: ReturnType<typeof setTimeout> | undefined;
/** How long the last check took: the slower it is, the longer it waits for the typing to rest. In milliseconds, as all times here. */
let lastTook = 0;
let began: number | null = null;
let crashedOn: string | null = null;
let replacedSince = false;

export function attachEditor(mounted: Editor): void {
  editor.value = mounted;
  void checkNow();
}

export function attachEngine(started: Engine): void {
  engine.value = started;
  void checkNow();
}

export function engineFailed(error: unknown): void {
  status.value = { kind: "failed", why: failureOf(error) };
}

/** Gives up the check that is going on; the text stays. */
export function cancelCheck(): void {
  clearTimeout(timer);
  engine.value?.cancel?.();
}

/** The text or the user's numbers changed: check again; during typing only when it rests. */
export function textChanged({ typing, replaced, pasted }: Change): void {
  const box = editor.value;
  if (!box) return;
  batch(() => {
    if (replaced) {
      replacedSince = true;
      textNumber.value += 1;
      reportIndex.value = 0;
      selection.value = null;
    }
    textLength.value = box.length();
    canUndo.value = box.canUndo();
    corrections.value = box.corrections();
    origin.value = box.origin();
    madeChanges.value = box.changes();
    notice.value = pasted ? words.value.files.pastedText : "";
  });
  checkAfter(typing ? Math.min(5000, 120 + 4 * lastTook) : 0);
}

/** Shows another text, as it was left or new and then of a file, with what was decided of it; what comes of the one before is the caller's. */
export function enterText(text: Kept | string, from: Origin | null, shown: number, decided: Dismissal[]): void {
  const box = editor.value;
  if (!box) return;
  batch(() => {
    box.enter(text, from);
    origin.value = box.origin();
    madeChanges.value = box.changes();
    replacedSince = false;
    textNumber.value += 1;
    reportIndex.value = shown;
    selection.value = null;
    dismissals.value = decided;
    textLength.value = box.length();
    canUndo.value = box.canUndo();
    corrections.value = box.corrections();
    notice.value = "";
    checkSoon();
  });
}

/** Runs something once the result is that of the text as it stands. */
export function whenChecked(run: () => void): void {
  if (!checking.value) return run();
  let done = false;
  const stop = effect(() => {
    if (checking.value) return;
    // Outside the effect, for what is run may start the next check.
    void Promise.resolve().then(() => {
      if (done || checking.value) return;
      done = true;
      stop();
      run();
    });
  });
}

export function checkSoon(): void {
  checkAfter(0);
}

/** An engine in a thread of its own works while the page is drawn; one in the page lets it be drawn first. */
function checkAfter(wait: number): void {
  clearTimeout(timer);
  checking.value = true;
  if (wait === 0 && engine.value?.cancel) void Promise.resolve().then(() => checkNow());
  else timer = setTimeout(() => void checkNow(), wait + timeToDraw);
  if (began !== null && performance.now() - began > longForTyping) engine.value?.cancel?.();
}

/** Checks the text as it stands; one that made the engine crash only when the user asks for it `again`. */
export async function checkNow(again = false): Promise<void> {
  clearTimeout(timer);
  const box = editor.value;
  if (!box || !engine.value || began !== null) return;
  const text = box.text();
  const ended = (next: Status, found: CheckResult | null) => {
    batch(() => {
      checking.value = false;
      status.value = next;
      show(found, text);
    });
    if (next.kind !== "empty") showVerdict();
  };

  if (text.trim() === "") return ended({ kind: "empty" }, null);
  const bytes = utf8Length(text);
  if (bytes > longestText) return ended({ kind: "too-long", bytes }, null);
  if (text === crashedOn && !again) return ended({ kind: "crashed" }, null);

  const asked = question();
  checking.value = true;
  try {
    const found = await timed(engine.value.check(text, asked));
    await readLastYear(asked.previous);
    if (text === crashedOn) crashedOn = null;
    if (outdated(text, asked)) return checkSoon();
    // The marks of another report are asked about before anything is shown.
    const another = takeOwner(found.reports, replacedSince);
    replacedSince = false;
    if (another) return checkSoon();
    ended({ kind: "checked" }, found);
  } catch (error) {
    if (!(error instanceof Cancelled)) crashedOn = text;
    if (outdated(text, asked)) return checkSoon();
    ended({ kind: kindOf(error) }, null);
  }
}

/** Which text of last year the reports of `previousReports` were read of. */
let lastYearRead = "";

/** Reads last year's report by itself, once, so that the two years can be drawn beside each other. */
async function readLastYear(text = ""): Promise<void> {
  if (text === lastYearRead) return;
  const found = text === "" ? null : await engine.value?.check(text, {});
  lastYearRead = text;
  previousReports.value = found?.reports ?? [];
}

function kindOf(error: unknown): "cancelled" | "no-memory" | "crashed" {
  if (error instanceof Cancelled) return "cancelled";
  return error instanceof EngineCrash && error.outOfMemory ? "no-memory" : "crashed";
}

/** Notes how long a check takes, and tells the user when it takes long. */
async function timed(answer: Promise<CheckResult>): Promise<CheckResult> {
  const start = performance.now();
  began = start;
  const tell = setInterval(() => {
    const lasts = performance.now() - start;
    if (lasts > longForReading) longCheck.value = Math.floor(lasts / 1000);
  }, longForReading / 2);
  try {
    return await answer;
  } finally {
    clearInterval(tell);
    longCheck.value = null;
    lastTook = performance.now() - start;
    began = null;
  }
}

/** Whether the answer to this question is no longer wanted. */
function outdated(text: string, asked: CheckOptions): boolean {
  return editor.value?.text() !== text || JSON.stringify(question()) !== JSON.stringify(asked);
}

export function isTooLong(text: string): boolean {
  return utf8Length(text) > longestText;
}

function utf8Length(text: string): number {
  return text.length * 3 > longestText ? new TextEncoder().encode(text).length : text.length;
}

/** What the user has said beside this text. */
function question(): CheckOptions {
  const lastYear = previous.value;
  return {
    ...checkOptions(),
    corrections: corrections.value,
    dismissed: dismissals.value,
    ...(allAccounts.value ? { numbers: true } : {}),
    ...(lastYear.trim() !== "" && !isTooLong(lastYear) ? { previous: lastYear } : {}),
  };
}

/** What the user has said for any text. */
export function checkOptions(): CheckOptions {
  return {
    ...(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(published.value) ? { published: published.value } : {}),
    ...(level.value ? { level: level.value as NonNullable<CheckOptions["level"]> } : {}),
    rules: ruleSettings.value,
    ...(ownProfile.value ? { profile: ownProfile.value } : {}),
  };
}

/** Takes a new result and keeps the selection where the same finding or cell is still there. */
function show(found: CheckResult | null, text: string): void {
  const before = selectedFinding.value;
  editor.value?.checked();
  result.value = found;
  checkedText.value = text;
  if (reportIndex.value >= (found?.reports.length ?? 0)) reportIndex.value = 0;
  const chosen = selection.value;
  if (chosen?.kind === "finding") {
    const index = report.value?.findings.findIndex((finding) => before && sameFinding(before, finding)) ?? -1;
    selection.value = index < 0 ? null : { kind: "finding", index };
  } else if (chosen && !report.value?.cells[chosen.id]) {
    selection.value = null;
  }
}

/** The text underlines what is still to be looked at, in every report of the paste. */
effect(() => {
  const marked = result.value?.reports.flatMap((one, report) =>
    one.findings.map((finding, index) => ({ finding, choose: () => choose(report, index) })),
  );
  editor.value?.showFindings(marked ?? []);
});

/** Numbers that were not understood are always marked; the others on demand. */
effect(() => {
  const marks = result.value?.reports.flatMap(({ account, numbers }): NumberMark[] =>
    numbers
      ? numbers.map(({ start, end, as }) => ({ start, end, kind: kindOfAccount(as) }))
      : account.unread.map(({ start, end }) => ({ start, end, kind: "unread" })),
  );
  editor.value?.markNumbers(marks ?? []);
});

function kindOfAccount(as: StandingName): NumberMark["kind"] {
  if (as === "cell" || as === "checked") return "checked";
  return as === "beside" || as === "unread" ? as : "explained";
}

function choose(report: number, index: number): void {
  batch(() => {
    if (report !== reportIndex.value) showReport(report);
    select({ kind: "finding", index });
  });
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.cells.join() === b.cells.join() && a.message === b.message;
}
