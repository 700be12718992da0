// What is handed on repeats no personal data: what was found of it is redacted wherever the answer quotes it.
import type { Report, Rule } from "../../engine/contract";

/** Returns the words of a text that are personal data, as the findings of the report say. */
export function personalData(report: Report, text: string, rules: Rule[]): string[] {
  const personal = new Set(rules.filter((rule) => rule.personal).map(({ id }) => id));
  const spans = report.findings.filter(({ rule }) => personal.has(rule)).flatMap((finding) => finding.spans);
  const written = spans.map(({ start, end }) => text.slice(start, end));
  return [...written, ...written.map((words) => words.replace(/\s/g, ""))].filter((words) => words !== "");
}

/** A copy of the report whose words and numbers are none of the personal data found in its text. Places stay where they are. */
export function redacted(report: Report, text: string, rules: Rule[]): Report {
  const personal = personalData(report, text, rules);
  return without(personal, report);
}

/** A copy of a value that repeats none of these words and numbers. */
export function without<Value>(personal: string[], value: Value): Value {
  const masked = (words: string) => personal.reduce((left, hidden) => left.split(hidden).join("****"), words);
  return JSON.parse(JSON.stringify(value), (_key, value: unknown) => {
    if (typeof value === "string") return masked(value);
    return typeof value === "number" && personal.includes(String(value)) ? undefined : value;
  }) as Value;
}
