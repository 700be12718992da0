// The result as plain text, for a chat window or a Word file.
import type { Finding, Report } from "../engine/contract";
import { judgementOf } from "../shell/state/dismissed";
import { type Decisions, type Numbered, numbered, undecided } from "../shell/state/findings";
import { countBySeverity } from "../shell/state/severity";
import { words } from "../words";
import { byPart } from "./grouping";

/** One sentence over the report, by the findings that are `left` of it. */
export function headline(report: Report, left: Finding[] = report.findings): string {
  const counts = countBySeverity(left);
  const judgement = judgementOf(report, left);
  switch (judgement) {
    case "errors":
      return words.value.verdict.errors(counts.error);
    case "warnings":
      return (left.length < report.findings.length ? words.value.verdict.warningsLeft : words.value.verdict.warnings)(counts.warning);
    case "settled":
      return words.value.verdict.settled(report.findings.length - left.length);
    default:
      return words.value.verdict[judgement];
  }
}

/** The findings that were not dismissed. */
export function openOf(report: Report, { dismissed }: Decisions): Numbered[] {
  return numbered(report.findings).filter(({ index }) => !dismissed.some((one) => one.index === index));
}

export function leftOf(report: Report, decisions: Decisions): Finding[] {
  return openOf(report, decisions).map(({ finding }) => finding);
}

/** The decisions as sentences. */
export function said({ rulesOff, dismissed }: Decisions): string[] {
  return [
    ...(dismissed.length > 0 ? [words.value.verdict.dismissed(dismissed.length)] : []),
    ...(rulesOff > 0 ? [words.value.verdict.rulesOff(rulesOff)] : []),
  ];
}

export function summaryOf(report: Report, version: string, decisions: Decisions = undecided): string {
  const { brackets, labelled, export: { sheet } } = words.value;
  const { dismissed } = decisions;
  const open = openOf(report, decisions);
  const left = leftOf(report, decisions);
  const lines = [report.title ?? words.value.verdict.untitled, words.value.labelled(words.value.subject, headline(report, left))];
  if (report.error) return [...lines, report.error.message].join("\n");
  lines.push(words.value.verdict.counts(countBySeverity(left)), words.value.verdict.checked(report.checked));
  lines.push(...said(decisions));
  if (report.unchecked.length > 0) lines.push(words.value.verdict.unchecked(report.unchecked.length));

  let number = 0;
  for (const group of byPart(open, report)) {
    lines.push("", words.value.findings.parts[group.key]);
    for (const { finding } of group.items) {
      number += 1;
      const line = finding.spans[0]?.line;
      const place = line === undefined ? "" : brackets(words.value.findings.line(line));
      lines.push(`${number}. 【${words.value.findings.severity[finding.severity]}】${finding.message}${place}`);
      if (finding.suggestion) lines.push(`   ${labelled(sheet.remedy, finding.suggestion)}`);
      lines.push(`   ${labelled(sheet.basis, finding.basis)}${brackets(finding.rule)}`);
    }
  }
  if (dismissed.length > 0) {
    lines.push("", words.value.findings.dismissedTitle);
    for (const { finding } of dismissed) lines.push(`- ${finding.message}${brackets(finding.rule)}`);
  }
  if (report.unchecked.length > 0) {
    lines.push("", words.value.findings.unchecked);
    for (const item of report.unchecked) lines.push(`- ${item.reason}${brackets(item.rule)}`);
  }
  return [...lines, "", words.value.footer(version)].join("\n");
}
