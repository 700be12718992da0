import { describe, expect, it } from "vitest";

import { headline, inTwoLines, summaryOf } from "../src/findings/summary";
import { at, finding, report } from "./reports";

describe("the result as text", () => {
  it("says verdict, what was checked, and each finding with its line, remedy and basis", () => {
    const text = summaryOf(
      report({
        findings: [
          finding({
            message: "“自然人”列不平",
            suggestion: "核对这四个数。",
            basis: "附件",
            cells: ["requests.closed.individual"],
            spans: at(350),
            part: "section",
            section: 3,
          }),
        ],
        unchecked: [{ rule: "AR-02", cells: [], reason: "有一格无法确定" }],
        gaps: true,
        not_checked: [{ kind: "sums_unchecked", count: 1, message: "有1个等式没有核对" }],
      }),
      "0.1.0",
      0,
      new Map(),
    );
    expect(text.split("\n")).toEqual([
      "青禾县柳溪镇2024年政府信息公开工作年度报告",
      "政府信息公开工作年度报告核对：有 1 处错误，公开前请改正",
      "错误 1 · 警告 0 · 提示 0",
      "已核对：3 张表 200 格、71 个等式、正文里 4 个数、2 个日期",
      "有1个等式没有核对",
      "",
      "三、收到和处理政府信息公开申请情况",
      "1. 【错误】“自然人”列不平（第 1 行）",
      "   改法：核对这四个数。",
      "   依据：附件（AR-01）",
      "",
      "没有核对的项目",
      "- 有一格无法确定（AR-02）",
      "",
      "勾稽 0.1.0 · 只作提示，以原文件和主管部门要求为准",
    ]);
  });

  it("gives only the engine's sentence when the text could not be read", () => {
    const text = summaryOf(
      report({ title: null, verdict: "unreadable", error: { code: "too-long", message: "文字太长" } }),
      "0.1.0",
      0,
      new Map(),
    );
    expect(text).toContain("文字太长");
    expect(text).not.toContain("已核对");
  });

  it("never says passed unless the verdict is clean", () => {
    for (const verdict of ["errors", "warnings", "incomplete", "settled", "unreadable"] as const) {
      expect(headline(report({ verdict }))).not.toContain("核对通过");
    }
    expect(headline(report({ verdict: "clean" }))).toContain("核对通过");
  });

  it("fits in two lines for a superior", () => {
    const text = inTwoLines(report({ findings: [finding({ message: "“自然人”列不平。" }), finding({ severity: "warning", message: "可疑。" })] }));
    expect(text.split("\n")).toEqual(["青禾县柳溪镇2024年政府信息公开工作年度报告：核对 200 格、71 个算式，1 处要改，1 处要核对", "“自然人”列不平；可疑"]);
    expect(inTwoLines(report({ verdict: "clean" })).split("\n")[1]).toBe("核对通过，没有发现问题");
    const differing = inTwoLines(report({ verdict: "incomplete", differs: 1 }));
    expect(differing).toContain("有 1 格与原文不同");
    expect(differing).not.toContain("核对通过");
  });
});
