// The findings as a table for any spreadsheet.
import type { Finding, Report } from "../engine/contract";
import { byPart } from "../findings/grouping";
import { differences } from "../findings/summary";
import { numbered } from "../shell/state/findings";
import { words } from "../words";

/**
 * Returns one row per finding, in the order of the report, with what the user decided of it, then one for each cell whose number the text does
 * not have; the first row says what stands in the columns.
 */
export function findingRows(report: Report, names: Map<string, string>): string[][] {
  const { findings, tables } = words.value;
  const row = (finding: Finding, part: string, decided: string) => [
    findings.severity[finding.severity],
    part,
    finding.spans[0] ? String(finding.spans[0].line) : "",
    finding.message,
    finding.suggestion,
    finding.basis,
    finding.rule,
    finding.cells.map((id) => names.get(id) ?? id).join("；"),
    decided,
  ];
  const rows = (list: Finding[], decided: (finding: Finding) => string) =>
    byPart(numbered(list)).flatMap(({ key, items }) => items.map(({ finding }) => row(finding, findings.parts[key], decided(finding))));
  const reasons = new Map(report.dismissed.map(({ finding, reason }) => [finding, reason]));
  return [
    words.value.export.columns,
    ...rows(report.findings, ({ kept }) => (kept ? findings.kept(kept.reason) : "")),
    ...rows(
      report.dismissed.map(({ finding }) => finding),
      (finding) => findings.dismissedTitle + (reasons.get(finding) ? findings.reason(reasons.get(finding)!) : ""),
    ),
    ...differences(report, names).map(([name, what]) => [tables.differs, "", "", words.value.labelled(name, what), tables.differsRemedy, "", "", name, ""]),
  ];
}

/** Excel takes the text for UTF-8 only when it opens with a mark, and wants both characters at the end of a line. */
export function asCsv(rows: string[][]): string {
  const lines = rows.map((row) => row.map((text) => `"${asText(text).replace(/"/g, '""')}"`).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text. */
function asText(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text;
}
