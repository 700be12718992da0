// Reads and checks what lies on the desk, one file after the other: while one is checked the next is read already.
import { effect } from "@preact/signals";

import { isTooLong } from "../editor/checking";
import { Cancelled, EngineCrash } from "../engine";
import type { CheckOptions, Report } from "../engine/contract";
import type { FileContent } from "../engine/file-types";
import { readFile } from "../files/read";
import { stopReading } from "../files/readers";
import { levelsOf } from "./library";
import { engine } from "../shell/state/page";
import { ownProfile, ruleSettings } from "../shell/state/preferences";
import { words } from "../words";
import { allEntries, changed, type Entry, entryOf, levels, pairing, rowKey, rows, running, shortOfRow } from "./desk";
import { shortOf } from "./rows";

/** Counts the runs, so that one that was stopped writes nothing more. */
let run = 0;

type Read = { content: FileContent; file: File | null };

/** Goes on until everything is read, and checked with what it has to be compared with. */
export async function goOn(): Promise<void> {
  if (running.value) return;
  run += 1;
  const mine = run;
  running.value = true;
  lookedTo = 0;
  let ahead: { entry: Entry; read: Promise<Read> } | null = null;
  for (let entry = nextWaiting(); entry && mine === run; entry = nextWaiting()) {
    entry.state = "working";
    changed();
    const read: Promise<Read> = ahead?.entry === entry ? ahead.read : readEntry(entry);
    const done = await read;
    if (mine !== run) return;
    const following = nextWaiting();
    ahead = following && { entry: following, read: readEntry(following) };
    await take(entry, done);
  }
  if (mine !== run) return;
  running.value = false;
  changed(true);
  void askAgain();
}

/** The levels of bodies, as their names show them. */
effect(() => {
  const known = levels.peek();
  const names = [...new Set(rows.value.map(({ body }) => body))].filter((name) => name !== "" && !known.has(name));
  if (names.length === 0 || running.value) return;
  void levelsOf(names).then(
    (found) => (levels.value = new Map([...levels.peek(), ...names.map((name, i): [string, string] => [name, found[i] ?? ""])])),
    () => {},
  );
});

export function stop(): void {
  run += 1;
  for (const entry of allEntries()) if (entry.state === "waiting" || entry.state === "working") entry.state = "stopped";
  running.value = false;
  void stopReading();
  changed(true);
}

/** Reads and checks one file out of turn. */
export async function readNow(entry: Entry): Promise<void> {
  entry.state = "working";
  await take(entry, await readEntry(entry));
  changed(true);
}

/** Takes up again what was stopped. */
export function resume(): void {
  for (const entry of allEntries()) if (entry.state === "stopped") entry.state = "waiting";
  void goOn();
}

/** Before this one none is waiting, as far as it was looked. */
let lookedTo = 0;

function nextWaiting(): Entry | null {
  const all = allEntries();
  while (lookedTo < all.length && all[lookedTo]!.state !== "waiting") lookedTo += 1;
  // One that was taken away moves the others up.
  return all[lookedTo] ?? all.find(({ state }) => state === "waiting") ?? null;
}

async function readEntry({ given }: Entry): Promise<Read> {
  try {
    const file = await given.file();
    return { content: await readFile(file), file };
  } catch {
    return { content: { error: words.value.files.cannotOpen, code: "cannot-open" }, file: null };
  }
}

async function take(entry: Entry, { content, file }: Read): Promise<void> {
  if (entry.state !== "working") return;
  if ("error" in content) fail(entry, content.error);
  else {
    entry.text = content.text;
    entry.kind = content.kind;
    entry.writable = content.writable;
    entry.encoding = content.encoding && file ? { name: content.encoding, file } : null;
    await judge(entry);
  }
  changed();
}

function fail(entry: Entry, why: string): void {
  entry.state = "failed";
  entry.why = why;
}

/** Asks the engine about a text, with the year before of each of its reports; a row keeps what was found before while it is asked again. */
async function judge(entry: Entry): Promise<void> {
  if (isTooLong(entry.text)) return fail(entry, words.value.desk.tooLong);
  const { text, version } = entry;
  const asked = questionOf(entry);
  const first = await reportsOf(text, optionsOf(entry, 0));
  if (typeof first === "string") return fail(entry, words.value.files[first]);
  const reports = first.slice(0, 1);
  for (let index = 1; index < first.length; index += 1) {
    const same = previousOf(entry, index) === previousOf(entry, 0);
    const found = same ? first : await reportsOf(text, optionsOf(entry, index));
    reports.push((typeof found === "string" ? first : found)[index]!);
  }
  // Mended meanwhile: the editor's own check says what is so.
  if (entry.version !== version) return;
  noteFound(entry, reports, asked);
}

/** Takes what was found in the text of an entry. */
export function noteFound(entry: Entry, reports: Report[], asked = questionOf(entry)): void {
  const rules = engine.value?.rules ?? [];
  entry.reports = reports.map((report) => shortOf(report, entry.text, rules));
  entry.asked = asked;
  entry.state = "checked";
  compareRounds(entry);
}

/** A report that is handed over again later is held against what was found the time before. */
function compareRounds(entry: Entry): void {
  entry.reports.forEach(({ body, year }, index) => {
    if (entry.before.has(index) || body === null || year === null) return;
    const earlier = allEntries().filter((other) => other.round < entry.round && other.state === "checked");
    for (const other of [...earlier].reverse()) {
      const at = other.reports.findIndex((report) => report.body === body && report.year === year);
      const before = other.reports[at];
      if (!before) continue;
      entry.before.set(index, { key: rowKey(other.id, at), short: before });
      return;
    }
  });
}

/** Typing in the editor may end the thread of the engine in the middle of this check: then it is asked again. */
async function reportsOf(text: string, options: CheckOptions): Promise<Report[] | "crashed" | "noMemory"> {
  for (let attempt = 0; attempt < 5 && engine.value; attempt += 1) {
    try {
      return (await engine.value.check(text, options)).reports;
    } catch (error) {
      if (!(error instanceof Cancelled)) return error instanceof EngineCrash && error.outOfMemory ? "noMemory" : "crashed";
    }
  }
  return "crashed";
}

/** The text of the year before that a report is compared with. Of a body that was renamed, with its new name: the user has said that it is the same. */
export function previousOf(entry: Entry, index: number): string {
  const before = shortOfRow(pairing.value.get(rowKey(entry.id, index)) ?? "");
  if (!before) return "";
  const [now, then] = [entry.reports[index]?.body, before.short.body];
  return now && then && now !== then ? before.entry.text.split(then).join(now) : before.entry.text;
}

export function optionsOf(entry: Entry, index: number): CheckOptions {
  const previous = previousOf(entry, index);
  return {
    ...entry.said,
    rules: ruleSettings.value,
    ...(ownProfile.value ? { profile: ownProfile.value } : {}),
    ...(previous.trim() !== "" && !isTooLong(previous) ? { previous } : {}),
    corrections: entry.corrections,
    dismissed: entry.dismissals,
  };
}

/** What a text is asked with, in short: the years before by their place and version. */
export function questionOf(entry: Entry): string {
  const years = entry.reports.flatMap((_, index) => {
    const key = pairing.value.get(rowKey(entry.id, index));
    return key ? [index, key, entryOf(Number(key.split(":")[0]))?.version] : [];
  });
  return JSON.stringify([ruleSettings.value, ownProfile.value, entry.said, years, entry.version]);
}

let again = false;

/** Asks once more about every report that has to be compared with something else than it was, or with other settings. */
export async function askAgain(): Promise<void> {
  if (again || running.value) return;
  again = true;
  try {
    for (let stale = staleEntries(); stale.length > 0 && !running.value; stale = staleEntries()) {
      for (const entry of stale) {
        const asked = questionOf(entry);
        await judge(entry);
        // One that fails keeps its sentence, and is not asked for ever.
        if (entry.asked !== asked) entry.asked = questionOf(entry);
        changed();
      }
    }
  } finally {
    again = false;
  }
}

const staleEntries = () => allEntries().filter((entry) => entry.state === "checked" && entry.reports.length > 0 && entry.asked !== questionOf(entry));

/** Pairs and settings ask again by themselves. */
effect(() => {
  void [pairing.value, ruleSettings.value, ownProfile.value];
  if (!running.value) void Promise.resolve().then(askAgain);
});
