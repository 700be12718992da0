// What is handed on of the whole desk: overview, letters, annotated copies, and the desk itself to go on with another day.
import { signal } from "@preact/signals";

import { download } from "../export/download";
import { rows } from "../review/desk";
import { deskText } from "../review/session";
import { shownRows } from "../review/shown";
import { engine } from "../shell/state/page";
import { words } from "../words";
import { askAcross, askSum } from "./asked";
import { annotated, letters, type Tell } from "./letters";
import { overview } from "./overview";
import { printOverview } from "./print";

/** What is being made, and how far it has come. */
const making = signal<{ name: string; done: number; all: number } | null>(null);
const failed = signal(false);

export function CountyMenu() {
  const { county, files } = words.value;
  const now = making.value;
  if (now) {
    return (
      <>
        <span role="status" data-testid="making">
          {county.making(now.name, now.done, now.all)}
        </span>
        <button type="button" data-testid="button-stop-making" onClick={() => (making.value = null)}>
          {files.stop}
        </button>
      </>
    );
  }
  const ways: [string, string, () => Promise<void> | void][] = [
    ["overview", county.overview, saveOverview],
    ["print", county.print, printOverview],
    ["letters", county.letters, () => saveZip(county.letters, county.fileNames.letters, letters)],
    ["annotated", county.annotated, () => saveZip(county.annotated, county.fileNames.annotated, annotated)],
    ["desk", county.save, saveDesk],
  ];
  return (
    <>
      <select
        aria-label={county.menu}
        data-testid="hand-on"
        value=""
        disabled={rows.value.length === 0}
        onChange={(event) => {
          const way = ways.find(([name]) => name === event.currentTarget.value);
          event.currentTarget.value = "";
          if (way) void make(way[2]);
        }}
      >
        <option value="">{county.menu}</option>
        {ways.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {failed.value ? (
        <span class="wrong" role="alert">
          {words.value.export.failed}
        </span>
      ) : null}
    </>
  );
}

async function make(way: () => Promise<void> | void): Promise<void> {
  failed.value = false;
  try {
    await way();
  } catch {
    failed.value = true;
  } finally {
    making.value = null;
  }
}

async function saveOverview(): Promise<void> {
  const { county } = words.value;
  making.value = { name: county.overview, done: 0, all: 1 };
  const all = rows.value;
  const [notes, { total }] = [await askAcross(all), await askSum(all)];
  if (!engine.value) return;
  const blob = await overview({ rows: all, notes, total, forms: engine.value.forms });
  if (making.value) download(blob, `${county.fileNames.overview}.xlsx`);
}

async function saveZip(name: string, file: string, make: (rows: typeof shownRows.value, tell: Tell) => Promise<Blob | null>): Promise<void> {
  making.value = { name, done: 0, all: shownRows.value.length };
  const tell: Tell = (done, all) => {
    if (!making.value) return false;
    making.value = { name, done, all };
    return true;
  };
  const blob = await make(shownRows.value, tell);
  if (blob) download(blob, `${file}.zip`);
}

function saveDesk(): void {
  const { county } = words.value;
  download(new Blob([deskText(county.saveNote, new Date())], { type: "application/json" }), `${county.fileNames.desk}.json`);
}
