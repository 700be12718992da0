// What is to be said across bodies, each note with the ways to its reports; and the list of bodies that should have one.
import type { NoteKind } from "../review/library";
import { list } from "../review/desk";
import type { Row } from "../review/rows";
import { openRow } from "../review/visit";
import { words } from "../words";
import { failed, type Note, notes } from "./asked";

const kinds: NoteKind[] = ["twice", "missing", "not_listed", "wrong_year", "alike", "telephone", "outlier"];

export function Across() {
  const { county } = words.value;
  const found = notes.value;
  return (
    <>
      <label class="county-list">
        {county.list}
        <textarea rows={4} placeholder={county.listHint} data-testid="body-list" value={list.value} onInput={(event) => (list.value = event.currentTarget.value)} />
      </label>
      <p role="status" data-testid="across-said">
        {failed.value ? county.failed : found === null ? county.asking : county.notes(found.length)}
      </p>
      {kinds.map((kind) => (
        <Notes key={kind} kind={kind} notes={(found ?? []).filter((note) => note.kind === kind)} />
      ))}
    </>
  );
}

function Notes({ kind, notes }: { kind: NoteKind; notes: Note[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="county-notes">
      <h3>{words.value.county.kinds[kind]}</h3>
      <ul>
        {notes.map((note, i) => (
          <li key={i} data-testid="across-note" data-kind={kind}>
            <p lang="zh-CN">{note.message}</p>
            <ToRows rows={note.rows} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ToRows({ rows }: { rows: Row[] }) {
  return (
    <p class="county-rows">
      {rows.map((row) => (
        <button key={row.key} type="button" class="link" onClick={() => openRow(row)}>
          {row.body || row.file}
        </button>
      ))}
    </p>
  );
}
