import { describe, expect, it } from "vitest";

import type { Report } from "../src/engine/contract";
import { headline, summaryOf } from "../src/findings/summary";
import { judgementOf, keysOf, ownerOf } from "../src/shell/state/dismissed";
import { numbered } from "../src/shell/state/findings";
import { at, finding, report } from "./reports";

/** All three tables there, every cell told. */
const cells: Report["cells"] = {
  "disclosure.fees.amount": { status: "value", value: 0 },
  "requests.received.total": { status: "value", value: 5 },
  "disputes.review.total": { status: "blank" },
};

describe("a dismissed finding", () => {
  const phone = finding({ rule: "PV-02", spans: at(3), message: "号码" });

  it("is known again where it has moved to", () => {
    const before = keysOf(report({ findings: [phone] }), "办公室五");
    const after = keysOf(report({ findings: [{ ...phone, spans: at(5) }] }), "党政办公室五");
    expect(after).toEqual(before);
  });

  it("is another as soon as its words, its sentence, its cells or its rule are", () => {
    const others = [
      finding({ ...phone, spans: at(2) }),
      finding({ ...phone, message: "另一个号码" }),
      finding({ ...phone, cells: ["requests.closed.total"] }),
      finding({ ...phone, rule: "PV-03" }),
    ];
    const keys = keysOf(report({ findings: [phone, ...others] }), "办公室五");
    expect(new Set(keys).size).toBe(5);
  });

  it("belongs to a report whose body and title are known", () => {
    expect(ownerOf([report({})])).not.toBe(ownerOf([report({ organization: "杨渡镇" })]));
    expect(ownerOf([report({ organization: null })])).toBeNull();
    expect(ownerOf([])).toBeNull();
  });
});

describe("the verdict after findings were dismissed", () => {
  const error = finding({ severity: "error" });
  const warning = finding({ severity: "warning" });
  const judged = report({ cells, findings: [error, warning], verdict: "errors" });

  it("goes by what is left", () => {
    expect(judgementOf(judged, [error, warning])).toBe("errors");
    expect(judgementOf(judged, [error])).toBe("errors");
    expect(judgementOf(judged, [warning])).toBe("warnings");
  });

  it("is never a plain pass", () => {
    expect(judgementOf(judged, [])).toBe("settled");
    expect(headline(judged, [])).toContain("2 处由您判定无误");
    const advised = report({ cells, findings: [finding({ severity: "info" })], verdict: "clean" });
    expect(judgementOf(advised, [])).toBe("settled");
  });

  it("stays incomplete where something was not checked", () => {
    const gaps: Partial<Report>[] = [
      { form: null },
      { unchecked: [{ rule: "AR-02", cells: [], reason: "" }] },
      { cells: { ...cells, "requests.closed.total": { status: "uncertain" } } },
      { cells: { ...cells, "disputes.review.total": { status: "missing" } } },
    ];
    for (const gap of gaps) expect(judgementOf({ ...judged, ...gap }, [])).toBe("incomplete");
  });

  it("does not say that there were no errors", () => {
    expect(headline(judged, [warning])).not.toBe(headline(report({ findings: [warning], verdict: "warnings" })));
  });

  it("says in the copied result what was dismissed and how many rules were off", () => {
    const text = summaryOf(judged, "1.0", { rulesOff: 2, dismissed: numbered(judged.findings).slice(0, 1) });
    expect(text).toContain("已核对无误 1 处");
    expect(text).toContain("您关闭了 2 条规则");
    expect(text).toContain("错误 0");
  });
});
