// The whole desk as a file on the user's own disk: every text as it is mended, what was decided, the pairs made by hand and what earlier rounds
// found. It is opened like any file. Nothing in it is masked, and it says so.
import type { CheckOptions, Dismissal } from "../engine/contract";
import { array, decision, finite, record, words } from "../files/kept";
import { allEntries, byHand, changed, clearDesk, type Entry, lay, list } from "./desk";
import { goOn } from "./run";
import type { Short } from "./rows";
import { noteText } from "./visit";
import type { Corrections } from "../shell/state/page";

const version = 1;
const beginning = /^\uFEFF?\s*\{\s*"gouji"\s*:\s*"desk"/;

interface KeptEntry {
  name: string;
  text: string;
  kind: string;
  /** Why the file was not read; empty when it was. */
  why: string;
  corrections: Corrections;
  decisions: Dismissal[];
  published: string;
  level: string;
  round: number;
  /** What the round before found, by the report's place in the file. */
  before: [number, Short][];
}

export function deskText(note: string, saved: Date): string {
  noteText();
  const all = allEntries();
  const place = new Map(all.map(({ id }, index) => [id, index]));
  const placed = (key: string) => key.replace(/^\d+/, (id) => String(place.get(Number(id)) ?? -1));
  const entries = all.map((entry): KeptEntry => {
    const { given, text, kind, why, corrections, dismissals, said, round, before } = entry;
    return {
      name: given.name, text, kind, why, corrections, decisions: dismissals, published: said.published ?? "", level: said.level ?? "", round,
      before: [...before].map(([index, { short }]) => [index, short]),
    };
  });
  const pairs = [...byHand.value].map(([key, other]) => [placed(key), other === null ? null : placed(other)]);
  return `${JSON.stringify({ gouji: "desk", version, note, saved: saved.toISOString(), list: list.value, pairs, entries })}\n`;
}

export const isDesk = (text: string): boolean => beginning.test(text.slice(0, 200));

/** Takes up a desk in place of the one that is there; false when the file is not as it was written. */
export function openDesk(text: string): boolean {
  let read: { entries: KeptEntry[]; pairs: [string, string | null][]; list: string };
  try {
    read = known(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return false;
  }
  clearDesk();
  const laid = lay(read.entries.map(({ name, text }) => ({ name, file: () => Promise.resolve(new File([text], `${name}.txt`)) })), {});
  laid.forEach((entry, index) => restore(entry, read.entries[index]!));
  const placed = (key: string) => key.replace(/^\d+/, (index) => String(laid[Number(index)]?.id ?? -1));
  byHand.value = new Map(read.pairs.map(([key, other]) => [placed(key), other === null ? null : placed(other)]));
  list.value = read.list;
  changed(true);
  void goOn();
  return true;
}

function restore(entry: Entry, kept: KeptEntry): void {
  const { text, kind, why, corrections, decisions, published, level, round, before } = kept;
  Object.assign(entry, { text, kind, why, corrections, dismissals: decisions, round, state: why === "" ? "waiting" : "failed" });
  entry.said = { ...(published === "" ? {} : { published }), ...(level === "" ? {} : { level: level as NonNullable<CheckOptions["level"]> }) };
  for (const [index, short] of before) entry.before.set(index, { key: "", short });
}

/** Checks that everything is what it has to be; throws where it is not. */
function known(read: unknown): { entries: KeptEntry[]; pairs: [string, string | null][]; list: string } {
  const all = record(read);
  if (all.version !== version) throw new Error("another version");
  const pairs = array(all.pairs).map((pair): [string, string | null] => {
    const [key, other] = array(pair);
    return [words(key), other === null ? null : words(other)];
  });
  return { entries: array(all.entries).map(keptEntry), pairs, list: words(all.list) };
}

function keptEntry(value: unknown): KeptEntry {
  const one = record(value);
  const corrections = Object.entries(record(one.corrections)).map(([key, number]): [string, number] => [key, finite(number)]);
  return {
    name: words(one.name), text: words(one.text), kind: words(one.kind), why: words(one.why), published: words(one.published), level: words(one.level), round: finite(one.round),
    corrections: corrections.reduce<Corrections>((kept, [key, number]) => ({ ...kept, [key]: number }), {}),
    decisions: array(one.decisions).map(decision),
    before: array(one.before).map((pair): [number, Short] => {
      const [index, short] = array(pair);
      return [finite(index), earlier(short)];
    }),
  };
}

/** Of an earlier round only its findings are compared. */
function earlier(value: unknown): Short {
  const short = record(value);
  const findings = array(short.findings).map((finding) => {
    const { rule, severity, message, suggestion, basis, cells, line, kept } = record(finding);
    if (severity !== "error" && severity !== "warning" && severity !== "info") throw new Error("no severity");
    return {
      rule: words(rule), severity, message: words(message), suggestion: words(suggestion), basis: words(basis), cells: array(cells).map(words),
      line: line === null ? null : finite(line), kept: kept === null ? null : words(kept),
    } as const;
  });
  return { title: null, body: null, year: null, form: null, signed: null, verdict: "unreadable", notChecked: [], cells: {}, prose: [0, 0], personal: [], findings: findings.map((one) => ({ ...one })) };
}
