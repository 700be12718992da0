// The sheet that is printed in place of the screen: what was checked, with which outcome, every finding, and the tables as they were read.
import { changeLines, describedChanges } from "../changes/described";
import type { Report, Severity } from "../engine/contract";
import { byPart, byReason } from "../findings/grouping";
import { differences, headline, said } from "../findings/summary";
import { Icon } from "../shell/kit/icons";
import { findingsOfCells, numbered, worstOf } from "../shell/state/findings";
import { countBySeverity } from "../shell/state/severity";
import { engine, report, rulesOff } from "../shell/state/page";
import { Pictures } from "../tables/pictures";
import { cellNames, grids } from "../tables/shown";
import { inPairs } from "../tables/tables";
import { words } from "../words";
import { type PlainCell, type PlainTable, plainTable } from "./plain-tables";
import { printed, type Printed } from "./printing";

export function PrintSheet() {
  const about = printed.value;
  const found = report.value;
  if (!about || !found) return null;
  return (
    <article class="sheet" data-testid="sheet">
      <Head report={found} about={about} />
      {found.verdict === "unreadable" ? null : (
        <>
          <Differences report={found} />
          <ChangeLines />
          <FindingList report={found} />
          <UncheckedList report={found} />
          {findingsOfCells.value.size > 0 ? <p class="sheet-marks">{words.value.export.sheet.marks}</p> : null}
          {grids.value.map((grid) => (
            <SheetTable key={grid.table.id} table={plainTable(grid, found)} />
          ))}
          <Pictures report={found} />
        </>
      )}
      <p class="sheet-foot">{words.value.footer(engine.value?.version ?? "")}</p>
    </article>
  );
}

function Head({ report: found, about }: { report: Report; about: Printed }) {
  const { sheet } = words.value.export;
  const { brackets, verdict } = words.value;
  const form = found.form && engine.value ? verdict.form(engine.value.forms[found.form].notice) : verdict.noForm;
  const facts: [string, string][] = [
    [sheet.report, [found.title ?? verdict.untitled, found.signed ? verdict.signed(found.signed) : ""].filter(Boolean).join("　")],
    [sheet.verdict, headline(found) + brackets(verdict.counts(countBySeverity(found.findings)))],
    [sheet.checked, [verdict.checked(found.checked), form, ...said(found, rulesOff.value)].join("；")],
    [sheet.date, sheet.at(about.date)],
    [sheet.version, `${words.value.name} ${engine.value?.version ?? ""}`],
    [sheet.text, sheet.size(about.characters)],
    [sheet.fingerprint, about.fingerprint],
  ];
  return (
    <header>
      <h1>{sheet.title}</h1>
      <dl class="sheet-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="sheet-note">{sheet.fingerprintHelp}</p>
    </header>
  );
}

/** Numbers that the user put in and the text does not have: the sheet vouches for none of them. */
function Differences({ report: found }: { report: Report }) {
  const list = differences(found, cellNames.value);
  if (list.length === 0) return null;
  const { labelled, tables } = words.value;
  return (
    <section class="sheet-differences">
      <h2>{tables.differs}</h2>
      <ul>
        {list.map(([name, what]) => (
          <li key={name}>{labelled(name, what)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What was changed since the text was opened. */
function ChangeLines() {
  const lines = changeLines(describedChanges.value);
  if (lines.length === 0) return null;
  return (
    <section class="sheet-differences" data-testid="sheet-changes">
      <h2>{words.value.changes.title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function FindingList({ report: found }: { report: Report }) {
  const { brackets, labelled, findings, export: { sheet } } = words.value;
  let number = 0;
  return (
    <section>
      <h2>{sheet.findings}</h2>
      {found.findings.length === 0 ? <p>{found.verdict === "clean" ? findings.none : findings.noneSoFar}</p> : null}
      {byPart(numbered(found.findings)).map((group) => (
        <div key={group.key}>
          <h3>{findings.parts[group.key]}</h3>
          {group.items.map(({ finding, index }) => (
            <div key={index} class="sheet-finding">
              <p>
                {(number += 1)}. <strong>【{findings.severity[finding.severity]}】</strong>
                {finding.message}
                {finding.spans[0] ? brackets(findings.line(finding.spans[0].line)) : ""}
              </p>
              {finding.suggestion ? (
                <p>{labelled(sheet.remedy, finding.suggestion)}</p>
              ) : null}
              {finding.kept ? <p>{findings.kept(finding.kept.reason)}</p> : null}
              <p class="sheet-note">
                {labelled(sheet.basis, finding.basis)}
                {brackets(finding.rule)}
              </p>
            </div>
          ))}
        </div>
      ))}
      {found.dismissed.length > 0 ? (
        <>
          <h3>{findings.dismissedTitle}</h3>
          {found.dismissed.map(({ finding, reason }, i) => (
            <p key={i}>
              {finding.message}
              {brackets(finding.rule)}
              {reason ? findings.reason(reason) : ""}
            </p>
          ))}
        </>
      ) : null}
    </section>
  );
}

function UncheckedList({ report: found }: { report: Report }) {
  if (found.unchecked.length === 0) return null;
  return (
    <section>
      <h2>{words.value.findings.unchecked}</h2>
      <ul>
        {byReason(found.unchecked).map(({ rule, reason, cells }) => (
          <li key={rule + reason}>
            {reason}
            {words.value.brackets(rule)}
            {cells.map((id) => cellNames.value.get(id) ?? id).join("；")}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SheetTable({ table: { title, head, body } }: { table: PlainTable }) {
  return (
    <section class="sheet-table">
      <h2>{title}</h2>
      <table>
        {head.length > 0 ? <thead>{head.map(drawRow)}</thead> : null}
        <tbody>{body.map(drawRow)}</tbody>
      </table>
    </section>
  );
}

function drawRow(row: PlainCell[], key: number) {
  return (
    <tr key={key}>
      {row.map(({ text, cell, label, downwards, remark, rowSpan, colSpan }, i) =>
        cell !== undefined ? (
          <Figure key={i} text={text} colSpan={colSpan} worst={worstOf(cell)} />
        ) : label === undefined || remark ? (
          <td key={i} rowSpan={rowSpan} colSpan={colSpan}>
            {text}
          </td>
        ) : (
          <th key={i} scope={label} class={downwards ? "downwards" : ""} rowSpan={rowSpan} colSpan={colSpan}>
            <span>{label === "col" ? inPairs(text) : text}</span>
          </th>
        ),
      )}
    </tr>
  );
}

/** A cell with findings is told by its frame and its sign: paper may have no colours. */
function Figure({ text, colSpan, worst }: { text: string; colSpan: number; worst: Severity | undefined }) {
  return (
    <td class={worst ? "sheet-faulty" : ""} colSpan={colSpan}>
      {text}
      {worst ? <Icon name={worst} size={9} /> : null}
    </td>
  );
}
