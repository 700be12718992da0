import { expect, it } from "vitest";

import { fixesTogether } from "../src/findings/fixes";
import { finding } from "./reports";

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
