import { expect, it } from "vitest";

import { example, soundExample, tornExample } from "../src/shell/examples";
import { engine } from "./engine";

async function judged(text: string) {
  const [report] = (await engine()).check(text).reports;
  return { verdict: report!.verdict, rules: [...new Set(report!.findings.map((finding) => finding.rule))].sort(), cells: report!.cells };
}

it("the example shows its four faults and no others", async () => {
  expect(await judged(example)).toMatchObject({ verdict: "errors", rules: ["AR-01", "NT-02", "TM-04", "WD-02"] });
});

it("the sound example passes", async () => {
  expect(await judged(soundExample)).toMatchObject({ verdict: "clean", rules: [] });
});

it("the torn example is read but for one row, which is in doubt", async () => {
  const { verdict, rules, cells } = await judged(tornExample);
  expect([verdict, rules]).toEqual(["errors", ["RD-01", "TC-03"]]);
  const doubtful = Object.entries(cells).filter(([, cell]) => cell.status === "uncertain");
  expect(doubtful.map(([id]) => id.slice(0, id.lastIndexOf(".")))).toEqual(Array(7).fill("requests.granted"));
});
