// The result as plain text, for a chat window or a Word file.
import type { Cell, Report } from "../engine/contract";
import { numbered } from "../shell/state/findings";
import { countBySeverity } from "../shell/state/severity";
import { words } from "../words";
import { byPart, bySeverity } from "./grouping";

/** Returns one sentence over the report. */
export function headline(report: Report): string {
  const counts = countBySeverity(report.findings);
  const { verdict } = words.value;
  switch (report.verdict) {
    case "errors":
      return verdict.errors(counts.error);
    case "warnings":
      return (report.gaps ? verdict.warningsWithGaps : verdict.warnings)(counts.warning);
    case "settled":
      return verdict.settled(report.dismissed.length);
    case "incomplete":
      return report.gaps ? verdict.incomplete : verdict.differing;
    default:
      return verdict[report.verdict];
  }
}

/** Returns what else is to be said beside the verdict: what was not checked, what differs from the text, what was decided. */
export function said(report: Report, rulesOff: number): string[] {
  const { verdict } = words.value;
  return [
    ...report.not_checked.map(({ message }) => message),
    ...(report.differs > 0 ? [verdict.differs(report.differs)] : []),
    ...(report.dismissed.length > 0 ? [verdict.dismissed(report.dismissed.length)] : []),
    ...(rulesOff > 0 ? [verdict.rulesOff(rulesOff)] : []),
  ];
}

/** What is quoted as the content of one cell: a number, a sign, nothing else but a short unit. */
const oneNumber = /^[\d.,，+/\-—－]+\D{0,3}$/;

/** Returns what the text has for a cell whose number was put in by the user, and that number: 原文“5”→ 2. */
export function differenceOf(cell: Cell): string {
  const { tables } = words.value;
  const number = `${cell.value ?? ""}${cell.unit ?? ""}`;
  if (!cell.text) return tables.notInText(number);
  return oneNumber.test(cell.text) ? tables.otherInText(cell.text, number) : tables.unclearInText(number);
}

/** Returns the cells whose numbers are the user's own, each with what the text has. */
export function differences(report: Report, names: Map<string, string>): [string, string][] {
  return Object.entries(report.cells)
    .filter(([, cell]) => cell.corrected)
    .map(([id, cell]) => [names.get(id) ?? id, differenceOf(cell)]);
}

export function summaryOf(report: Report, version: string, rulesOff: number, names: Map<string, string>, changes: string[] = []): string {
  const { brackets, labelled, findings, export: { sheet } } = words.value;
  const lines = [report.title ?? words.value.verdict.untitled, labelled(words.value.subject, headline(report))];
  if (report.error) return [...lines, report.error.message].join("\n");
  lines.push(words.value.verdict.counts(countBySeverity(report.findings)), words.value.verdict.checked(report.checked));
  lines.push(...said(report, rulesOff));
  lines.push(...differences(report, names).map(([name, what]) => `- ${labelled(name, what)}`));

  if (changes.length > 0) lines.push("", words.value.changes.title, ...changes);

  let number = 0;
  for (const group of byPart(numbered(report.findings))) {
    lines.push("", findings.parts[group.key]);
    for (const { finding } of group.items) {
      number += 1;
      const line = finding.spans[0]?.line;
      const place = line === undefined ? "" : brackets(findings.line(line));
      lines.push(`${number}. 【${findings.severity[finding.severity]}】${finding.message}${place}`);
      if (finding.suggestion) lines.push(`   ${labelled(sheet.remedy, finding.suggestion)}`);
      lines.push(`   ${labelled(sheet.basis, finding.basis)}${brackets(finding.rule)}`);
      if (finding.kept) lines.push(`   ${findings.kept(finding.kept.reason)}`);
    }
  }
  if (report.dismissed.length > 0) {
    lines.push("", findings.dismissedTitle);
    for (const { finding, reason } of report.dismissed) {
      lines.push(`- ${finding.message}${brackets(finding.rule)}${reason ? findings.reason(reason) : ""}`);
    }
  }
  if (report.unchecked.length > 0) {
    lines.push("", findings.unchecked);
    for (const item of report.unchecked) lines.push(`- ${item.reason}${brackets(item.rule)}`);
  }
  return [...lines, "", words.value.footer(version)].join("\n");
}

/** As many findings as two lines hold, and as many characters of each. */
const inShort = { findings: 3, characters: 40 };

/** Returns the result in two lines, for a superior: what was checked, and what comes of it. */
export function inTwoLines(report: Report): string {
  const { listed, verdict } = words.value;
  const counts = countBySeverity(report.findings);
  const title = report.title ?? verdict.untitled;
  if (report.verdict === "unreadable") return `${title}\n${verdict.unreadable}`;
  const first = listed([
    verdict.shortChecked(title, report.checked.cells, report.checked.sums),
    ...(counts.error > 0 ? [verdict.shortToMend(counts.error)] : []),
    ...(counts.warning > 0 ? [verdict.shortToLookAt(counts.warning)] : []),
    ...(report.gaps ? [verdict.shortGaps] : []),
    ...(report.differs > 0 ? [verdict.differs(report.differs)] : []),
  ]);
  const worst = bySeverity(numbered(report.findings))
    .filter(({ key }) => key !== "info")
    .flatMap(({ items }) => items.map(({ finding }) => finding));
  if (worst.length === 0) return `${first}\n${headline(report)}`;
  const said = worst.slice(0, inShort.findings).map(({ message }) => shortened(message));
  const more = worst.length > said.length ? [verdict.shortMore(worst.length)] : [];
  return `${first}\n${listed([said.join("；"), ...more])}`;
}

function shortened(message: string): string {
  const sentence = message.replace(/[。.]$/, "");
  return sentence.length > inShort.characters ? `${sentence.slice(0, inShort.characters)}…` : sentence;
}
