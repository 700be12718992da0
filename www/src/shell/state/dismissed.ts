// Findings that the user has looked at and found right. They are named to the engine, which leaves them out of the verdict, and go with the report
// they are of.
import { signal } from "@preact/signals";

import type { Dismissal, Finding, Report } from "../../engine/contract";

/** What the user decided of the report that is shown. */
export const dismissals = signal<Dismissal[]>([]);

/** Returns what a finding is known by in the next check: the same words, said of the same cells, at the same words of the text. */
export function dismissalOf({ rule, cells, spans, message }: Finding, text: string, reason = ""): Dismissal {
  const place = spans[0];
  return { rule, text: place ? text.slice(place.start, place.end) : "", cells, message, reason, by: "page" };
}

/** Whether both name the same finding, whatever the reasons. */
export function sameFinding(a: Dismissal, b: Dismissal): boolean {
  const named = ({ rule, text, cells, message }: Dismissal) => JSON.stringify([rule, text, cells, message]);
  return named(a) === named(b);
}

/** Returns whose report this is; null when it cannot be told. Marks outlive a new copy of the same report and nothing else. */
export function ownerOf(reports: Report[]): string | null {
  const known = reports.length > 0 && reports.every((report) => report.organization && report.title);
  return known ? JSON.stringify(reports.map(({ organization, title }) => [organization, title])) : null;
}

/** What was decided of the reports that were here before. */
const ofOwners = new Map<string, Dismissal[]>();
let owner: string | null = null;

/** Another report takes the place of the one before: what was decided of that one means nothing here, and is kept for when it comes back. Returns whether anything changed. */
export function takeOwner(reports: Report[], replaced: boolean): boolean {
  const now = ownerOf(reports);
  const before = dismissals.value;
  if (replaced && (now === null || now !== owner)) {
    if (owner !== null) ofOwners.set(owner, before);
    dismissals.value = (now !== null && ofOwners.get(now)) || [];
  }
  owner = now;
  return before.length + dismissals.value.length > 0 && before !== dismissals.value;
}
