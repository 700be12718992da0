// Over a report that lies on the desk: the way back, and the ways to the next report with errors.
import { words } from "../../words";
import { isEmpty, rows } from "../desk";
import { nextWithErrors, shownRows } from "../shown";
import { currentRow, deskShown, hideDesk, openRow, showDesk, shownRow } from "../visit";

export function DeskStrip() {
  if (deskShown.value || isEmpty.value) return null;
  const { desk } = words.value;
  const row = rows.value.find(({ key }) => key === shownRow.value);
  const at = shownRows.value.findIndex(({ key }) => key === shownRow.value);
  return (
    <nav class="desk-strip" aria-label={desk.title} data-testid="desk-strip">
      <button type="button" data-testid="button-desk" onClick={showDesk}>
        {desk.back}
      </button>
      <span class="desk-strip-name">{row ? desk.place(row.body || row.file, row.year, at + 1, shownRows.value.length) : ""}</span>
      <button type="button" data-testid="button-next-report" onClick={() => openNext(1)}>
        {desk.nextReport}
      </button>
    </nav>
  );
}

/** Opens the next report with errors, in the order of the desk. */
export function openNext(by: 1 | -1): void {
  currentRow.value = shownRow.value ?? currentRow.value;
  const row = nextWithErrors(by);
  if (row) openRow(row);
}

/** F4 goes between the desk and the report, F9 to the next row or report with errors. Returns whether the key was one of them. */
export function deskKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent, goToErrors: (by: 1 | -1) => void): boolean {
  if (isEmpty.value || ctrlKey || altKey || metaKey || (key !== "F4" && key !== "F9")) return false;
  if (key === "F4") {
    if (deskShown.value) hideDesk();
    else showDesk();
  } else if (deskShown.value) goToErrors(shiftKey ? -1 : 1);
  else openNext(shiftKey ? -1 : 1);
  return true;
}
