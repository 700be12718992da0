// What is handed on repeats no personal data: what the PV rules found is starred out wherever the answer quotes it.
import type { Report } from "../contract";

/** The rules that find personal data as it stands; the others of the family find addresses and names of offices. */
const personalRules = ["PV-01", "PV-02", "PV-03", "PV-04"];

function personalData(report: Report, text: string): string[] {
  const spans = report.findings.filter(({ rule }) => personalRules.includes(rule)).flatMap((finding) => finding.spans);
  const written = spans.map(({ start, end }) => text.slice(start, end));
  return [...written, ...written.map((words) => words.replace(/\s/g, ""))].filter((words) => words !== "");
}

/** A copy of the report whose words and numbers are none of the personal data found in its text. Places stay where they are. */
export function withoutPersonal(report: Report, text: string): Report {
  const personal = personalData(report, text);
  const starred = (words: string) => personal.reduce((left, hidden) => left.split(hidden).join("****"), words);
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if (typeof value === "string") return starred(value);
    return key === "value" && personal.includes(String(value)) ? undefined : value;
  }) as Report;
}
