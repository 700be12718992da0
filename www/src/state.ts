// What the page knows: the text's last result, what is selected, what is filtered. Report text lives in the editor alone and is stored nowhere.
import { batch, computed, signal } from "@preact/signals";

import type { CheckOptions, CheckResult, Finding, Fix, Report, Severity } from "./contract";
import type { Corrections } from "./corrections";
import type { Change, Editor, Place } from "./editor";
import { type Engine, EngineCrash } from "./engine";
import { type Grid, gridsOf, numbersOf } from "./grid";
import { bySeverity, byPart, numbered } from "./grouping";
import { words } from "./words";

/** The longest text that is checked while it is typed, in bytes of UTF-8. */
export const longestText = 2 * 1024 * 1024;

const timeToDraw = 25;

export type Status =
  | { kind: "starting" }
  | { kind: "empty" }
  | { kind: "checked" }
  | { kind: "too-long"; bytes: number }
  | { kind: "crashed" }
  | { kind: "failed" };

export type Selection = { kind: "finding"; index: number } | { kind: "cell"; id: string } | null;

export type Order = "part" | "severity";

export const status = signal<Status>({ kind: "starting" });
export const checking = signal(false);
export const result = signal<CheckResult | null>(null);
export const reportIndex = signal(0);
export const selection = signal<Selection>(null);
/** Counts the wishes to see the selection; a new result alone must not scroll anything. */
export const revealed = signal(0);
export const hiddenSeverities = signal<Severity[]>([]);
export const order = signal<Order>("severity");
export const published = signal("");
export const level = signal("");
export const textLength = signal(0);
/** Another number for every text that took the place of the one before: its result is shown from the top. */
export const textNumber = signal(0);
export const canUndo = signal(false);
export const notice = signal("");
export const corrections = signal<Corrections>({});
export const engine = signal<Engine | null>(null);

export const report = computed<Report | null>(() => result.value?.reports[reportIndex.value] ?? null);

/** The findings in the order shown, without those the filter hides: what 'next' and 'previous' go through. */
export const shownFindings = computed(() => {
  const current = report.value;
  if (!current) return [];
  const shown = numbered(current.findings).filter((item) => !hiddenSeverities.value.includes(item.finding.severity));
  const groups = order.value === "part" ? byPart(shown, current) : bySeverity(shown, current);
  return groups.flatMap((group) => group.items);
});

export const selectedFinding = computed<Finding | null>(() => {
  const chosen = selection.value;
  return chosen?.kind === "finding" ? (report.value?.findings[chosen.index] ?? null) : null;
});

/** Cells lit together: those of the selected finding, or the selected cell. */
export const litCells = computed<string[]>(() => {
  const chosen = selection.value;
  if (!chosen) return [];
  return chosen.kind === "cell" ? [chosen.id] : (selectedFinding.value?.cells ?? []);
});

export const litPlaces = computed<Place[]>(() => {
  const chosen = selection.value;
  const cells = report.value?.cells ?? {};
  const placeOfCell = (id: string, role: Place["role"]): Place[] => {
    const cell = cells[id];
    return cell?.start === undefined || cell.end === undefined ? [] : [{ start: cell.start, end: cell.end, role }];
  };
  if (chosen?.kind === "cell") return placeOfCell(chosen.id, "primary");
  const finding = selectedFinding.value;
  if (!finding) return [];
  return finding.spans.length > 0 ? finding.spans : finding.cells.flatMap((id) => placeOfCell(id, "primary"));
});

/** The place that is brought into view. */
export const mainPlace = computed<Place | null>(() => {
  const places = litPlaces.value;
  return places.find((place) => place.role === "primary") ?? places[0] ?? null;
});

/** The cell that is brought into view: the one at the main place, else the first. */
export const mainCell = computed<string | null>(() => {
  const start = mainPlace.value?.start;
  const cells = report.value?.cells ?? {};
  const lit = litCells.value;
  return lit.find((id) => start !== undefined && cells[id]?.start === start) ?? lit[0] ?? null;
});

/** Findings of every cell, by cell id. */
export const findingsOfCells = computed(() => {
  const map = new Map<string, number[]>();
  (report.value?.findings ?? []).forEach((finding, index) => {
    for (const id of finding.cells) map.set(id, [...(map.get(id) ?? []), index]);
  });
  return map;
});

export const grids = computed<Grid[]>(() => (report.value && engine.value ? gridsOf(report.value, engine.value.forms) : []));

/** What a cell is called in a sentence, by cell id. */
export const cellNames = computed(
  () => new Map(grids.value.flatMap((grid) => numbersOf(grid).map((place) => [place.id, place.name]))),
);

/** Cells the reader could not tell, in the order of the form. */
export const uncertainCells = computed(() =>
  grids.value
    .flatMap((grid) => numbersOf(grid).map((place) => place.id))
    .filter((id) => report.value?.cells[id]?.status === "uncertain"),
);

let editor: Editor | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** How long the last check took: the slower it is, the longer it waits for the typing to rest. In milliseconds, as all times here. */
let lastTook = 0;
let crashedOn: string | null = null;

export function attachEditor(mounted: Editor): void {
  editor = mounted;
  void checkNow();
}

export function theEditor(): Editor | null {
  return editor;
}

export function attachEngine(started: Engine): void {
  engine.value = started;
  void checkNow();
}

export function engineFailed(): void {
  status.value = { kind: "failed" };
}

/** The text or the user's numbers changed: check again, while he types only when the typing rests. */
export function textChanged({ typing, replaced }: Change): void {
  if (!editor) return;
  batch(() => {
    if (replaced) {
      textNumber.value += 1;
      selection.value = null;
    }
    textLength.value = editor!.length();
    canUndo.value = editor!.canUndo();
    corrections.value = editor!.corrections();
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

export async function checkNow(again = false): Promise<void> {
  clearTimeout(timer);
  if (!editor || !engine.value) return;
  const text = editor.text();
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
    if (editor.text() !== text) return checkSoon();
    crashedOn = null;
    ended({ kind: "checked" }, found);
  } catch (error) {
    if (!(error instanceof EngineCrash)) throw error;
    crashedOn = text;
    ended({ kind: "crashed" }, null);
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
  editor?.showFindings(found?.reports.flatMap((one) => one.findings) ?? []);
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.cells.join() === b.cells.join() && a.message === b.message;
}

export function select(next: Selection): void {
  batch(() => {
    selection.value = next;
    if (next) revealed.value += 1;
  });
}

/** Goes to the next (1) or previous (-1) finding in the order shown. */
export function step(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const chosen = selection.value;
  const at = chosen?.kind === "finding" ? shown.findIndex((item) => item.index === chosen.index) : -1;
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  select({ kind: "finding", index: shown[next]!.index });
}

export function showReport(index: number): void {
  batch(() => {
    reportIndex.value = index;
    selection.value = null;
  });
}

export function toggleSeverity(severity: Severity): void {
  const hidden = hiddenSeverities.value;
  hiddenSeverities.value = hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity];
}

export function correct(id: string, value: number | null): void {
  const { [id]: _, ...others } = corrections.value;
  editor?.setCorrections(value === null ? others : { ...others, [id]: value });
}

export function dropCorrections(): void {
  editor?.setCorrections({});
}

export function applyFixes(fixes: Fix[]): void {
  editor?.apply(fixes);
}

export function replaceText(text: string, said: string): void {
  if (!editor) return;
  const hadText = editor.length() > 0;
  editor.replaceAll(text);
  if (hadText) notice.value = said;
}

export function undoText(): void {
  editor?.undo();
}

/** Opens a text file; other kinds get a sentence that says what to do. */
export async function openFile(file: File): Promise<void> {
  if (!/\.(txt|md|markdown|csv|tsv)$/i.test(file.name) && !file.type.startsWith("text/plain")) {
    notice.value = words.source.notText;
    return;
  }
  const bytes = await read(file);
  const decoded = bytes && engine.value ? await engine.value.decode(bytes).catch(() => null) : null;
  if (!decoded || "error" in decoded) {
    notice.value = words.source.cannotOpen;
    return;
  }
  replaceText(decoded.text, "");
  notice.value = words.source.opened(file.name, decoded.encoding);
}

function read(file: File): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => resolve(null);
    reader.readAsArrayBuffer(file);
  });
}
