// The reports of the desk as the library is given them, and as they are handed on: without personal data.
import type { GivenReport } from "../review/library";
import { entryOf, shortOfRow } from "../review/desk";
import type { Row, Short } from "../review/rows";
import { without } from "../shell/state/redact";

export interface Of {
  row: Row;
  short: Short;
}

/** Returns the rows that have a report. */
export function withReports(rows: Row[]): Of[] {
  return rows.flatMap((row) => {
    const found = shortOfRow(row.key);
    return found && found.short.verdict !== "unreadable" ? [{ row, short: found.short }] : [];
  });
}

/** Returns what is compared; with their prose where passages are. */
export function given(all: Of[], { prose = false } = {}): GivenReport[] {
  return all.map(({ row, short }) => {
    const cells: GivenReport["cells"] = {};
    for (const [id, { status, value, unit }] of Object.entries(short.cells)) {
      cells[id] = { status, ...(value === undefined ? {} : { value }), ...(unit === undefined ? {} : { unit }) };
    }
    const text = prose ? (entryOf(row.entry)?.text.slice(...short.prose) ?? "") : undefined;
    return { file: row.file, organization: short.body, year: short.year, form: short.form, cells, ...(text === undefined ? {} : { text }) };
  });
}

/** Returns a report as it may be handed on. */
export function handedOn(short: Short): Pick<Short, "title" | "notChecked" | "findings"> {
  const { title, notChecked, findings, personal } = short;
  return without(personal, { title, notChecked, findings });
}
