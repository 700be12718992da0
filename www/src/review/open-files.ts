// Opening whatever was chosen, dropped or pasted: one file goes into the editor, several lie down on the desk.
import { checkOptions } from "../editor/checking";
import { openOne } from "../files/open";
import { bytesOf } from "../files/read";
import { notice } from "../shell/state/page";
import { words } from "../words";
import { isEmpty, lay, rows } from "./desk";
import { filesBelow, given, mostFiles } from "./given";
import { goOn, readNow } from "./run";
import { isDesk, openDesk } from "./session";
import { deskShown, keepLooseText, leaveDesk, openRow } from "./visit";

/** In bytes: two thousand reports with all that was decided. */
const largestDesk = 200 * 1024 * 1024;

export function openFiles(files: File[]): void {
  const [first] = files;
  if (!first) return;
  if (files.length === 1 && /\.json$/i.test(first.name)) return void openJson(first);
  if (files.length === 1 && isEmpty.value && !/\.zip$/i.test(first.name)) void openOne(first);
  else void layFiles(files);
}

/** A desk that was saved, else a text like any other. */
async function openJson(file: File): Promise<void> {
  const text = file.size > largestDesk ? "" : new TextDecoder().decode(await bytesOf(file).catch(() => new Uint8Array()));
  if (!isDesk(text)) {
    if (isEmpty.value) await openOne(file);
    else await layFiles([file]);
    return;
  }
  if (!isEmpty.value && !window.confirm(words.value.desk.clearSure)) return;
  leaveDesk();
  const opened = openDesk(text);
  notice.value = opened ? "" : words.value.desk.brokenDesk(file.name);
  if (opened) deskShown.value = true;
}

/** Folders, with the files beside them. */
export async function openDropped(entries: FileSystemEntry[]): Promise<void> {
  const { files, closed } = await filesBelow(entries);
  const [first] = files;
  if (first && files.length === 1 && closed === 0) openFiles(files);
  else await layFiles(files, closed);
}

async function layFiles(files: File[], closed = 0): Promise<void> {
  const all = await given(files);
  const { desk } = words.value;
  const said = [
    ...(all.length > mostFiles ? [desk.tooMany(mostFiles)] : []),
    ...(closed > 0 ? [desk.closedFiles(closed)] : []),
    ...(all.length === 0 ? [desk.nothingInside] : []),
  ].join("");
  notice.value = said;
  if (all.length === 0) return;
  const { level } = checkOptions();
  const alone = all.length === 1 && !isEmpty.value;
  keepLooseText();
  const laid = lay(all.slice(0, mostFiles), level ? { level } : {});
  const [first] = laid;
  if (alone && first) {
    await readNow(first);
    const row = rows.value.find(({ entry }) => entry === first.id);
    if (row && first.state === "checked") return openRow(row);
  }
  deskShown.value = true;
  await goOn();
}
