// What the desk keeps of a report that was checked, and the row that it makes.
import type { Cell, Finding, Report, Rule, VerdictName } from "../engine/contract";
import { personalData } from "../shell/state/redact";

/** As much of a finding as is listed, handed on and compared with the next round. */
export interface ShortFinding extends Pick<Finding, "rule" | "severity" | "message" | "suggestion" | "basis" | "cells"> {
  /** The line of its first place; null where it has none. */
  line: number | null;
  /** Why it stays as it is, in the reviewer's words. */
  kept: string | null;
}

/** As much of a report as the desk needs when the text is not open: places in the text are left out. */
export interface Short {
  title: string | null;
  body: string | null;
  year: number | null;
  form: Report["form"];
  signed: string | null;
  verdict: VerdictName;
  notChecked: string[];
  cells: Record<string, Cell>;
  findings: ShortFinding[];
  /** Where the six sections stand in the text: what is compared between bodies. */
  prose: [number, number];
  /** Words of the text that nothing handed on repeats. */
  personal: string[];
}

export function shortOf(report: Report, text: string, rules: Rule[]): Short {
  const { title, organization: body, year, form, signed, verdict } = report;
  const cells: Short["cells"] = {};
  for (const [id, { start: _, end: __, ...cell }] of Object.entries(report.cells)) cells[id] = cell;
  const findings = report.findings.map(({ rule, severity, message, suggestion, basis, cells, spans, kept }): ShortFinding => {
    return { rule, severity, message, suggestion, basis, cells, line: spans[0]?.line ?? null, kept: kept ? kept.reason : null };
  });
  const places = report.sections.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [[start, end] as const]));
  const prose: Short["prose"] = [Math.min(text.length, ...places.map(([start]) => start)), Math.max(0, ...places.map(([, end]) => end))];
  const notChecked = report.not_checked.map(({ message }) => message);
  return { title, body, year, form, signed, verdict, notChecked, cells, findings, prose, personal: personalData(report, text, rules) };
}

/** How a row stands: as its report was judged, or why it has none. */
export type Standing = VerdictName | "failed" | "waiting" | "working" | "stopped";

/** From what needs work to what needs none. */
export const standings: Standing[] = ["failed", "unreadable", "errors", "incomplete", "warnings", "stopped", "working", "waiting", "settled", "clean"];

/** Whether somebody has to do something about it; what is only to be looked at again comes after. */
export const needsWork = (standing: Standing) => standings.indexOf(standing) <= standings.indexOf("incomplete");

/** A line of the desk: one body in one year, or a file without a report. */
export interface Row {
  key: string;
  entry: number;
  index: number;
  file: string;
  /** The name of the body, or of the file where none was found. */
  body: string;
  year: number | null;
  standing: Standing;
  /** Why there is no report. */
  why: string;
  errors: number | null;
  warnings: number | null;
  unchecked: number | null;
  form: string;
  signed: string;
  level: string;
  received: number | null;
  closed: number | null;
  carried: number | null;
  reviews: number | null;
  suits: number | null;
  /** How many more applications came in than in the year before. */
  change: number | null;
  /** The row of the year before. */
  lastYear: string | null;
  /** What became of the findings of the round before. */
  round: Round | null;
}

export interface Round {
  mended: ShortFinding[];
  still: ShortFinding[];
  fresh: ShortFinding[];
}

/** Returns the number of a cell, or the sum of several; null where one has none. */
export function numberIn(cells: Short["cells"], ...ids: string[]): number | null {
  let sum = 0;
  for (const id of ids) {
    const cell = cells[id];
    if (cell?.status !== "value" || cell.value === undefined) return null;
    sum += cell.value;
  }
  return sum;
}

/** What a row says of a report, which never changes: reckoned once, for the rows are drawn often. */
export function factsOf(short: Short): Facts {
  const known = facts.get(short);
  if (known) return known;
  const found = short.verdict === "unreadable" ? {} : { ...countsOf(short), ...figuresOf(short) };
  facts.set(short, found);
  return found;
}

type Facts = Partial<Row>;
const facts = new WeakMap<Short, Facts>();

function figuresOf({ cells }: Short): Pick<Row, "received" | "closed" | "carried" | "reviews" | "suits"> {
  return {
    received: numberIn(cells, "requests.received.total"),
    closed: numberIn(cells, "requests.closed.total"),
    carried: numberIn(cells, "requests.carried_out.total"),
    reviews: numberIn(cells, "disputes.review.total"),
    suits: numberIn(cells, "disputes.suit_direct.total", "disputes.suit_after_review.total"),
  };
}

function countsOf({ findings, notChecked }: Short): Pick<Row, "errors" | "warnings" | "unchecked"> {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), unchecked: notChecked.length };
}

const known = ({ rule, cells, message }: ShortFinding) => JSON.stringify([rule, cells, message]);

/** What became of the findings of a report in the one that came back. A sentence whose numbers have changed is another finding. */
export function roundOf(before: Short, now: Short): Round {
  const earlier = new Set(before.findings.map(known));
  const later = new Set(now.findings.map(known));
  return {
    mended: before.findings.filter((finding) => !later.has(known(finding))),
    still: now.findings.filter((finding) => earlier.has(known(finding))),
    fresh: now.findings.filter((finding) => !earlier.has(known(finding))),
  };
}
