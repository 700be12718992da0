// The findings as a table for any spreadsheet.
import type { Report } from "../engine/contract";
import { byPart } from "../findings/grouping";
import { type Decisions, numbered } from "../shell/state/findings";
import { words } from "../words";

/** One row per finding, in the order of the report, with what the user decided of it; the first row says what stands in the columns. */
export function findingRows(report: Report, names: Map<string, string>, { dismissed }: Decisions): string[][] {
  const { findings } = words.value;
  const rows = byPart(numbered(report.findings), report).flatMap((group) =>
    group.items.map(({ finding, index }) => [
      findings.severity[finding.severity],
      findings.parts[group.key],
      finding.spans[0] ? String(finding.spans[0].line) : "",
      finding.message,
      finding.suggestion,
      finding.basis,
      finding.rule,
      finding.cells.map((id) => names.get(id) ?? id).join("；"),
      dismissed.some((one) => one.index === index) ? findings.dismissedTitle : "",
    ]),
  );
  return [words.value.export.columns, ...rows];
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
