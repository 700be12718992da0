// A cell of a table: what was read there, and the icons of its findings.
import type { Cell, CellStatus, Severity } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { worstOf } from "../shell/state/findings";
import { highlightedCells, mainCell, select } from "../shell/state/selection";
import { words } from "../words";
import type { GridNumber } from "./grid";

export function NumberCell({ place, cell, first }: { place: GridNumber; cell: Cell | undefined; first: boolean }) {
  const status: CellStatus = cell?.status ?? "missing";
  const worst = worstOf(place.id);
  const highlighted = highlightedCells.value.includes(place.id);
  const classes = [
    "cell",
    `cell-${status}`,
    worst ? `cell-${worst}` : "",
    highlighted ? "highlighted" : "",
    mainCell.value === place.id ? "main" : "",
    cell?.corrected ? "cell-corrected" : "",
  ];
  return (
    <td
      class={classes.filter(Boolean).join(" ")}
      colSpan={place.colSpan}
      data-testid="cell"
      data-cell={place.id}
      data-status={status}
    >
      <button
        type="button"
        tabIndex={first ? 0 : -1}
        aria-label={spoken(place, cell, status, worst)}
        aria-pressed={highlighted}
        onClick={() => select({ kind: "cell", id: place.id })}
      >
        <span class="cell-words">{shownWords(cell, status)}</span>
        <CellIcons status={status} worst={worst} corrected={cell?.corrected ?? false} />
      </button>
    </td>
  );
}

function shownWords(cell: Cell | undefined, status: CellStatus): string {
  switch (status) {
    case "value":
      return `${cell?.value ?? ""}${cell?.unit ?? ""}`;
    case "blank":
      return words.value.tables.blankMark;
    case "missing":
      return words.value.tables.missingMark;
    case "uncertain":
      return "";
    default:
      return cell?.text ?? "";
  }
}

function CellIcons({ status, worst, corrected }: { status: CellStatus; worst: Severity | undefined; corrected: boolean }) {
  if (status === "uncertain") return <Icon name="uncertain" size={15} />;
  return (
    <>
      {worst ? <Icon name={worst} size={11} /> : null}
      {corrected ? <Icon name="corrected" size={11} /> : null}
    </>
  );
}

/** What a screen reader says of a cell. */
function spoken(place: GridNumber, cell: Cell | undefined, status: CellStatus, worst: Severity | undefined): string {
  const said = [
    status === "value" ? shownWords(cell, status) : words.value.tables.status[status],
    cell?.corrected ? words.value.tables.corrected : "",
    worst ? words.value.tables.faulty[worst] : "",
  ];
  return words.value.labelled(place.name, words.value.listed(said.filter(Boolean)));
}
