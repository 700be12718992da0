import { describe, expect, it } from "vitest";

import type { DismissedFinding } from "../src/engine/contract";
import { headline, said, summaryOf } from "../src/findings/summary";
import { dismissalOf, ownerOf, sameFinding } from "../src/shell/state/dismissed";
import { at, finding, report } from "./reports";

const names = new Map<string, string>();

describe("a dismissed finding", () => {
  const phone = finding({ rule: "PV-02", spans: at(3), message: "号码" });

  it("is known again where it has moved to, whatever the reason", () => {
    const before = dismissalOf(phone, "办公室五", "公开电话");
    const after = dismissalOf({ ...phone, spans: at(5) }, "党政办公室五");
    expect(sameFinding(after, before)).toBe(true);
  });

  it("is another as soon as its words, its sentence, its cells or its rule are", () => {
    const others = [
      finding({ ...phone, spans: at(2) }),
      finding({ ...phone, message: "另一个号码" }),
      finding({ ...phone, cells: ["requests.closed.total"] }),
      finding({ ...phone, rule: "PV-03" }),
    ];
    const mark = dismissalOf(phone, "办公室五");
    expect(others.filter((other) => sameFinding(dismissalOf(other, "办公室五"), mark))).toEqual([]);
  });

  it("belongs to a report whose body and title are known", () => {
    expect(ownerOf([report({})])).not.toBe(ownerOf([report({ organization: "杨渡镇" })]));
    expect(ownerOf([report({ organization: null })])).toBeNull();
    expect(ownerOf([])).toBeNull();
  });
});

describe("what is said beside the verdict", () => {
  const dismissed: DismissedFinding[] = [{ finding: finding({ severity: "warning", message: "可疑" }), reason: "已问过", by: "page" }];

  it("is no plain pass after findings were dismissed", () => {
    const settled = report({ verdict: "settled", dismissed });
    expect(headline(settled)).toContain("1 处由您判定无误");
    const text = summaryOf(settled, "1.0", 2, names);
    expect(text).toContain("已核对无误或由您填齐 1 处");
    expect(text).toContain("您关闭了 2 条规则");
    expect(text).toContain("可疑（AR-01）（原因：已问过）");
  });

  it("names what was not checked with any verdict, and never says then that there were no errors", () => {
    const not_checked = [{ kind: "tables_missing" as const, count: 1, message: "缺1张表" }];
    const gaps = report({ verdict: "warnings", gaps: true, not_checked, findings: [finding({ severity: "warning" })] });
    expect(said(gaps, 0)).toEqual(["缺1张表"]);
    expect(headline(gaps)).not.toContain("没有发现错误");
    expect(headline(gaps)).not.toBe(headline({ ...gaps, gaps: false }));
  });

  it("says which numbers the text does not have", () => {
    const differing = report({
      verdict: "incomplete",
      differs: 2,
      cells: {
        "requests.closed.total": { status: "value", value: 2, text: "5", corrected: true },
        "requests.granted.total": { status: "value", value: 1, text: "一）予以公开 2 1 3 一）予以公开", corrected: true },
      },
    });
    expect(headline(differing)).not.toContain("通过，");
    const text = summaryOf(differing, "1.0", 0, new Map([["requests.closed.total", "（七）总计／总计"]]));
    expect(text).toContain("有 2 格与原文不同，原文还没有改");
    expect(text).toContain("- （七）总计／总计：原文 5 → 2");
    expect(text).toContain("原文读不准，您填 1");
  });

  it("keeps the reason beside a sum that fails", () => {
    const kept = report({ findings: [finding({ kept: { reason: "上级系统口径", by: "page" } })] });
    expect(summaryOf(kept, "1.0", 0, names)).toContain("保留原数，原因：上级系统口径");
  });
});
