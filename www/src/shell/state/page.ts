// What the page knows: the last result, what the user said beside the text, what lies over the page. The text lives in the editor alone and
// is stored nowhere.
import { computed, signal } from "@preact/signals";

import type { CheckResult, Report, Rule } from "../../engine/contract";
import type { Engine } from "../../engine";
import type { Failure } from "../../engine/failure";

export type Status =
  | { kind: "starting" }
  | { kind: "empty" }
  | { kind: "checked" }
  | { kind: "too-long"; bytes: number }
  | { kind: "cancelled" }
  | { kind: "crashed" }
  | { kind: "no-memory" }
  | { kind: "failed"; why: Failure };

/** Numbers the user put in, by report and cell as `correctionKey` writes it. */
export type Corrections = Record<string, number>;

/** A text may hold several reports: the first has the index 0. */
export function correctionKey(report: number, cell: string): string {
  return `${report}:${cell}`;
}

export const engine = signal<Engine | null>(null);
export const status = signal<Status>({ kind: "starting" });
/** True when the text has changed since the result was made, so that the places of the result may be wrong. */
export const checking = signal(false);
/** How many seconds the check has lasted, once it is long enough to speak of it. */
export const longCheck = signal<number | null>(null);
export const result = signal<CheckResult | null>(null);
/** The text that the result is of, where its places point: the editor may be further. */
export const checkedText = signal("");
export const reportIndex = signal(0);
export const published = signal("");
export const level = signal("");
/** The text of last year's report. */
export const previous = signal("");
/** What was read of last year's report, for showing it beside this year's. */
export const previousReports = signal<Report[]>([]);
/** Whether every number of the text is marked with what became of it. */
export const allAccounts = signal(false);
export const textLength = signal(0);
/** Another number for every text that took the place of the one before: its result is shown from the top. */
export const textNumber = signal(0);
export const canUndo = signal(false);
/** What was just done with the text, in a sentence. */
export const notice = signal("");
export const corrections = signal<Corrections>({});
/** Which of the two is shown where there is no room for both: see styles/layout.css. */
export const pane = signal<"findings" | "tables">("findings");
/** What lies over the page until it is shut: the help of a rule, the settings, or two papers beside each other. */
export const overlay = signal<{ kind: "rule"; id: string } | { kind: "settings" } | { kind: "privacy" } | { kind: "papers" } | null>(null);

export const report = computed<Report | null>(() => result.value?.reports[reportIndex.value] ?? null);

export function ruleOf(id: string): Rule | undefined {
  return engine.value?.rules.find((rule) => rule.id === id);
}

export function showRule(id: string): void {
  overlay.value = { kind: "rule", id };
}

export function showSettings(): void {
  overlay.value = { kind: "settings" };
}

/** How many rules were off in the check. */
export const rulesOff = computed(() => result.value?.settings.rules_off.length ?? 0);
