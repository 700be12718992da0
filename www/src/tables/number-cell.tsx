// A cell of a table: what was read there, the icons of its findings, and the field that a number is typed into.
import { useLayoutEffect, useRef } from "preact/hooks";

import type { Cell, CellStatus, Severity } from "../engine/contract";
import { focusOn } from "../shell/kit/focus";
import { Icon } from "../shell/kit/icons";
import { suspectedCells } from "../shell/state/causes";
import { worstOf } from "../shell/state/findings";
import { highlightedCells, mainCell, select } from "../shell/state/selection";
import { words } from "../words";
import type { GridNumber } from "./grid";
import { moveFrom } from "./moving";
import { numberIn } from "./cell-edit";
import { dropTyped, keepTyped, startTyping, typeOn, typing } from "./typing";

export function NumberCell({ place, cell, first }: { place: GridNumber; cell: Cell | undefined; first: boolean }) {
  const status: CellStatus = cell?.status ?? "missing";
  const worst = worstOf(place.id);
  const highlighted = highlightedCells.value.includes(place.id);
  const typed = typing.value?.id === place.id ? typing.value.text : null;
  const classes = [
    "cell",
    `cell-${status}`,
    worst ? `cell-${worst}` : "",
    highlighted ? "highlighted" : "",
    mainCell.value === place.id ? "main" : "",
    cell?.corrected ? "cell-corrected" : "",
    suspectedCells.value.has(place.id) ? "cell-suspected" : "",
  ];
  const choose = () => select({ kind: "cell", id: place.id });
  const change = () => startTyping(place.id, cell?.status === "value" ? String(cell.value ?? "") : "");
  return (
    <td
      class={classes.filter(Boolean).join(" ")}
      colSpan={place.colSpan}
      data-testid="cell"
      data-cell={place.id}
      data-status={status}
    >
      {typed === null ? (
        <button
          type="button"
          tabIndex={first ? 0 : -1}
          aria-label={spoken(place, cell, status, worst)}
          aria-pressed={highlighted}
          onClick={choose}
          onDblClick={change}
          onKeyDown={(event) => typeInto(event, place.id, change)}
        >
          <span class="cell-words">{shownWords(cell, status)}</span>
          <CellIcons status={status} worst={worst} corrected={cell?.corrected ?? false} />
        </button>
      ) : (
        <Field id={place.id} name={place.name} text={typed} />
      )}
    </td>
  );
}

/** A digit begins a new number, F2 changes the one that is there, Delete begins with nothing. */
function typeInto(event: KeyboardEvent, id: string, change: () => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  // An input method that is on hides the digit behind the key, not its code.
  const digit = /^[0-9]$/.exec(event.key)?.[0] ?? (event.key === "Process" ? /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] : undefined);
  if (digit !== undefined) startTyping(id, digit);
  else if (event.key === "F2") change();
  else if (event.key === "Delete" || event.key === "Backspace") startTyping(id, "");
  else return;
  event.preventDefault();
}

function Field({ id, name, text }: { id: string; name: string; text: string }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  const pressed = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const from = event.currentTarget.closest("td");
    const move = { Tab: event.shiftKey ? "ArrowLeft" : "ArrowRight", ArrowDown: "ArrowDown", ArrowUp: "ArrowUp" }[event.key];
    // The arrow keys that move in the number do not move among the cells.
    event.stopPropagation();
    if (event.key === "Enter" || move) keepTyped();
    else if (event.key === "Escape") dropTyped();
    else return;
    event.preventDefault();
    if (move && from) moveFrom(from, move);
    else focusOn(`[data-cell="${id}"] button`);
  };
  return (
    <input
      ref={field}
      class="cell-field"
      aria-label={name}
      inputMode="decimal"
      autoComplete="off"
      data-testid="cell-field"
      value={text}
      aria-invalid={text !== "" && numberIn(text) === null}
      onInput={(event) => typeOn(event.currentTarget.value)}
      onKeyDown={pressed}
      onBlur={keepTyped}
    />
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
