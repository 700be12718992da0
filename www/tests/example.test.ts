import { expect, it } from "vitest";

import { example } from "../src/example";
import { engine } from "./engine";

it("the example shows its four faults and no others", async () => {
  const [report] = (await engine()).check(example).reports;
  const rules = new Set(report!.findings.map((finding) => finding.rule));
  expect([...rules].sort()).toEqual(["AR-01", "NT-02", "TM-04", "WD-02"]);
  expect(report!.verdict).toBe("errors");
});
