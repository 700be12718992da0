// Numbers as people type them, and what of the text is to be changed so that a cell holds another one.
import type { Cell, Fix } from "../engine/contract";

/** A number as it is written in a report, with its sign and its separators. */
const written = /[+\-−－]?[0-9０-９]+(?:[,，.．][0-9０-９]+)*/;
const partOfNumber = /[0-9０-９.．]/;

/** Returns the number that was typed, with full-width digits too, since input methods write them; null for anything that is no plain number. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();
  return /^-?[0-9]{1,9}(\.[0-9]{1,6})?$/.test(plain) ? Number(plain) : null;
}

/** Whether the text says which characters are this cell's alone, so that another number can take their place. */
export function hasPlace(cell: Cell | undefined): cell is Cell & { start: number; end: number } {
  if (cell?.start === undefined || cell.end === undefined || cell.corrected) return false;
  return cell.status !== "missing" && cell.status !== "uncertain";
}

/**
 * Returns the change that puts a number into a cell, or null where the text has no place for it alone: the cell is not there, it could not be
 * read for certain, or its digits run into those of its neighbours. What stands around the number in its cell, such as a unit, stays.
 */
export function editOf(cell: Cell | undefined, text: string, number: number): Fix | null {
  if (!hasPlace(cell)) return null;
  const found = cell.status === "value" ? written.exec(text.slice(cell.start, cell.end)) : null;
  const start = found ? cell.start + found.index : cell.start;
  const end = found ? start + found[0].length : cell.end;
  if (partOfNumber.test(text.charAt(start - 1)) || partOfNumber.test(text.charAt(end))) return null;
  return { start, end, text: String(number) };
}

/** Returns the changes that write 0 into every blank cell of a list. */
export function zerosFor(ids: string[], cells: Record<string, Cell>, text: string): Fix[] {
  return ids.flatMap((id) => {
    const edit = cells[id]?.status === "blank" ? editOf(cells[id], text, 0) : null;
    return edit ? [edit] : [];
  });
}

/** Sums of money have decimals, and 0.1 + 0.2 is not 0.3. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
