// The card of one finding in the list: what was found, what to do about it, the rule behind it.
import { useEffect, useRef } from "preact/hooks";

import type { Finding } from "../engine/contract";
import { applyFixes } from "../editor/text";
import { Icon } from "../shell/kit/icons";
import type { Numbered } from "../shell/state/findings";
import { checkedText, checking, ruleOf, showRule } from "../shell/state/page";
import { order } from "../shell/state/preferences";
import { revealRequests, select, selection } from "../shell/state/selection";
import { words } from "../words";
import { DismissButton, Kept } from "./dismissed";
import { becauseOf, sentenceFor } from "./fixes";
import { partOf } from "./grouping";

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
      class={`finding finding-${finding.severity} finding-${weightOf(finding)}${selected ? " selected" : ""}`}
      data-testid="finding"
      data-rule={finding.rule}
      data-severity={finding.severity}
      onClick={choose}
    >
      <button type="button" class="finding-main" aria-pressed={selected}>
        <Icon name={finding.severity} />
        <span class="off-screen">{words.value.labelled(words.value.findings.severity[finding.severity], "")}</span>
        <span class={opensWithQuote(finding.message) ? "finding-message opens-with-quote" : "finding-message"} lang="zh-CN">{finding.message}</span>
        <Where finding={finding} />
      </button>
      <Rest finding={finding} index={index} selected={selected} />
    </li>
  );
}

/** Rules about the sums, the tables and what could not be read: a report without them is another report. The others are about its wording and form. */
const heavy = /^(AR|TC|XT|RD)-/;

function weightOf({ rule, severity }: Finding): "heavy" | "plain" | "light" {
  if (heavy.test(rule)) return severity === "info" ? "plain" : "heavy";
  return severity === "error" ? "plain" : "light";
}

/** The left half of such a character is empty, so it is pulled out, and the edge of the list stays straight. */
export function opensWithQuote(text: string): boolean {
  return /^[“‘（《〈【「『]/.test(text);
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

/** Adds the sentence that is asked for, when the user knows that it is true. */
function SentenceButton({ finding }: { finding: Finding }) {
  const fix = sentenceFor(finding, checkedText.value);
  if (!fix) return null;
  const add = () => applyFixes([fix], words.value.source.fixed(1), becauseOf([finding]));
  return (
    <button type="button" class="fix" data-testid="add-sentence" aria-disabled={checking.value} onClick={add}>
      {words.value.findings.addSentence(fix.text.trim())}
    </button>
  );
}

/** The part of the report, where the group does not say it, and the line. */
function Where({ finding }: { finding: Finding }) {
  const line = finding.spans[0]?.line;
  return (
    <span class="where">
      {order.value === "severity" ? <span>{words.value.findings.partsShort[partOf(finding)]}</span> : null}
      {line === undefined ? null : <span>{words.value.findings.line(line)}</span>}
    </span>
  );
}

/** The remedy, the rule behind it, and the button that dismisses the finding. */
function Rest({ finding, index, selected }: { finding: Finding; index: number; selected: boolean }) {
  return (
    <div class="finding-rest">
      <p class="suggestion" lang="zh-CN">{finding.suggestion}</p>
      <OwnGround finding={finding} />
      <Kept finding={finding} />
      <FixButton finding={finding} apply={() => applyFixes(finding.fixes, words.value.source.fixed(1), becauseOf([finding]))} />
      <SentenceButton finding={finding} />
      {selected ? <Links finding={finding} index={index} /> : null}
    </div>
  );
}

/** What a finding rests on, where that is not what its rule rests on: the county's own demands. */
function OwnGround({ finding: { rule, basis } }: { finding: Finding }) {
  if (ruleOf(rule)?.basis === basis) return null;
  return (
    <p class="suggestion" lang="zh-CN" data-testid="own-ground">
      {words.value.labelled(words.value.export.sheet.basis, basis)}
    </p>
  );
}

/** Only on the card that is selected, for every card would say the same. */
function Links({ finding, index }: { finding: Finding; index: number }) {
  return (
    <span class="finding-links">
      <DismissButton finding={finding} index={index} name="button-dismiss" look="why" />
      <WhyButton rule={finding.rule} />
    </span>
  );
}

export function WhyButton({ rule }: { rule: string }) {
  return (
    <button type="button" class="why" data-testid="button-why" aria-haspopup="dialog" onClick={() => showRule(rule)}>
      {words.value.findings.why} <span class="rule-id">{rule}</span>
    </button>
  );
}
