// The tables as the official form draws them, each cell with what was read there and with the signs of its findings.
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";

import type { Cell, CellStatus, Report, Severity, TableId } from "./contract";
import { CopyTables } from "./export/copy-tables";
import { type Grid, type GridLabel, type GridNumber, numbersOf } from "./grid";
import { severities } from "./grouping";
import { Pictures } from "./pictures";
import { Sign } from "./signs";
import { findingsOfCells, grids, litCells, mainCell, report, revealed, select, worstOf } from "./state";
import { words } from "./words";

export function Tables() {
  const container = useRef<HTMLElement>(null);
  const found = report.value;
  const wish = revealed.value;
  const cell = mainCell.value;
  useEffect(() => {
    if (cell === null || wish === 0) return;
    container.current?.querySelector(`[data-cell="${cell}"]`)?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [wish]);

  if (!found) return null;
  return (
    <section class="tables" aria-labelledby="tables-title" id="tables" ref={container}>
      <div class="section-head">
        <h2 id="tables-title">{words.value.tables.title}</h2>
        <Legend report={found} />
        <CopyTables report={found} />
      </div>
      {grids.value.length === 0 ? (
        <p class="none">{words.value.tables.none}</p>
      ) : (
        grids.value.map((grid) => <OneTable key={grid.table.id} grid={grid} report={found} />)
      )}
      <Pictures report={found} />
    </section>
  );
}

/** The columns of labels that have a width of their own. */
const columnClasses: Record<TableId, string[]> = {
  disclosure: ["col-row"],
  requests: ["col-outer", "col-group", "col-row"],
  disputes: [],
  statistics: ["col-indicator", "col-unit"],
};

function OneTable({ grid, report: found }: { grid: Grid; report: Report }) {
  const { id } = grid.table;
  const all = numbersOf(grid);
  const absent = all.every((item) => (found.cells[item.id]?.status ?? "missing") === "missing");
  const title = words.value.tables.titles[id];
  return (
    <div class={`table table-${id}`}>
      <h3 id={`title-${id}`}>{title}</h3>
      {absent ? <p class="absent">{words.value.tables.missing}</p> : null}
      <div class="table-scroll" lang="zh-CN">
        <table data-testid={`table-${id}`} aria-labelledby={`title-${id}`} onKeyDown={moveAmongCells}>
          <colgroup>
            {columnClasses[id].map((name) => (
              <col key={name} class={name} />
            ))}
          </colgroup>
          {grid.head.length > 0 ? (
            <thead>
              {grid.head.map((row, i) => (
                <tr key={i}>{row.map((item, j) => (item.kind === "label" ? <Label key={j} label={item} /> : null))}</tr>
              ))}
            </thead>
          ) : null}
          <tbody>
            {grid.body.map((row, i) => (
              <tr key={i}>
                {row.map((item) =>
                  item.kind === "label" ? (
                    <Label key={item.text} label={item} />
                  ) : (
                    <NumberCell key={item.id} place={item} cell={found.cells[item.id]} first={item === all[0]} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Label({ label }: { label: GridLabel }) {
  const spans = { rowSpan: label.rowSpan, colSpan: label.colSpan };
  if (label.remark) {
    return (
      <td class="remark" {...spans}>
        {label.text}
      </td>
    );
  }
  return (
    <th class={label.downwards ? "downwards" : ""} scope={label.scope} {...spans}>
      <span>{label.scope === "col" ? inPairs(label.text) : label.text}</span>
    </th>
  );
}

/** Column heads are made of words of two characters: in a narrow column they break between words. */
export function inPairs(text: string) {
  return (text.match(/..?/g) ?? []).map((pair, i) => (
    <Fragment key={i}>
      {pair}
      <wbr />
    </Fragment>
  ));
}

function NumberCell({ place, cell, first }: { place: GridNumber; cell: Cell | undefined; first: boolean }) {
  const status: CellStatus = cell?.status ?? "missing";
  const worst = worstOf(place.id);
  const lit = litCells.value.includes(place.id);
  const classes = [
    "cell",
    `cell-${status}`,
    worst ? `cell-${worst}` : "",
    lit ? "lit" : "",
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
        aria-pressed={lit}
        onClick={() => select({ kind: "cell", id: place.id })}
      >
        <span class="cell-words">{shownWords(cell, status)}</span>
        <CellSigns status={status} worst={worst} corrected={cell?.corrected ?? false} />
      </button>
    </td>
  );
}

function shownWords(cell: Cell | undefined, status: CellStatus): string {
  switch (status) {
    case "value":
      return `${cell?.value ?? ""}${cell?.unit ?? ""}`;
    case "blank":
      return words.value.tables.blankSign;
    case "missing":
      return words.value.tables.missingSign;
    case "uncertain":
      return "";
    default:
      return cell?.text ?? "";
  }
}

function CellSigns({ status, worst, corrected }: { status: CellStatus; worst: Severity | undefined; corrected: boolean }) {
  if (status === "uncertain") return <Sign name="uncertain" size={15} />;
  return (
    <>
      {worst ? <Sign name={worst} size={11} /> : null}
      {corrected ? <Sign name="corrected" size={11} /> : null}
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

/** Only the signs that occur. */
function Legend({ report: found }: { report: Report }) {
  const cells = Object.values(found.cells);
  const has = (status: CellStatus) => cells.some((cell) => cell.status === status);
  const faulty = new Set(
    [...findingsOfCells.value.values()].flatMap((list) => list.map((index) => found.findings[index]?.severity)),
  );
  const { tables } = words.value;
  return (
    <p class="legend">
      {severities
        .filter((severity) => faulty.has(severity))
        .map((severity) => (
          <span key={severity}>
            <Sign name={severity} size={12} />
            {tables.faulty[severity]}
          </span>
        ))}
      {has("uncertain") ? (
        <span>
          <Sign name="uncertain" size={13} />
          {tables.status.uncertain}
        </span>
      ) : null}
      {cells.some((cell) => cell.corrected) ? (
        <span>
          <Sign name="corrected" size={12} />
          {tables.corrected}
        </span>
      ) : null}
      {has("blank") ? (
        <span>
          <i class="sample sample-blank">{tables.blankSign}</i>
          {tables.status.blank}
        </span>
      ) : null}
      {has("missing") ? (
        <span>
          <i class="sample sample-missing">{tables.missingSign}</i>
          {tables.status.missing}
        </span>
      ) : null}
      {has("placeholder") ? (
        <span>
          <i class="sample sample-placeholder">/</i>
          {tables.status.placeholder}
        </span>
      ) : null}
      {has("text") ? (
        <span>
          <i class="sample sample-text">{tables.textSign}</i>
          {tables.status.text}
        </span>
      ) : null}
    </p>
  );
}

/** Arrow keys go from cell to cell by their places on the screen; the table is one stop of the Tab key. */
function moveAmongCells(event: KeyboardEvent): void {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target instanceof HTMLElement ? event.target : null;
  const table = event.currentTarget instanceof HTMLElement ? event.currentTarget : null;
  if (!direction || !from || !table) return;
  event.preventDefault();
  const [dx = 0, dy = 0] = direction;
  const here = from.getBoundingClientRect();
  let best: { button: HTMLElement; distance: number } | null = null;
  for (const button of Array.from(table.querySelectorAll<HTMLElement>("td button"))) {
    const there = button.getBoundingClientRect();
    const x = (there.left + there.right - here.left - here.right) / 2;
    const y = (there.top + there.bottom - here.top - here.bottom) / 2;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along < 1 || aside > Math.max(here.width, here.height) * 2) continue;
    const distance = along + 4 * aside;
    if (!best || distance < best.distance) best = { button, distance };
  }
  if (!best) return;
  from.tabIndex = -1;
  best.button.tabIndex = 0;
  best.button.focus();
}
