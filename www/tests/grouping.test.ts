import { describe, expect, it } from "vitest";

import { byPart, byReason, bySeverity, partOf } from "../src/findings/grouping";
import { numbered } from "../src/shell/state/findings";
import { countBySeverity } from "../src/shell/state/severity";
import { at, finding, report } from "./reports";

describe("the part of a finding", () => {
  const whole = report({});

  it("is that of its cells, wherever its place in the text is", () => {
    expect(partOf(finding({ cells: ["requests.closed.total"], spans: at(150) }), whole)).toBe(3);
    expect(partOf(finding({ cells: ["statistics.staff"] }), whole)).toBe("statistics");
  });

  it("is that of the sentence where a number of the prose is meant", () => {
    const said = report({
      facts: [{ subject: [], value: 1, unit: null, year: null, scope: "self", text: "", start: 140, end: 160 }],
    });
    expect(partOf(finding({ cells: ["requests.received.total"], spans: at(150) }), said)).toBe(1);
    expect(partOf(finding({ cells: ["requests.received.total"], spans: at(350) }), said)).toBe(3);
  });

  it("is else the section around its place", () => {
    expect(partOf(finding({ spans: at(150) }), whole)).toBe(1);
    expect(partOf(finding({ spans: at(5) }), whole)).toBe("opening");
    expect(partOf(finding({ spans: at(900) }), whole)).toBe("closing");
    expect(partOf(finding({}), whole)).toBe("whole");
  });

  it("is the whole report where no section was found", () => {
    expect(partOf(finding({ spans: at(5) }), report({ sections: [] }))).toBe("whole");
  });
});

describe("the list of findings", () => {
  const list = [
    finding({ severity: "info", spans: at(150) }),
    finding({ severity: "error", spans: at(350) }),
    finding({ severity: "warning", spans: at(360) }),
    finding({ severity: "error", spans: at(160) }),
  ];
  const indexes = (groups: { items: { index: number }[] }[]) => groups.map((group) => group.items.map((item) => item.index));

  it("puts the worst first, then the order of the report", () => {
    expect(indexes(bySeverity(numbered(list), report({})))).toEqual([[3, 1], [2], [0]]);
  });

  it("goes by parts, the worst of each first", () => {
    const groups = byPart(numbered(list), report({}));
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
