// The list of findings: grouped, counted, filtered, the hidden number always said; below it what could not be checked.

import { Unchecked } from "./unchecked";
import { applyFixes } from "../editor/text";
import type { Severity } from "../engine/contract";
import { focusOn } from "../shell/kit/focus";
import { Icon } from "../shell/kit/icons";
import { dismissedFindings, judgement, type Numbered, openFindings } from "../shell/state/findings";
import { countBySeverity, severities } from "../shell/state/severity";
import { checking, report } from "../shell/state/page";
import { hiddenSeverities, order } from "../shell/state/preferences";
import { words } from "../words";
import type { Part } from "../words/zh";
import { fixesTogether } from "./fixes";
import { FindingCard } from "./card";
import { byPart, bySeverity, type Group } from "./grouping";
import { shownFindings, toggleDismissed, toggleSeverity } from "./shown";

export function Findings() {
  const found = report.value;
  if (!found) return null;
  const all = openFindings.value;
  const hidden = hiddenSeverities.value;
  const shown = all.filter((item) => !hidden.includes(item.finding.severity));
  return (
    <section class="findings" data-testid="findings" aria-labelledby="findings-title" id="findings">
      <div class="section-head">
        <h2 id="findings-title">{words.value.findings.title}</h2>
        {all.length > 0 ? <Filters all={all} hiddenCount={all.length - shown.length} /> : null}
      </div>
      {words.value.findingsInChinese ? <p class="fine">{words.value.findingsInChinese}</p> : null}
      {all.length === 0 ? <p class="none">{nothingLeft()}</p> : null}
      {all.length > 0 && shown.length === 0 ? <p class="none">{words.value.findings.allHidden}</p> : null}
      {order.value === "part"
        ? byPart(shown, found).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.value.findings.parts[group.key as Part]} />
          ))
        : bySeverity(shown, found).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.value.findings.severity[group.key as Severity]} />
          ))}
      <Dismissed />
      <Unchecked report={found} />
    </section>
  );
}

function nothingLeft(): string {
  switch (judgement.value) {
    case "clean":
      return words.value.findings.none;
    case "settled":
      return words.value.findings.noneLeft;
    default:
      return words.value.findings.noneSoFar;
  }
}

function Filters({ all, hiddenCount }: { all: Numbered[]; hiddenCount: number }) {
  const counts = countBySeverity(all.map(({ finding }) => finding));
  return (
    <div class="filters">
      {severities
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (
          <button
            key={severity}
            type="button"
            class={`chip chip-${severity}`}
            data-testid={`filter-${severity}`}
            aria-pressed={!hiddenSeverities.value.includes(severity)}
            onClick={() => toggleSeverity(severity)}
          >
            <Icon name={severity} size={14} />
            {words.value.findings.severity[severity]} {counts[severity]}
          </button>
        ))}
      <AllFixes />
      {hiddenCount > 0 ? (
        <span class="hidden-count" data-testid="hidden-count" role="status">
          {words.value.findings.hidden(hiddenCount)}
          <button type="button" class="link" data-testid="filter-all" onClick={() => (hiddenSeverities.value = [])}>
            {words.value.findings.showAll}
          </button>
        </span>
      ) : null}
      <button
        type="button"
        class="order"
        data-testid="order"
        onClick={() => (order.value = order.value === "part" ? "severity" : "part")}
      >
        {order.value === "part" ? words.value.findings.bySeverity : words.value.findings.byPart}
      </button>
    </div>
  );
}

/** All that can be put right at once, of the findings shown. */
function AllFixes() {
  const { fixes, findings } = fixesTogether(shownFindings.value.map(({ finding }) => finding));
  if (findings < 2) return null;
  const fixAll = () => applyFixes(fixes, words.value.source.fixed(findings));
  return (
    <button type="button" class="fix" data-testid="fix-all" aria-disabled={checking.value} onClick={fixAll}>
      {words.value.findings.fixEverything(findings)}
    </button>
  );
}

function FindingGroup({ group, title }: { group: Group<unknown>; title: string }) {
  return (
    <div class="group">
      <h3>
        {title}
        <span class="group-count">{words.value.findings.items(group.items.length)}</span>
      </h3>
      <ul>
        {group.items.map((item) => (
          <FindingCard key={item.index} item={item} />
        ))}
      </ul>
    </div>
  );
}

function takeBack(index: number): void {
  if (checking.value) return;
  toggleDismissed(index);
  focusOn(`#finding-${index} .finding-main`);
}

/** What the user has looked at and found right: counted apart, and taken back one by one. */
function Dismissed() {
  const dismissed = dismissedFindings.value;
  if (dismissed.length === 0) return null;
  const { findings } = words.value;
  return (
    <details class="group dismissed" data-testid="dismissed">
      <summary>
        {findings.dismissedTitle}
        <span class="group-count">{findings.items(dismissed.length)}</span>
      </summary>
      <ul>
        {dismissed.map(({ finding, index }) => (
          <li key={index} data-rule={finding.rule}>
            <Icon name={finding.severity} size={12} />
            {words.value.labelled(findings.severity[finding.severity], finding.message)} <span class="rule-id">{finding.rule}</span>
            <button
              type="button"
              class="link"
              data-testid="button-take-back"
              aria-label={findings.takeBackWhat(finding.message)}
              aria-disabled={checking.value}
              onClick={() => takeBack(index)}
            >
              {findings.takeBack}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
