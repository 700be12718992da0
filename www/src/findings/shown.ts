// The findings as they are shown: in their order, without those that the filter hides; the way from one to the next, and dismissing.
import { batch, computed } from "@preact/signals";

import { checkSoon } from "../editor/checking";
import type { Finding, Severity } from "../engine/contract";
import { dismissalOf, dismissals, sameFinding } from "../shell/state/dismissed";
import { openFindings } from "../shell/state/findings";
import { checkedText, checking, report } from "../shell/state/page";
import { hiddenSeverities, order } from "../shell/state/preferences";
import { select, selection } from "../shell/state/selection";
import { byPart, bySeverity } from "./grouping";

/** The findings in the order shown, without those the filter hides: what 'next' and 'previous' go through. */
export const shownFindings = computed(() => {
  const shown = openFindings.value.filter((item) => !hiddenSeverities.value.includes(item.finding.severity));
  const groups = order.value === "part" ? byPart(shown) : bySeverity(shown);
  return groups.flatMap((group) => group.items);
});

/** Goes to the next (1) or previous (-1) finding in the order shown. */
export function step(by: 1 | -1): void {
  const shown = shownFindings.value;
  if (shown.length === 0) return;
  const chosen = selection.value;
  const at = chosen?.kind === "finding" ? shown.findIndex((item) => item.index === chosen.index) : -1;
  const next = at < 0 ? (by === 1 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  select({ kind: "finding", index: shown[next]!.index });
}

/** Tells the engine that a finding was looked at and found right, and why. A sum of the form that fails stays all the same, with the reason. */
export function dismiss(index: number, reason = ""): void {
  const finding = report.value?.findings[index];
  if (!finding || checking.value) return;
  const next = finding.kept || isHard(finding) ? index : neighbourOf(index);
  const mark = dismissalOf(finding, checkedText.value, reason);
  batch(() => {
    dismissals.value = [...dismissals.value.filter((one) => !sameFinding(one, mark)), mark];
    const chosen = selection.value;
    if (chosen?.kind === "finding" && chosen.index === index) select(next === null ? null : { kind: "finding", index: next });
  });
  checkSoon();
}

/** Takes back what was decided of a finding. */
export function takeBack(finding: Finding): void {
  if (checking.value) return;
  const mark = dismissalOf(finding, checkedText.value);
  dismissals.value = dismissals.value.filter((one) => !sameFinding(one, mark));
  checkSoon();
}

/** The arithmetic of the form is no matter of judgement: the engine keeps such a finding, whatever was said of it. */
export function isHard({ rule }: Finding): boolean {
  return rule.startsWith("AR-");
}

/** Returns the finding after this one in the order shown, or the one before where it is the last. */
export function neighbourOf(index: number): number | null {
  const shown = shownFindings.value;
  const at = shown.findIndex((item) => item.index === index);
  return (shown[at + 1] ?? shown[at - 1])?.index ?? null;
}

export function toggleSeverity(severity: Severity): void {
  const hidden = hiddenSeverities.value;
  hiddenSeverities.value = hidden.includes(severity) ? hidden.filter((one) => one !== severity) : [...hidden, severity];
}
