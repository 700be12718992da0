// The list of findings: grouped, counted, filtered, the hidden number always said; below it what could not be checked.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Finding, Report, Severity } from "./contract";
import {
  byReason,
  bySeverity,
  byPart,
  countBySeverity,
  type Group,
  type Numbered,
  numbered,
  type Part,
  partOf,
  severities,
} from "./grouping";
import { Sign } from "./signs";
import {
  cellNames,
  checking,
  engine,
  hiddenSeverities,
  order,
  report,
  revealed,
  select,
  selection,
  toggleSeverity,
} from "./state";
import { applyFixes } from "./text";
import { words } from "./words";

export function Findings() {
  const found = report.value;
  if (!found) return null;
  const all = numbered(found.findings);
  const hidden = hiddenSeverities.value;
  const shown = all.filter((item) => !hidden.includes(item.finding.severity));
  return (
    <section class="findings" data-testid="findings" aria-labelledby="findings-title" id="findings">
      <div class="section-head">
        <h2 id="findings-title">{words.findings.title}</h2>
        {all.length > 0 ? <Filters report={found} hiddenCount={all.length - shown.length} /> : null}
      </div>
      {all.length === 0 ? <p class="none">{found.verdict === "clean" ? words.findings.none : words.findings.noneSoFar}</p> : null}
      {all.length > 0 && shown.length === 0 ? <p class="none">{words.findings.allHidden}</p> : null}
      {order.value === "part"
        ? byPart(shown, found).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.findings.parts[group.key as Part]} />
          ))
        : bySeverity(shown, found).map((group) => (
            <FindingGroup key={group.key} group={group} title={words.findings.severity[group.key as Severity]} />
          ))}
      <Unchecked report={found} />
    </section>
  );
}

function Filters({ report: found, hiddenCount }: { report: Report; hiddenCount: number }) {
  const counts = countBySeverity(found.findings);
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
            {words.findings.severity[severity]} {counts[severity]}
          </button>
        ))}
      {hiddenCount > 0 ? (
        <span class="hidden-count" data-testid="hidden-count" role="status">
          {words.findings.hidden(hiddenCount)}
          <button type="button" class="link" data-testid="filter-all" onClick={() => (hiddenSeverities.value = [])}>
            {words.findings.showAll}
          </button>
        </span>
      ) : null}
      <button
        type="button"
        class="order"
        data-testid="order"
        onClick={() => (order.value = order.value === "part" ? "severity" : "part")}
      >
        {order.value === "part" ? words.findings.bySeverity : words.findings.byPart}
      </button>
    </div>
  );
}

function FindingGroup({ group, title }: { group: Group<unknown>; title: string }) {
  return (
    <div class="group">
      <h3>
        {title}
        <span class="group-count">{words.findings.items(group.items.length)}</span>
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
        <span class="off-screen">{words.findings.severity[finding.severity]}：</span>
        <span class="finding-message">{finding.message}</span>
        <Where finding={finding} />
      </button>
      <Rest finding={finding} />
    </li>
  );
}

function Fixes({ finding: { fixes } }: { finding: Finding }) {
  const [first] = fixes;
  if (!first) return null;
  return (
    <button type="button" class="fix" data-testid="fix" disabled={checking.value} onClick={() => applyFixes(fixes)}>
      {fixes.length === 1 ? words.findings.fix(first.text) : words.findings.fixAll(fixes.length)}
    </button>
  );
}

/** The part of the report, where the group does not say it, and the line. */
function Where({ finding }: { finding: Finding }) {
  const found = report.value;
  const line = finding.spans[0]?.line;
  return (
    <span class="where">
      {found && order.value === "severity" ? <span>{words.findings.partsShort[partOf(finding, found)]}</span> : null}
      {line === undefined ? null : <span>{words.findings.line(line)}</span>}
    </span>
  );
}

/** The remedy; basis and reason are shut until asked for. */
function Rest({ finding }: { finding: Finding }) {
  const [open, setOpen] = useState(false);
  const rule = engine.value?.rules.find((one) => one.id === finding.rule);
  return (
    <div class="finding-rest">
      <p class="suggestion">{finding.suggestion}</p>
      <Fixes finding={finding} />
      <button type="button" class="why" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.findings.why} <span class="rule-id">{finding.rule}</span>
      </button>
      {open ? (
        <div class="reasons">
          <p>
            {words.findings.basis}
            {finding.basis}
          </p>
          {rule?.why ? (
            <p>
              {words.findings.reason}
              {rule.why}
            </p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Unchecked({ report: found }: { report: Report }) {
  if (found.unchecked.length === 0) return null;
  return (
    <div class="group unchecked" id="unchecked" data-testid="unchecked">
      <h3>
        <Sign name="uncertain" size={14} />
        {words.findings.unchecked}
        <span class="group-count">{words.findings.items(found.unchecked.length)}</span>
      </h3>
      <ul>
        {byReason(found.unchecked).map(({ rule, reason, cells }) => (
          <li key={rule + reason} data-rule={rule}>
            {reason} <span class="rule-id">{rule}</span>
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
