// The result as plain text, for a chat window or a Word file.
import type { Report } from "./contract";
import { byPart, countBySeverity, numbered } from "./grouping";
import { words } from "./words";

export function headline(report: Report): string {
  const counts = countBySeverity(report.findings);
  switch (report.verdict) {
    case "errors":
      return words.verdict.errors(counts.error);
    case "warnings":
      return words.verdict.warnings(counts.warning);
    default:
      return words.verdict[report.verdict];
  }
}

export function summaryOf(report: Report, version: string): string {
  const lines = [report.title ?? words.verdict.untitled, `${words.subject}：${headline(report)}`];
  if (report.error) return [...lines, report.error.message].join("\n");
  lines.push(words.verdict.counts(countBySeverity(report.findings)), words.verdict.checked(report.checked));
  if (report.unchecked.length > 0) lines.push(words.verdict.unchecked(report.unchecked.length));

  let number = 0;
  for (const group of byPart(numbered(report.findings), report)) {
    lines.push("", words.findings.parts[group.key]);
    for (const { finding } of group.items) {
      number += 1;
      const line = finding.spans[0]?.line;
      const place = line === undefined ? "" : `（${words.findings.line(line)}）`;
      lines.push(`${number}. 【${words.findings.severity[finding.severity]}】${finding.message}${place}`);
      if (finding.suggestion) lines.push(`   改法：${finding.suggestion}`);
      lines.push(`   依据：${finding.basis}（${finding.rule}）`);
    }
  }
  if (report.unchecked.length > 0) {
    lines.push("", words.findings.unchecked);
    for (const item of report.unchecked) lines.push(`- ${item.reason}（${item.rule}）`);
  }
  return [...lines, "", words.footer(version)].join("\n");
}
