// The list of findings: grouped, counted, filtered, the hidden number always said; below it what could not be checked.
import { useEffect, useRef } from "preact/hooks";

import type { Finding, Report, Severity } from "./contract";
import {
  byReason,
  bySeverity,
  byPart,
  countBySeverity,
  type Group,
  type Numbered,
  type Part,
  partOf,
  severities,
} from "./grouping";
import { fixesTogether } from "./fixes";
import { focusOn } from "./focus";
import { hiddenSeverities, order } from "./preferences";
import { Sign } from "./signs";
import {
  asideFindings,
  cellNames,
  checking,
  judgement,
  neighbourOf,
  openFindings,
  report,
  revealed,
  select,
  selection,
  showRule,
  shownFindings,
  toggleAside,
  toggleSeverity,
} from "./state";
import { applyFixes } from "./text";
import { words } from "./words";

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
      <Aside />
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
            <Sign name={severity} size={14} />
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
          <Item key={item.index} item={item} />
        ))}
      </ul>
    </div>
  );
}

function Item({ item: { finding, index } }: { item: Numbered }) {
  const element = useRef<HTMLLIElement>(null);
  const chosen = selection.value;
  const selected = chosen?.kind === "finding" && chosen.index === index;
  const wish = revealed.value;
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
        <Sign name={finding.severity} />
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

/** The remedy, the rule behind it, and the way to set the finding aside. */
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
          data-testid="button-aside"
          aria-label={findings.setAsideWhat(finding.message)}
          aria-disabled={checking.value}
          onClick={() => setAsideAndGoOn(index)}
        >
          {findings.setAside}
        </button>
        <WhyButton rule={finding.rule} />
      </span>
    </div>
  );
}

function WhyButton({ rule }: { rule: string }) {
  return (
    <button type="button" class="why" data-testid="button-why" aria-haspopup="dialog" onClick={() => showRule(rule)}>
      {words.value.findings.why} <span class="rule-id">{rule}</span>
    </button>
  );
}

/** The button goes with its finding: the keyboard goes on at the next one. */
function setAsideAndGoOn(index: number): void {
  if (checking.value) return;
  const next = neighbourOf(index);
  toggleAside(index);
  focusOn(next === null ? `[data-testid="aside"] summary` : `#finding-${next} .finding-main`);
}

function takeBack(index: number): void {
  if (checking.value) return;
  toggleAside(index);
  focusOn(`#finding-${index} .finding-main`);
}

/** What the user has looked at and found right: counted apart, and taken back one by one. */
function Aside() {
  const aside = asideFindings.value;
  if (aside.length === 0) return null;
  const { findings } = words.value;
  return (
    <details class="group aside" data-testid="aside">
      <summary>
        {findings.asideTitle}
        <span class="group-count">{findings.items(aside.length)}</span>
      </summary>
      <ul>
        {aside.map(({ finding, index }) => (
          <li key={index} data-rule={finding.rule}>
            <Sign name={finding.severity} size={12} />
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

function Unchecked({ report: found }: { report: Report }) {
  if (found.unchecked.length === 0) return null;
  return (
    <div class="group unchecked" id="unchecked" data-testid="unchecked">
      <h3>
        <Sign name="uncertain" size={14} />
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
