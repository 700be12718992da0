// A report held against the same report before: its findings, as `gouji check --since` does, and the changes of the page.
import type { Finding, Report } from "../engine/contract";
import type { KeptChange } from "./session";

const sameCells = (a: Finding, b: Finding) =>
  a.rule === b.rule && a.cells.join() === b.cells.join() && (a.cells.length > 0 || a.message === b.message);
const withoutNumbers = (message: string) => message.replace(/[0-9]/g, "");

/** The closest likeness first, so that two faults of one rule are not taken for each other. */
const likenesses: ((a: Finding, b: Finding) => boolean)[] = [
  (a, b) => sameCells(a, b) && a.message === b.message,
  sameCells,
  (a, b) => a.rule === b.rule && withoutNumbers(a.message) === withoutNumbers(b.message),
];

/** Returns what was mended, what is still there and what is new. What was found right since is none of them. */
export function compared(earlier: Finding[], now: Pick<Report, "findings" | "dismissed">) {
  let open = [...earlier];
  const still = new Set<Finding>();
  for (const likeness of likenesses) {
    const take = (finding: Finding) => {
      const known = open.find((one) => likeness(one, finding));
      open = open.filter((one) => one !== known);
      return known !== undefined;
    };
    for (const finding of now.findings) if (!still.has(finding) && take(finding)) still.add(finding);
    for (const { finding } of now.dismissed) take(finding);
  }
  return { mended: open, still: [...still], fresh: now.findings.filter((one) => !still.has(one)) };
}

/** As many characters as must be the same around a change. */
const context = [40, 20, 8];

/** Seeks the places of changes in the text of the file as it is now: those that are in it already, those to be made anew, and those not found. */
export function placeAnew({ text: base, changes }: { text: string; changes: KeptChange[] }, now: string) {
  const [open, lost]: [KeptChange[], KeptChange[]] = [[], []];
  let inFile = 0;
  for (const change of changes) {
    const { start, end, text } = change;
    if (base === now) {
      open.push(change);
      continue;
    }
    const found = context.map((size) => {
      const [left, right] = [base.slice(Math.max(0, start - size), start), base.slice(end, end + size)];
      return { left, was: only(now, left + base.slice(start, end) + right), is: only(now, left + text + right) };
    });
    const place = found.find(({ was, is }) => was !== is);
    if (place && place.was !== null && place.is === null) open.push({ ...change, start: place.was + place.left.length, end: place.was + place.left.length + end - start });
    else if (place && place.is !== null) inFile += 1;
    else lost.push(change);
  }
  return { open, inFile, lost };
}

/** Where the words stand, if they stand there once. */
function only(text: string, sought: string): number | null {
  const at = text.indexOf(sought);
  return at >= 0 && text.indexOf(sought, at + 1) < 0 ? at : null;
}
