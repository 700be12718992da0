import { expect, it } from "vitest";

import { fixesTogether, sentenceFor } from "../src/findings/fixes";
import { soundExample } from "../src/shell/examples";
import { engine } from "./engine";
import { at, finding } from "./reports";

const fix = (start: number, end: number, text = "") => ({ start, end, text });
const together = (...lists: ReturnType<typeof fix>[][]) => fixesTogether(lists.map((fixes) => finding({ fixes })));

it("corrections in different places are made together", () => {
  expect(together([fix(8, 9)], [], [fix(1, 2), fix(4, 5)])).toEqual({ fixes: [fix(8, 9), fix(1, 2), fix(4, 5)], findings: 2 });
});

it("a finding whose correction touches an earlier one waits, with all its places", () => {
  expect(together([fix(1, 4)], [fix(3, 6), fix(8, 9)], [fix(4, 5)], [fix(6, 7)])).toEqual({ fixes: [fix(1, 4), fix(6, 7)], findings: 2 });
});

it("what two findings both ask for is done once", () => {
  expect(together([fix(1, 4, "甲")], [fix(1, 4, "甲")])).toEqual({ fixes: [fix(1, 4, "甲")], findings: 2 });
  expect(together([fix(1, 4, "甲")], [fix(1, 4, "乙")]).findings).toBe(1);
});

it("a sentence that section six lacks is offered from the suggestion, put below the heading, and settles the finding", async () => {
  const text = soundExample.replace(/(六、其他需要报告的事项\n+)[^\n]*\n/, "$1没有其他需要报告的事项。\n");
  const glue = await engine();
  const fees = glue.check(text, {}).reports[0]!.findings.find(({ rule }) => rule === "ST-15")!;
  const added = sentenceFor(fees, text)!;
  const mended = text.slice(0, added.start) + added.text + text.slice(added.end);
  expect(mended).toContain("六、其他需要报告的事项\n2024年未收取信息处理费。\n");
  expect(glue.check(mended, {}).reports[0]!.findings.map(({ rule }) => rule)).not.toContain("ST-15");
});

it("no sentence is offered elsewhere, nor beside a correction", () => {
  const asked = { suggestion: "加一句，如“2024年未收取信息处理费”。", spans: at(3) };
  expect(sentenceFor(finding({ ...asked, section: 5 }), "六、其他")).toBeNull();
  expect(sentenceFor(finding({ ...asked, section: 6, fixes: [fix(1, 2)] }), "六、其他")).toBeNull();
  expect(sentenceFor(finding({ ...asked, section: 6 }), "六、其他")).toEqual(fix(4, 4, "\n2024年未收取信息处理费。"));
});
