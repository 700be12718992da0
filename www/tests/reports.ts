// Small reports for tests that need no reading.
import type { Finding, Report } from "../src/engine/contract";

export function report(parts: Partial<Report>): Report {
  return {
    title: "青禾县柳溪镇2024年政府信息公开工作年度报告",
    organization: "柳溪镇",
    year: 2024,
    form: "2021",
    signed: "2025-01-18",
    verdict: "errors",
    gaps: false,
    not_checked: [],
    differs: 0,
    checked: { tables: 3, cells: 200, sums: 71, facts: 4, dates: 2 },
    sections: [1, 2, 3, 4, 5, 6].map((number) => ({
      number,
      heading: "",
      found: true,
      start: number * 100,
      end: number * 100 + 100,
    })),
    off_prose: [],
    cells: {},
    facts: [],
    account: { all: 0, checked: 0, beside: 0, explained: 0, unread: [] },
    findings: [],
    dismissed: [],
    unchecked: [],
    groups: [],
    repairs: [],
    beyond_repair: [],
    ...parts,
  };
}

export function finding(parts: Partial<Finding>): Finding {
  return {
    rule: "AR-01",
    severity: "error",
    message: "不平",
    suggestion: "",
    basis: "",
    cells: [],
    spans: [],
    part: "whole",
    section: null,
    fixes: [],
    ...parts,
  };
}

export function at(start: number): Finding["spans"] {
  return [{ start, end: start + 1, line: 1, column: 1, role: "primary" }];
}
