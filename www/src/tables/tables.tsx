// The tables as the official form draws them, each cell with what was read there and with the icons of its findings.
import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";

import type { Report, TableId } from "../engine/contract";
import { checking, report } from "../shell/state/page";
import { mainCell, revealRequests } from "../shell/state/selection";
import { words } from "../words";
import { type Grid, type GridLabel, numbersOf } from "./grid";
import { Legend } from "./legend";
import { moveAmongCells } from "./moving";
import { NumberCell } from "./number-cell";
import { Pictures } from "./pictures";
import { grids } from "./shown";
import { assumeZero, fillBlanks } from "./typing";

/** The buttons beside the title are its children. */
export function Tables({ children }: { children: ComponentChildren }) {
  const container = useRef<HTMLElement>(null);
  const found = report.value;
  const wish = revealRequests.value;
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
        {children}
        {grids.value.length > 1 ? <Zeros cells={grids.value.flatMap((grid) => numbersOf(grid).map((item) => item.id))} report={found} name="all" /> : null}
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
      <Zeros cells={all.map((item) => item.id)} report={found} name={id} />
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

/** Buttons for what is usually meant where nothing is written: 0 in the text for blank cells, 0 beside the text for cells that are not there. */
function Zeros({ cells, report: found, name }: { cells: string[]; report: Report; name: string }) {
  const { tables } = words.value;
  const blanks = cells.filter((id) => found.cells[id]?.status === "blank");
  const absent = cells.filter((id) => found.cells[id]?.status === "missing");
  if (blanks.length + absent.length === 0) return null;
  return (
    <p class="zeros">
      {blanks.length > 0 ? (
        <button type="button" class="link" data-testid={`zero-${name}`} aria-disabled={checking.value} onClick={() => fillBlanks(blanks)}>
          {tables.zeroTable(blanks.length)}
        </button>
      ) : null}
      {absent.length > 0 ? (
        <button type="button" class="link" data-testid={`assume-zero-${name}`} aria-disabled={checking.value} onClick={() => assumeZero(absent)}>
          {tables.assumeZero(absent.length)}
        </button>
      ) : null}
    </p>
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
