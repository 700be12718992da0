// The same report read again: what became of its findings, and which changes of the page the file has not.
import { batch, effect, signal } from "@preact/signals";

import { whenChecked } from "../editor/checking";
import { editor } from "../editor/editor";
import { applyFixes } from "../editor/text";
import type { Finding, Report } from "../engine/contract";
import { madeChanges } from "../shell/state/mended";
import { type Corrections, corrections, notice, report, result, textNumber } from "../shell/state/page";
import { recordOf } from "../shell/state/record";
import { compared, placeAnew } from "./compared";
import { keptChanges, type KeptChange } from "./session";

/** What was on the page before a file was opened. */
export interface Before {
  reports: Report[];
  /** The report that was shown. */
  shown: Report | null;
  text: string;
  changes: KeptChange[];
  corrections: Corrections;
}

/** What is said when the same report was read again. */
export interface Again {
  mended: Finding[];
  still: Finding[];
  fresh: Finding[];
  /** Nothing in the file is otherwise than before. */
  unchanged: boolean;
  /** How many changes of the page were made anew, since the file has them not. */
  carried: number;
  /** How many the file has. */
  inFile: number;
  /** Those whose place is not found any more. */
  lost: KeptChange[];
  /** The text that it was said of. */
  text: number;
}

export const again = signal<Again | null>(null);
/** The user asked for the file to be read again, and it is another report. */
export const anotherReport = signal(false);

/** The first result of the text that is shown: of the file as it was read. */
let first: { text: number; reports: Report[] } = { text: -1, reports: [] };
effect(() => {
  if (!result.value || first.text === textNumber.value) return;
  first = { text: textNumber.value, reports: result.value.reports };
});

export function beforeOpening(): Before {
  return {
    reports: first.text === textNumber.value ? first.reports : [],
    shown: report.value,
    text: editor.value?.openedAs() ?? "",
    changes: keptChanges(madeChanges.value),
    corrections: corrections.value,
  };
}

/** Known by its body and its year, which both must be there. */
function isSame(one: Report, other: Report): boolean {
  return one.organization !== null && one.year !== null && one.organization === other.organization && one.year === other.year;
}

/** Once the text of a file has been checked: if it is the report that was there before, says what became of it, and makes its changes anew. */
export function afterOpening(before: Before, asked: boolean): void {
  again.value = null;
  anotherReport.value = false;
  const opened = textNumber.value;
  whenChecked(() => {
    const now = report.value;
    if (!now || textNumber.value !== opened) return;
    const [earlier] = before.reports.filter((one) => isSame(one, now));
    const unchanged = before.text === editor.value?.openedAs();
    const known = earlier ?? (unchanged ? before.shown : null);
    if (!known) {
      anotherReport.value = asked && before.shown !== null;
      return;
    }
    const placed = placeAnew(before, editor.value?.text() ?? "");
    batch(() => {
      again.value = { ...compared(known.findings, now), unchanged, carried: placed.open.length, inFile: placed.inFile, lost: placed.lost, text: opened };
    });
    if (placed.open.length > 0) applyFixes(placed.open, notice.value, (fix) => (fix as KeptChange).because);
    const still = Object.entries(before.corrections).filter(([key]) => now.cells[key.replace(/^\d+:/, "")]?.status !== "value");
    if (still.length > 0) editor.value?.setCorrections(recordOf(still));
  });
}
