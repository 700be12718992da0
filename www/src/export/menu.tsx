// The menu of exports: on paper, as a workbook, as a list, as data.
import { useState } from "preact/hooks";
import writeWorkbook from "write-excel-file/universal";

import type { Report } from "../engine/contract";
import { Menu } from "../shell/kit/menu";
import { checkedText, engine, result, rulesOff } from "../shell/state/page";
import { cellNames, grids } from "../tables/shown";
import { words } from "../words";
import { asCsv, findingRows } from "./csv";
import { download, fileName } from "./download";
import { plainTable } from "./plain-tables";
import { printSheet } from "./printing";
import { redacted } from "../shell/state/redact";
import { workbook } from "./workbook";

export function ExportMenu({ report: found }: { report: Report }) {
  const [failed, setFailed] = useState(false);
  const { export: said } = words.value;
  const choose = async (shut: () => void, save: () => void | Promise<void>) => {
    shut();
    try {
      await save();
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const ways: [string, string, () => void | Promise<void>][] = [
    ["print", said.print, printSheet],
    ["workbook", said.workbook, () => saveWorkbook(found)],
    ["csv", said.csv, () => saveCsv(found)],
    ["json", said.json, () => saveData(found)],
  ];
  const wrong = failed ? (
    <p class="wrong" role="alert">
      {said.failed}
    </p>
  ) : null;
  return (
    <Menu label={said.menu} name="button-export" beside={wrong}>
      {(shut) => (
        <ul class="export-ways">
          {ways.map(([name, label, save]) => (
            <li key={name}>
              <button type="button" data-testid={`export-${name}`} onClick={() => void choose(shut, save)}>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Menu>
  );
}

const shareable = (found: Report) => redacted(found, checkedText.value, engine.value?.rules ?? []);

async function saveWorkbook(found: Report): Promise<void> {
  const handedOn = shareable(found);
  const tables = grids.value.map((grid) => plainTable(grid, handedOn));
  const blob = await writeWorkbook(workbook(handedOn, tables, cellNames.value, rulesOff.value)).toBlob();
  download(blob, fileName(found.title, words.value.export.fileNames.workbook, "xlsx"));
}

function saveCsv(found: Report): void {
  const csv = asCsv(findingRows(found, cellNames.value));
  download(new Blob([csv], { type: "text/csv;charset=utf-8" }), fileName(found.title, words.value.export.fileNames.findings, "csv"));
}

/** The engine's whole answer, as `gouji check --format json` gives it. */
function saveData(found: Report): void {
  const answer = result.value && { ...result.value, reports: result.value.reports.map(shareable) };
  const json = `${JSON.stringify(answer, null, 2)}\n`;
  download(new Blob([json], { type: "application/json" }), fileName(found.title, words.value.export.fileNames.data, "json"));
}
