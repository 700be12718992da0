// How grave a finding is: the worst first.
import type { Finding, Severity } from "../../engine/contract";

export const severities: Severity[] = ["error", "warning", "info"];

export function countBySeverity(findings: Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
