// The overview on paper: the rows as they are shown, in the order of the screen.
import { signal } from "@preact/signals";

import type { Column } from "../review/columns";
import { said, shownColumns, shownRows } from "../review/shown";
import { deskShown } from "../review/visit";
import { words } from "../words";

/** When the overview was asked for; null while nothing is printed. */
export const printedAt = signal<Date | null>(null);

const left: Column[] = ["lastYear", "file", "level"];
const timeToDraw = 50;

export function printOverview(): void {
  printedAt.value = new Date();
  setTimeout(() => window.print(), timeToDraw);
}

/** The browser's own command prints the overview too, while the desk is shown. */
export function followDeskPrinting(): void {
  window.addEventListener("beforeprint", () => {
    if (deskShown.value && printedAt.value === null) printedAt.value = new Date();
  });
  window.addEventListener("afterprint", () => (printedAt.value = null));
}

export function OverviewSheet() {
  const at = printedAt.value;
  if (!at) return null;
  const { county, desk, export: out } = words.value;
  const columns = shownColumns.value.filter((column) => !left.includes(column));
  return (
    <article class="sheet desk-sheet" data-testid="desk-sheet">
      <h1>{county.sheetTitle}</h1>
      <p>{county.printed(shownRows.value.length, out.sheet.at(at))}</p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {desk.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownRows.value.map((row) => (
            <tr key={row.key}>
              {columns.map((column) => (
                <td key={column}>{column === "standing" && row.why ? `${said(row, column)}：${row.why}` : said(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
