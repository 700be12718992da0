// Findings that the user has dismissed, since he looked at them and found them right: how they are known again in the next check, and what is left of the verdict without them.
import type { Finding, Report, VerdictName } from "../../engine/contract";

/** Nothing is left to do, but the user has judged some findings: never shown as a pass of the engine's. */
export type Judgement = VerdictName | "settled";

/** The same words, said of the same cells in the same sentence: when a number changes, the finding is another and is shown again. */
export function keysOf(report: Report, text: string): string[] {
  return report.findings.map(({ rule, cells, spans, message }) => {
    const place = spans[0];
    return JSON.stringify([rule, cells, place ? text.slice(place.start, place.end) : "", message]);
  });
}

/** Whose report this is; null when it cannot be told. Marks outlive a new copy of the same report and nothing else. */
export function ownerOf(reports: Report[]): string | null {
  const known = reports.length > 0 && reports.every((report) => report.organization && report.title);
  return known ? JSON.stringify(reports.map(({ organization, title }) => [organization, title])) : null;
}

/** The verdict by the findings that are left; like the engine's where nothing was dismissed. */
export function judgementOf(report: Report, left: Finding[]): Judgement {
  if (left.length === report.findings.length || report.verdict === "unreadable") return report.verdict;
  if (left.some((finding) => finding.severity === "error")) return "errors";
  if (left.some((finding) => finding.severity === "warning")) return "warnings";
  return complete(report) ? "settled" : "incomplete";
}

/** Whether every table was there, every cell told and nothing left unchecked. */
function complete(report: Report): boolean {
  if (!report.form || report.unchecked.length > 0) return false;
  const cells = Object.entries(report.cells);
  if (cells.some(([, cell]) => cell.status === "uncertain")) return false;
  return ["disclosure", "requests", "disputes"].every((table) =>
    cells.some(([id, cell]) => id.startsWith(`${table}.`) && cell.status !== "missing"),
  );
}
