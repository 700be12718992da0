import { unzipSync, strFromU8 } from "fflate";
import writeWorkbook from "write-excel-file/universal";
import { describe, expect, it } from "vitest";

import type { Cell } from "../src/engine/contract";
import { asCsv, findingRows } from "../src/export/csv";
import { fileName } from "../src/export/download";
import { fingerprint } from "../src/export/fingerprint";
import { plainTable } from "../src/export/plain-tables";
import { redacted } from "../src/shell/state/redact";
import { tablesAsHtml, tablesAsText } from "../src/export/rich";
import { workbook } from "../src/export/workbook";
import { gridOf } from "../src/tables/grid";
import { words } from "../src/words";
import { handbook } from "./engine";
import { at, finding, report } from "./reports";

const { forms, rules } = handbook;

const cells: Record<string, Cell> = {
  "disputes.review.upheld": { status: "value", value: 3, text: "3" },
  "disputes.review.corrected": { status: "blank" },
  "disputes.review.other_result": { status: "uncertain" },
  "disputes.review.pending": { status: "placeholder", text: "／" },
  "disputes.review.total": { status: "text", text: "<见附件>" },
  "disclosure.fees.amount": { status: "value", value: 1.5, unit: "万元" },
};

const tables = () => forms["2021"].tables.map((table) => plainTable(gridOf(table), report({ cells })));

describe("the exported tables", () => {
  it("say what each cell holds, and that a cell was not told or is missing", () => {
    const said = tables()[2]!.body[0]!.map((cell) => cell.text);
    expect(said.slice(0, 6)).toEqual(["3", "", "（请核对）", "／", "<见附件>", "（缺这一格）"]);
    expect(tables()[0]!.body.flat().some((cell) => cell.text === "1.5万元" && cell.number === undefined)).toBe(true);
  });

  it("are HTML tables with merged heads, and the text in them is no HTML", () => {
    const html = tablesAsHtml(tables());
    expect(html.match(/<table /g)).toHaveLength(3);
    expect(html).toMatch(/<td rowspan="2" colspan="5"[^>]*>行政复议<\/td>/);
    expect(html).toMatch(/<td colspan="10"[^>]*>行政诉讼<\/td>/);
    expect(html).toMatch(/<td rowspan="22"[^>]*>三、本年度办理结果<\/td>/);
    expect(html).toContain("&lt;见附件&gt;");
    expect(html).not.toContain("<见附件>");
  });

  it("are text with every column in its place", () => {
    const [, upper, middle] = tablesAsText(tables().slice(2)).split("\n");
    expect(upper!.split("\t")).toHaveLength(15);
    expect(upper!.split("\t")[5]).toBe("行政诉讼");
    expect(middle!.split("\t")[10]).toBe("复议后起诉");
  });
});

const hostile = report({
  findings: [finding({ message: '=HYPERLINK("x")', suggestion: " +1", basis: "\u0007＝1", spans: at(350), cells: ["disputes.review.upheld"], part: "section", section: 4 })],
  unchecked: [{ rule: "AR-02", cells: [], reason: "有一格无法确定" }],
  cells,
});
const names = new Map([["disputes.review.upheld", "行政复议／结果维持"]]);

describe("the list of findings for a spreadsheet", () => {
  it("has a row for each finding under its heads", () => {
    const [heads, row] = findingRows(hostile, names);
    expect(heads).toHaveLength(row!.length);
    expect(row).toEqual(["错误", "四、政府信息公开行政复议、行政诉讼情况", "1", '=HYPERLINK("x")', " +1", "\u0007＝1", "AR-01", "行政复议／结果维持", ""]);
  });

  it("says which findings were looked at and found right", () => {
    const dismissed = [{ finding: hostile.findings[0]!, reason: "", by: "page" as const }];
    expect(findingRows({ ...hostile, findings: [], dismissed }, names)[1]!.slice(-1)).toEqual([words.value.findings.dismissedTitle]);
  });

  it("opens with the mark of UTF-8, quotes what it holds, and has no formula", () => {
    const csv = asCsv(findingRows(hostile, names));
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.split("\r\n")).toHaveLength(3);
    expect(csv).toContain(`"'=HYPERLINK(""x"")","' +1"`);
  });
});

describe("the workbook", () => {
  const files = async () => {
    const blob = await writeWorkbook(workbook(hostile, tables(), names, 0)).toBlob();
    return Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([name, bytes]) => ({ name, xml: strFromU8(bytes) }));
  };

  it("has the findings, what was not checked, and a sheet for each table with its merged cells", async () => {
    const all = await files();
    const book = all.find(({ name }) => name === "xl/workbook.xml")!.xml;
    expect(Array.from(book.matchAll(/<sheet [^>]*name="([^"]*)"/g), ([, name]) => name)).toEqual([
      "核对结果", "没有核对的项目", "表1", "表2", "表3",
    ]);
    const disputes = all.find(({ name }) => name.endsWith("sheet5.xml"))!.xml;
    expect(disputes).toContain('<mergeCell ref="A2:E3"/>');
    expect(disputes).toMatch(/<c r="A5"[^>]*><v>3<\/v><\/c>/);
  });

  it("keeps formulas as text, and nothing that XML forbids", async () => {
    const all = await files();
    expect(all.some(({ xml }) => xml.includes("=HYPERLINK(&quot;x&quot;)") || xml.includes('=HYPERLINK("x")'))).toBe(true);
    for (const { xml } of all) {
      expect(xml).not.toContain("<f>");
      expect(xml).not.toContain("\u0007");
    }
  });
});

describe("the name of an exported file", () => {
  it("is named after the report, without what a file system refuses", () => {
    expect(fileName("柳溪镇/2024年:*报告\u202e", "问题清单", "csv")).toBe("柳溪镇2024年报告－问题清单.csv");
    expect(fileName(null, "问题清单", "csv")).toBe("问题清单.csv");
  });
});

describe("the fingerprint of a text", () => {
  it("is the SHA-256 of its UTF-8", () => {
    expect(fingerprint("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(fingerprint("勾稽")).toBe("cfd85c37693deb6ac0c89e13c3c96f435261095d1f136aee580855be960a760e");
  });
});

describe("what is handed on", () => {
  const text = "联系人：王某，13900005678。";
  const phone = { start: text.indexOf("139"), end: text.indexOf("。") };
  const found = report({
    title: "王某 13900005678",
    cells: {
      "requests.received.total": { status: "value", value: 13900005678, text: "13900005678" },
      "requests.received.company": { status: "value", value: 2, text: "2" },
    },
    findings: [finding({ rule: "PV-02", spans: [{ ...at(0)[0]!, ...phone }] })],
  });

  it("repeats no personal data that was found, and keeps the rest", () => {
    const handedOn = redacted(found, text, rules);
    expect(JSON.stringify(handedOn)).not.toContain("13900005678");
    expect(handedOn.title).toBe("王某 ****");
    expect(handedOn.cells["requests.received.total"]).toEqual({ status: "value", text: "****" });
    expect(handedOn.cells["requests.received.company"]).toEqual(found.cells["requests.received.company"]);
    expect(handedOn.findings[0]!.spans).toEqual(found.findings[0]!.spans);
  });

  it("is the report as it is where nothing personal was found", () => {
    const plain = report({});
    expect(redacted(plain, text, rules)).toEqual(plain);
  });
});
