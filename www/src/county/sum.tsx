// What the chosen bodies add up to (汇总), held against the government's own report, and which bodies account for a difference.
import type { Total } from "../review/library";
import { rows } from "../review/desk";
import type { Row } from "../review/rows";
import { openRow } from "../review/visit";
import { Choices } from "../shell/kit/choices";
import { words } from "../words";
import { chosen, failed, total, yearsOf } from "./asked";
import type { Of } from "./given";
import { Totals } from "./totals";

export function Sum() {
  const { county } = words.value;
  const found = total.value;
  if (failed.value) return <p role="status">{county.failed}</p>;
  if (!found) return <p role="status">{county.asking}</p>;
  return (
    <div class="county-sum">
      <Scope total={found.total} of={found.of} />
      <p role="status" data-testid="sum-said">
        {said(found.total)}
      </p>
      <Sentences ordered title={county.explanations} name="explanation" list={found.total.explanations.map(({ message }) => message)} />
      <Sentences title={county.questions} name="question" list={found.total.questions} />
      <Sentences title={county.broken} name="broken-sum" list={found.total.broken.map(({ message }) => message)} />
      <Differences total={found.total} />
      <Totals total={found.total} />
      <Bodies total={found.total} of={found.of} />
    </div>
  );
}

function said({ bodies, left_out, against, differences, year, level }: Total): string {
  const { county, source } = words.value;
  const named = source.levels.find(([value]) => value === level)?.[1] ?? level;
  const compared = against ? county.compared(against.name, differences.length) : county.notCompared;
  return words.value.sentences([county.added(year, named, bodies.length, left_out.length), compared]);
}

function Sentences({ title, name, list, ordered = false }: { title: string; name: string; list: string[]; ordered?: boolean }) {
  if (list.length === 0) return null;
  const List = ordered ? "ol" : "ul";
  return (
    <section class="county-notes">
      <h3>{title}</h3>
      <List>
        {list.map((message, i) => (
          <li key={i} lang="zh-CN" data-testid={name}>
            {ordered ? `${i + 1}. ${message}` : message}
          </li>
        ))}
      </List>
    </section>
  );
}

/** Whose numbers are added, by level and year, and which report is the government's own. */
function Scope({ total: { year, against }, of }: { total: Total; of: Of[] }) {
  const { county, source } = words.value;
  const now = chosen.value;
  const years = yearsOf(rows.value);
  return (
    <div class="county-scope">
      <label>
        {county.level}
        <select data-testid="sum-level" value={now.level} onChange={(event) => (chosen.value = { ...now, level: event.currentTarget.value })}>
          <Choices list={source.levels.filter(([value]) => ["", "county", "city", "province"].includes(value))} />
        </select>
      </label>
      <label>
        {county.year}
        <select
          data-testid="sum-year"
          value={now.year ?? year ?? ""}
          onChange={(event) => (chosen.value = { ...now, year: Number(event.currentTarget.value) || null })}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        {county.against}
        <select data-testid="sum-against" value={now.against} onChange={(event) => (chosen.value = { ...now, against: event.currentTarget.value })}>
          <option value="auto">{county.againstAuto(against?.name ?? "")}</option>
          <option value="none">{county.againstNone}</option>
          {of
            .filter(({ row }) => row.year === year)
            .map(({ row }) => (
              <option key={row.key} value={row.key}>
                {row.body || row.file}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}

/** What explains many of them is said once above, and named by its number. */
function Differences({ total: { differences, explanations } }: { total: Total }) {
  const { county } = words.value;
  const all = explanations.map(({ message }) => message);
  if (differences.length === 0) return null;
  return (
    <section class="county-notes">
      <h3>{county.differences(differences.length)}</h3>
      <div class="table-scroll">
        <table class="county-table">
          <thead>
            <tr>
              {county.differenceColumns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang="zh-CN">
            {differences.map(({ cell, name, sum, reported, explained_by }) => (
              <tr key={cell} data-testid="difference">
                <th scope="row">{name}</th>
                <td class="desk-number">{sum}</td>
                <td class="desk-number">{reported}</td>
                <td class="desk-number">{difference(reported, sum)}</td>
                <td>{explained_by.map((message) => county.explanation(all.indexOf(message) + 1)).join("；") || county.unexplained}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Money has decimals, which are not exact in binary. */
const difference = (one: number, other: number) => Number((one - other).toFixed(6));

/** Every report of the year, added or not, and why; a tick changes it. */
function Bodies({ total: { bodies, left_out, against }, of }: { total: Total; of: Of[] }) {
  const { county } = words.value;
  const reasons = new Map(left_out.map(({ report, reason }) => [report, reason]));
  const counted = new Set(bodies.map(({ report }) => report));
  const shown = of.flatMap(({ row }, index) => (index === against?.report ? [] : [{ row, index }]));
  return (
    <section class="county-notes">
      <h3>{county.bodies}</h3>
      <ul class="county-bodies">
        {shown.map(({ row, index }) => (
          <li key={row.key}>
            <label>
              <input type="checkbox" data-testid="counted" checked={counted.has(index)} onChange={(event) => count(row, event.currentTarget.checked)} />
              {row.body || row.file} {row.year}
            </label>{" "}
            <button type="button" class="link" onClick={() => openRow(row)}>
              {county.open}
            </button>
            {reasons.has(index) ? <span lang="zh-CN"> {reasons.get(index)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function count(row: Row, on: boolean): void {
  const now = chosen.value;
  chosen.value = { ...now, counted: new Map(now.counted).set(row.key, on) };
}
