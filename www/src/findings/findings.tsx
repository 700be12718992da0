// The list of findings: grouped, counted, filtered, the hidden number always said; below it what could not be checked.

import { applyFixes } from "../editor/text";
import type { Report, Severity } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { type Numbered, openFindings } from "../shell/state/findings";
import { checking, report } from "../shell/state/page";
import { hiddenSeverities, order } from "../shell/state/preferences";
import { select } from "../shell/state/selection";
import { countBySeverity, severities } from "../shell/state/severity";
import { cellNames } from "../tables/shown";
import { words } from "../words";
import type { Part } from "../words/zh";
import { FindingCard, WhyButton } from "./card";
import { Dismissed } from "./dismissed";
import { becauseOf, fixesTogether } from "./fixes";
import { byPart, byReason, bySeverity, type Group } from "./grouping";
import { shownFindings, toggleSeverity } from "./shown";

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
        ? byPart(shown).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.value.findings.parts[group.key as Part]} />
          ))
        : bySeverity(shown).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.value.findings.severity[group.key as Severity]} />
          ))}
      <Dismissed report={found} />
      <Unchecked report={found} />
    </section>
  );
}

function nothingLeft(): string {
  switch (report.value?.verdict) {
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
  const shown = shownFindings.value.map(({ finding }) => finding);
  const { fixes, findings } = fixesTogether(shown);
  if (findings < 2) return null;
  const fixAll = () => applyFixes(fixes, words.value.source.fixed(findings), becauseOf(shown));
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

/** What could not be checked, and why. */
function Unchecked({ report: found }: { report: Report }) {
  if (found.unchecked.length === 0) return null;
  return (
    <div class="group unchecked" id="unchecked" data-testid="unchecked">
      <h3>
        <Icon name="uncertain" size={14} />
        {words.value.findings.unchecked}
        <span class="group-count">{words.value.findings.items(found.unchecked.length)}</span>
      </h3>
      <ul>
        {byReason(found.unchecked).map(({ rule, reason, cells }) => (
          <li key={rule + reason} data-rule={rule}>
            {reason}
            <WhyButton rule={rule} />
            {cells.length > 0 ? (
              <span class="unchecked-cells">
                {cells.map((id) => (
                  <button key={id} type="button" class="link" onClick={() => select({ kind: "cell", id })}>
                    {cellNames.value.get(id) ?? id}
                  </button>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
