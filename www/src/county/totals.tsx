// The totals in the tables of the form. A cell that lacks a body's number says so and names the body.
import type { FormTable } from "../engine/contract";
import type { Total, TotalCell } from "../review/library";
import { engine } from "../shell/state/page";
import { words } from "../words";

export function Totals({ total }: { total: Total }) {
  const forms = engine.value?.forms;
  if (!forms) return null;
  return (
    <>
      {forms[total.form].tables.map((table) => (
        <TableOf key={table.id} table={table} total={total} />
      ))}
    </>
  );
}

/** Columns of the same name are one; rows that have none of it are left open. */
function TableOf({ table, total }: { table: FormTable; total: Total }) {
  const labels = [...new Set(table.rows.flatMap(({ columns }) => columns.map(({ label }) => label)))];
  const differing = new Set(total.differences.map(({ cell }) => cell));
  return (
    <section class="county-notes">
      <h3 lang="zh-CN">{words.value.tables.titles[table.id]}</h3>
      <div class="table-scroll">
        <table class="county-table" lang="zh-CN">
          <thead>
            <tr>
              <td />
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.path.join("　")}</th>
                {labels.map((label) => {
                  const column = row.columns.find((one) => one.label === label);
                  return <TotalIn key={label} id={column?.id ?? ""} cell={column && total.cells[column.id]} differs={column !== undefined && differing.has(column.id)} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function TotalIn({ id, cell, differs }: { id: string; cell: TotalCell | undefined; differs: boolean }) {
  const { county } = words.value;
  if (!cell) return <td />;
  const { value, unknown, blank } = cell;
  const lacking = [...(unknown.length > 0 ? [county.unknown(unknown.length, unknown.join("、"))] : []), ...(blank.length > 0 ? [county.blank(blank.length, blank.join("、"))] : [])];
  return (
    <td class={`desk-number${differs ? " county-differs" : ""}`} data-testid="total" data-cell={id} title={lacking.join("；")}>
      {value}
      {unknown.length > 0 ? <span class="wrong"> {county.unknownMark(unknown.length)}</span> : null}
      {blank.length > 0 ? <span class="fine"> {county.blankMark(blank.length)}</span> : null}
    </td>
  );
}
