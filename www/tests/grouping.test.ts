import { describe, expect, it } from "vitest";

import { byPart, byReason, bySeverity, partOf } from "../src/findings/grouping";
import { numbered } from "../src/shell/state/findings";
import { countBySeverity } from "../src/shell/state/severity";
import { finding } from "./reports";

describe("the part of a finding", () => {
  it("is its section, where it has one", () => {
    expect(partOf(finding({ part: "section", section: 3 }))).toBe(3);
    expect(partOf(finding({ part: "statistics" }))).toBe("statistics");
    expect(partOf(finding({ part: "closing" }))).toBe("closing");
  });
});

describe("the list of findings", () => {
  const list = [
    finding({ severity: "info", part: "section", section: 1 }),
    finding({ severity: "error", part: "section", section: 3 }),
    finding({ severity: "warning", part: "section", section: 3 }),
    finding({ severity: "error", part: "section", section: 1 }),
  ];
  const indexes = (groups: { items: { index: number }[] }[]) => groups.map((group) => group.items.map((item) => item.index));

  it("puts the worst first, then the order of the report", () => {
    expect(indexes(bySeverity(numbered(list)))).toEqual([[3, 1], [2], [0]]);
  });

  it("goes by parts, the worst of each first", () => {
    const groups = byPart(numbered(list));
    expect(groups.map((group) => group.key)).toEqual([1, 3]);
    expect(indexes(groups)).toEqual([
      [3, 0],
      [1, 2],
    ]);
  });

  it("is counted by severity", () => {
    expect(countBySeverity(list)).toEqual({ error: 2, warning: 1, info: 1 });
  });
});

describe("what was not checked", () => {
  it("is said once for each reason, with every cell", () => {
    const list = [
      { rule: "AR-02", reason: "有一格无法识别", cells: ["requests.closed.total", "requests.granted.total"] },
      { rule: "AR-02", reason: "有一格无法识别", cells: ["requests.closed.company"] },
      { rule: "AR-01", reason: "有一格无法识别", cells: [] },
    ];
    expect(byReason(list)).toEqual([
      { rule: "AR-02", reason: "有一格无法识别", cells: ["requests.closed.total", "requests.closed.company"] },
      { rule: "AR-01", reason: "有一格无法识别", cells: [] },
    ]);
  });
});
