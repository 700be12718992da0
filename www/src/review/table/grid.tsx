// The rows of the desk. Only those in view are drawn, for there may be thousands; all have the same height.
import { effect, signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { Icon, type IconName } from "../../shell/kit/icons";
import { words } from "../../words";
import { type Column, isNumber } from "../columns";
import type { Row } from "../rows";
import { filterBy, filters, nextWithErrors, order, said, shownColumns, shownRows, sortBy } from "../shown";
import { currentRow, openRow, shownRow } from "../visit";
import { askedRow } from "./row-dialog";

/** In pixels, as styles/desk.css has it. */
const rowHeight = 32;
/** Rows that are drawn above and below those in view; a scroll of fewer draws nothing. */
const beyond = 8;

export const filtersShown = signal(false);
const firstInView = signal(0);
const inView = signal(20);

export function Grid() {
  const box = useRef<HTMLDivElement>(null);
  const all = shownRows.value;
  const shown = shownColumns.value;
  useLayoutEffect(() => {
    const measure = () => (inView.value = Math.ceil((box.current?.clientHeight ?? 600) / rowHeight));
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  useEffect(() => effect(() => bringIntoView(box.current, currentRow.value)), []);

  const scrolled = () => {
    const at = Math.floor((box.current?.scrollTop ?? 0) / rowHeight);
    if (Math.abs(at - firstInView.value) >= beyond / 2 || at === 0) firstInView.value = at;
  };
  const from = Math.max(0, Math.min(firstInView.value, all.length - inView.value) - beyond);
  const to = Math.min(all.length, from + inView.value + 2 * beyond);
  const drawn = all.slice(from, to);
  const current = drawn.some(({ key }) => key === currentRow.value) ? `row-${currentRow.value}` : undefined;
  const { desk } = words.value;
  return (
    <div class="desk-scroll table-scroll" ref={box} onScroll={scrolled}>
      <table
        id="desk-rows"
        class="desk-rows"
        role="grid"
        tabIndex={0}
        aria-label={desk.title}
        aria-rowcount={all.length + 1}
        aria-activedescendant={current}
        data-testid="desk-rows"
        onKeyDown={(event) => pressed(event, all)}
      >
        <colgroup>
          {shown.map((column) => (
            <col key={column} class={`desk-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {shown.map((column) => (
              <Head key={column} column={column} />
            ))}
          </tr>
          {filtersShown.value ? (
            <tr class="desk-filters">
              {shown.map((column) => (
                <td key={column}>
                  <input
                    type="text"
                    aria-label={desk.filterOf(desk.columns[column])}
                    placeholder={isNumber(column) ? desk.numberFilter : ""}
                    data-testid={`filter-${column}`}
                    value={filters.value[column] ?? ""}
                    onInput={(event) => filterBy(column, event.currentTarget.value)}
                  />
                </td>
              ))}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {from > 0 ? <tr aria-hidden="true" style={{ height: `${from * rowHeight}px` }} /> : null}
          {drawn.map((row, i) => (
            <Line key={row.key} row={row} index={from + i + 2} columns={shown} />
          ))}
          {to < all.length ? <tr aria-hidden="true" style={{ height: `${(all.length - to) * rowHeight}px` }} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const { column: sorted, down } = order.value;
  const { desk } = words.value;
  return (
    <th scope="col" aria-sort={sorted !== column ? "none" : down ? "descending" : "ascending"} class={isNumber(column) ? "desk-number" : ""}>
      <button type="button" data-testid={`sort-${column}`} title={desk.sortBy(desk.columns[column])} onClick={() => sortBy(column)}>
        {desk.columns[column]}
        <span aria-hidden="true">{sorted !== column ? "" : down ? " ↓" : " ↑"}</span>
      </button>
    </th>
  );
}

function Line({ row, index, columns }: { row: Row; index: number; columns: Column[] }) {
  const isCurrent = currentRow.value === row.key;
  const { standing, why } = row;
  return (
    <tr
      id={`row-${row.key}`}
      role="row"
      class={`desk-row desk-row-${standing}`}
      aria-rowindex={index}
      aria-selected={isCurrent}
      aria-current={shownRow.value === row.key ? "true" : undefined}
      data-testid="desk-row"
      data-state={standing}
      data-key={row.key}
      onClick={() => {
        currentRow.value = row.key;
        openRow(row);
      }}
    >
      {why ? (
        <>
          <td title={row.file}>{row.file}</td>
          <td />
          <StandingCell row={row} />
          <td colSpan={columns.length - 3} class="desk-why" title={why}>
            {why}
          </td>
        </>
      ) : (
        columns.map((column) => (column === "standing" ? <StandingCell key={column} row={row} /> : <TextCell key={column} row={row} column={column} />))
      )}
    </tr>
  );
}

const withIcon = ["errors", "warnings", "incomplete", "settled", "clean", "unreadable"];

function StandingCell({ row: { standing } }: { row: Row }) {
  const icon = standing === "failed" ? "unreadable" : withIcon.includes(standing) ? (standing as IconName) : null;
  return (
    <td>
      {icon ? <Icon name={icon} /> : null} {words.value.desk.standings[standing]}
    </td>
  );
}

/** A number of nothing wrong is paler, so that the others are seen. */
function TextCell({ row, column }: { row: Row; column: Column }) {
  const text = said(row, column);
  const { desk } = words.value;
  if (column === "lastYear") {
    return (
      <td>
        <button
          type="button"
          class="link"
          tabIndex={-1}
          data-testid="button-pair"
          title={desk.pairOf(row.body || row.file)}
          onClick={(event) => {
            event.stopPropagation();
            askedRow.value = row.key;
          }}
        >
          {text || desk.noPair}
        </button>
      </td>
    );
  }
  const nothing = text === "0" && (column === "errors" || column === "warnings" || column === "unchecked");
  const unsure = text === "" && isNumber(column) && row.errors !== null;
  const kind = [isNumber(column) ? "desk-number" : "", nothing ? "desk-nothing" : "", column === "errors" && (row.errors ?? 0) > 0 ? "desk-bad" : ""].filter(Boolean).join(" ");
  return (
    <td class={kind} title={isNumber(column) ? undefined : text}>
      {unsure ? desk.unsure : text}
    </td>
  );
}

function bringIntoView(box: HTMLDivElement | null, key: string | null): void {
  const at = shownRows.peek().findIndex((row) => row.key === key);
  if (!box || at < 0) return;
  const head = box.querySelector("thead")?.clientHeight ?? rowHeight;
  const [top, bottom] = [at * rowHeight, at * rowHeight + rowHeight + head];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}

function pressed(event: KeyboardEvent, all: Row[]): void {
  if (event.target !== event.currentTarget) return;
  const at = all.findIndex(({ key }) => key === currentRow.value);
  const page = Math.max(1, inView.value - 2);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: all.length - 1 };
  const next = to[event.key];
  const row = all[at];
  if (next !== undefined) currentRow.value = all[Math.max(0, Math.min(all.length - 1, next))]?.key ?? null;
  else if (event.key === "Enter" && row && event.shiftKey) askedRow.value = row.key;
  else if (event.key === "Enter" && row) openRow(row);
  else if (event.key.toLowerCase() === "n" && !event.ctrlKey && !event.metaKey && !event.altKey) goToErrors(event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
}

/** To the next row with errors. */
export function goToErrors(by: 1 | -1): void {
  const row = nextWithErrors(by);
  if (row) currentRow.value = row.key;
}
