// Going from cell to cell with the arrow keys, by their places on the screen.

const directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Moves the keyboard from the cell it is in; the table is one stop of the Tab key. */
export function moveAmongCells(event: KeyboardEvent): void {
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  if (!from || !directions[event.key]) return;
  event.preventDefault();
  moveFrom(from, event.key);
}

/** Moves the keyboard to the nearest cell in the direction of an arrow key; returns false where there is none. */
export function moveFrom(from: HTMLElement, arrow: string): boolean {
  const table = from.closest("table");
  const [dx, dy] = directions[arrow] ?? [0, 0];
  if (!table) return false;
  const here = from.getBoundingClientRect();
  let best: { cell: HTMLElement; distance: number } | null = null;
  for (const cell of Array.from(table.querySelectorAll<HTMLElement>("td.cell"))) {
    const there = cell.getBoundingClientRect();
    const x = (there.left + there.right - here.left - here.right) / 2;
    const y = (there.top + there.bottom - here.top - here.bottom) / 2;
    const along = x * dx + y * dy;
    const beside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along < 1 || beside > Math.max(here.width, here.height) * 2) continue;
    const distance = along + 4 * beside;
    if (!best || distance < best.distance) best = { cell, distance };
  }
  const button = best?.cell.querySelector("button");
  if (!button) return false;
  for (const other of Array.from(table.querySelectorAll<HTMLElement>("td.cell button"))) other.tabIndex = -1;
  button.tabIndex = 0;
  button.focus();
  return true;
}
