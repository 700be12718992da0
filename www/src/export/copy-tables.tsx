// Copies the tables so that Word, WPS and LibreOffice take them for tables, merged heads and all.
import { useState } from "preact/hooks";

import type { Report } from "../engine/contract";
import { copyRich } from "../shell/kit/clipboard";
import { grids } from "../tables/shown";
import { words } from "../words";
import { plainTable } from "./plain-tables";
import { tablesAsHtml, tablesAsText } from "./rich";

const timeToRead = 4000;

export function CopyTables({ report: found }: { report: Report }) {
  const [said, setSaid] = useState("");
  if (grids.value.length === 0) return null;
  const copy = async () => {
    const tables = grids.value.map((grid) => plainTable(grid, found));
    const copied = await copyRich(tablesAsHtml(tables), tablesAsText(tables));
    setSaid(copied ? words.value.export.tablesCopied : words.value.export.cannotCopyTables);
    setTimeout(() => setSaid(""), timeToRead);
  };
  return (
    <span class="copy-tables">
      <button type="button" class="link" data-testid="button-copy-tables" onClick={() => void copy()}>
        {words.value.export.copyTables}
      </button>
      <span role="status" data-testid="tables-copied">
        {said}
      </span>
    </span>
  );
}
