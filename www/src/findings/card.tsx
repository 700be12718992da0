// The card of one finding in the list: what was found, what to do about it, the rule behind it.
import { useEffect, useRef } from "preact/hooks";

import type { Finding } from "../engine/contract";
import { applyFixes } from "../editor/text";
import { focusOn } from "../shell/kit/focus";
import { Icon } from "../shell/kit/icons";
import type { Numbered } from "../shell/state/findings";
import { checking, report, showRule } from "../shell/state/page";
import { order } from "../shell/state/preferences";
import { revealRequests, select, selection } from "../shell/state/selection";
import { words } from "../words";
import { partOf } from "./grouping";
import { neighbourOf, toggleDismissed } from "./shown";

export function FindingCard({ item: { finding, index } }: { item: Numbered }) {
  const element = useRef<HTMLLIElement>(null);
  const chosen = selection.value;
  const selected = chosen?.kind === "finding" && chosen.index === index;
  const wish = revealRequests.value;
  const inTables = finding.cells.length > 0;
  useEffect(() => {
    if (selected && !inTables) element.current?.scrollIntoView({ block: "nearest" });
  }, [wish, selected]);

  // The whole card is for the mouse; the button in it is for the keyboard.
  const choose = (event: Event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    if (!pressed || pressed.className === "finding-main") select({ kind: "finding", index });
  };

  return (
    <li
      ref={element}
      id={`finding-${index}`}
      class={`finding finding-${finding.severity}${selected ? " selected" : ""}`}
      data-testid="finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      onClick={choose}
    >
      <button type="button" class="finding-main" aria-pressed={selected}>
        <Icon name={finding.severity} />
        <span class="off-screen">{words.value.labelled(words.value.findings.severity[finding.severity], "")}</span>
        <span class="finding-message" lang="zh-CN">{finding.message}</span>
        <Where finding={finding} />
      </button>
      <Rest finding={finding} index={index} />
    </li>
  );
}

/** What the page can put right by itself; nothing where only a person can tell. */
export function FixButton({ finding: { fixes }, apply }: { finding: Finding; apply: () => void }) {
  const [first] = fixes;
  if (!first) return null;
  return (
    <button type="button" class="fix" data-testid="fix" aria-disabled={checking.value} onClick={apply}>
      {fixes.length === 1 ? words.value.findings.fix(first.text) : words.value.findings.fixAll(fixes.length)}
    </button>
  );
}

/** The part of the report, where the group does not say it, and the line. */
function Where({ finding }: { finding: Finding }) {
  const found = report.value;
  const line = finding.spans[0]?.line;
  return (
    <span class="where">
      {found && order.value === "severity" ? <span>{words.value.findings.partsShort[partOf(finding, found)]}</span> : null}
      {line === undefined ? null : <span>{words.value.findings.line(line)}</span>}
    </span>
  );
}

/** The remedy, the rule behind it, and the button that dismisses the finding. */
function Rest({ finding, index }: { finding: Finding; index: number }) {
  const { findings } = words.value;
  return (
    <div class="finding-rest">
      <p class="suggestion" lang="zh-CN">{finding.suggestion}</p>
      <FixButton finding={finding} apply={() => applyFixes(finding.fixes, words.value.source.fixed(1))} />
      <span class="finding-links">
        <button
          type="button"
          class="why"
          data-testid="button-dismiss"
          aria-label={findings.dismissWhat(finding.message)}
          aria-disabled={checking.value}
          onClick={() => dismissAndGoOn(index)}
        >
          {findings.dismiss}
        </button>
        <WhyButton rule={finding.rule} />
      </span>
    </div>
  );
}

export function WhyButton({ rule }: { rule: string }) {
  return (
    <button type="button" class="why" data-testid="button-why" aria-haspopup="dialog" onClick={() => showRule(rule)}>
      {words.value.findings.why} <span class="rule-id">{rule}</span>
    </button>
  );
}

/** The button goes with its finding: the keyboard goes on at the next one. */
function dismissAndGoOn(index: number): void {
  if (checking.value) return;
  const next = neighbourOf(index);
  toggleDismissed(index);
  focusOn(next === null ? `[data-testid="dismissed"] summary` : `#finding-${next} .finding-main`);
}
