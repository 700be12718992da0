// What can be said of one row: which report of the year before it is held against, and that it is no part of the desk.
import { signal } from "@preact/signals";

import { Dialog } from "../../shell/kit/dialog";
import { words } from "../../words";
import { byHand, changed, pairing, rows, takeAway } from "../desk";
import type { Row } from "../rows";
import { forget } from "../visit";

/** The row that is asked about. */
export const askedRow = signal<string | null>(null);

/** In place of the key of a row. */
const byItself = "auto";
const none = "none";

export function RowDialog() {
  const row = rows.value.find(({ key }) => key === askedRow.value);
  if (!row) return null;
  const { desk } = words.value;
  const close = () => (askedRow.value = null);
  const others = rows.value.filter((other) => other.key !== row.key && other.year !== null && (row.year === null || other.year === row.year - 1));
  const hand = byHand.value.get(row.key);
  return (
    <Dialog title={row.body || row.file} name="row-dialog" close={close}>
      <p class="desk-of-row">{row.file}</p>
      {row.why ? <p>{row.why}</p> : null}
      {row.year === null ? null : (
        <label class="desk-of-row">
          {desk.pairWith(row.year - 1)}
          <select
            data-testid="pair"
            value={hand === undefined ? byItself : (hand ?? none)}
            onChange={(event) => pairBy(row, event.currentTarget.value)}
          >
            <option value={byItself}>{desk.pairByItself(found(row))}</option>
            <option value={none}>{desk.pairNone}</option>
            {others.map((other) => (
              <option key={other.key} value={other.key}>
                {other.body || other.file}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="desk-of-row">
        <button
          type="button"
          data-testid="button-take-away"
          onClick={() => {
            close();
            forget(row.entry);
            takeAway(row.entry);
          }}
        >
          {desk.takeAway}
        </button>
      </p>
    </Dialog>
  );
}

function found(row: Row): string {
  if (byHand.value.has(row.key)) return "";
  const before = rows.value.find(({ key }) => key === pairing.value.get(row.key));
  return before ? before.body || before.file : words.value.desk.noPair;
}

function pairBy(row: Row, choice: string): void {
  const hand = new Map(byHand.value);
  if (choice === byItself) hand.delete(row.key);
  else hand.set(row.key, choice === none ? null : choice);
  byHand.value = hand;
  changed(true);
}
