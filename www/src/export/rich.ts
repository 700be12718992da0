// The tables as HTML for Word, WPS and LibreOffice: those read styles on the elements, and nothing else keeps the rules of the form.
import type { PlainCell, PlainTable } from "./plain-tables";

const border = "border:0.75pt solid #000000";
const font = "font-family:仿宋,FangSong,serif;font-size:10.5pt";

export function tablesAsHtml(tables: PlainTable[]): string {
  const parts = tables.map(
    ({ title, head, body }) =>
      `<p style="font-family:黑体,SimHei,sans-serif;font-size:14pt">${escaped(title)}</p>` +
      `<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse;${border};width:100%">` +
      `${head.length > 0 ? `<thead>${rows(head)}</thead>` : ""}<tbody>${rows(body)}</tbody></table>`,
  );
  return `<html><head><meta charset="utf-8"></head><body>${parts.join("<p></p>")}</body></html>`;
}

/** The same tables for a box that takes only text: cells between tabs, a merged one at its first place. */
export function tablesAsText(tables: PlainTable[]): string {
  return tables
    .map(({ title, columns, head, body }) => {
      const placed = onTheGrid([...head, ...body], columns);
      return [title, ...placed.map((row) => row.map((cell) => cell?.text ?? "").join("\t"))].join("\n");
    })
    .join("\n\n");
}

/** Every row with all its columns: a merged cell at its first place, nothing at its others. */
export function onTheGrid(list: PlainCell[][], columns: number): (PlainCell | null)[][] {
  const placed: (PlainCell | null | undefined)[][] = list.map(() => new Array(columns).fill(undefined));
  list.forEach((row, y) => {
    for (const cell of row) {
      const x = placed[y]!.indexOf(undefined);
      for (let dy = 0; dy < cell.rowSpan; dy += 1) {
        for (let dx = 0; dx < cell.colSpan; dx += 1) placed[y + dy]![x + dx] = dx + dy === 0 ? cell : null;
      }
    }
  });
  return placed.map((row) => row.map((cell) => cell ?? null));
}

function rows(list: PlainCell[][]): string {
  return list.map((row) => `<tr>${row.map(cellAsHtml).join("")}</tr>`).join("");
}

function cellAsHtml({ text, label, remark, rowSpan, colSpan }: PlainCell): string {
  const align = label === "row" && !remark ? "left" : "center";
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}${colSpan > 1 ? ` colspan="${colSpan}"` : ""}`;
  return `<td${spans} align="${align}" style="${border};${font};text-align:${align};vertical-align:middle">${escaped(text)}</td>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
