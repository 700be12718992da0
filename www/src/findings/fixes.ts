// Which corrections can be made together: each finding's whole or not at all, and no two over the same characters.
import type { Finding, Fix } from "../engine/contract";
import type { Because } from "../shell/state/mended";

export interface Together {
  fixes: Fix[];
  /** How many findings they put right. */
  findings: number;
}

export function fixesTogether(findings: Finding[]): Together {
  return findings.reduce<Together>(
    (taken, { fixes }) => {
      const free = fixes.every((fix) => taken.fixes.every((other) => same(fix, other) || !touching(fix, other)));
      if (fixes.length === 0 || !free) return taken;
      const further = fixes.filter((fix) => !taken.fixes.some((other) => same(fix, other)));
      return { fixes: [...taken.fixes, ...further], findings: taken.findings + 1 };
    },
    { fixes: [], findings: 0 },
  );
}

/** Returns what says of a correction which of these findings asked for it: the only one, or the one that has it. */
export function becauseOf(findings: Finding[]): (fix: Fix) => Because | null {
  return (fix) => {
    const asked = findings.length === 1 ? findings[0] : findings.find(({ fixes }) => fixes.some((one) => same(one, fix)));
    return asked ? { why: asked.message, rule: asked.rule } : null;
  };
}

/** Two that only meet may still be meant for the same gap: the next check shows what is left. */
function touching(a: Fix, b: Fix): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function same(a: Fix, b: Fix): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/**
 * Returns the sentence that a finding of section six asks for, put below its heading: the suggestion quotes it. It is no fix of the engine's, since
 * only the office knows whether it is true.
 */
export function sentenceFor({ section, fixes, suggestion, spans }: Finding, text: string): Fix | null {
  const quoted = /(?:如|写)“([^”]{6,60})”/.exec(suggestion)?.[1];
  const [heading] = spans;
  if (section !== 6 || fixes.length > 0 || quoted === undefined || !heading) return null;
  const line = text.indexOf("\n", heading.end);
  const end = line < 0 ? text.length : line;
  return { start: end, end, text: `\n${quoted}。` };
}
