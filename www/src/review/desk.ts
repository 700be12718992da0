// The desk: the files that were handed over, with what was read, found and decided of each; and the rows that they make. Kept in memory alone.
import { computed, effect, signal } from "@preact/signals";

import type { CheckOptions, Dismissal } from "../engine/contract";
import type { Kept } from "../editor/editor";
import type { Corrections } from "../shell/state/page";
import type { Given } from "./given";
import { type ByHand, pairs } from "./pairs";
import { factsOf, type Row, roundOf, type Short, type Standing } from "./rows";

export type Said = Pick<CheckOptions, "published" | "level">;

/** A file of the desk. Its text is as the user has mended it. */
export interface Entry {
  id: number;
  given: Given;
  state: "waiting" | "working" | "stopped" | "failed" | "checked";
  why: string;
  text: string;
  kind: string;
  /** Whether a corrected copy can be made of it. */
  writable: boolean;
  /** Of a text file, with the file itself, so that it can be read in another one. */
  encoding: { name: string; file: File } | null;
  corrections: Corrections;
  dismissals: Dismissal[];
  /** The editor as it was left; null until the text is opened. */
  kept: Kept | null;
  /** Counts the changes of the text, for what is compared with it. */
  version: number;
  reports: Short[];
  /** What the reports were asked with, to know when they have to be asked again. */
  asked: string;
  /** What the user said beside the text. */
  said: Said;
  /** What an earlier round found in the same report, and in which row, by its place in this file. */
  before: Map<number, { key: string; short: Short }>;
  /** Which time files were handed over: what comes back later is a second round. */
  round: number;
}

const entries: Entry[] = [];
const byId = new Map<number, Entry>();
let handed = 0;
let last = 0;

/** Counts what changes, for all that is derived. Drawn no more often than this, in milliseconds: sorting two thousand rows takes some. */
const drawnEvery = 120;
const changes = signal(0);
let drawing: ReturnType<typeof setTimeout> | undefined;

/** Something of the desk has changed: drawn soon, or at once when a user waits for it. */
export function changed(now = false): void {
  if (now) {
    clearTimeout(drawing);
    drawing = undefined;
    changes.value += 1;
  } else {
    drawing ??= setTimeout(() => changed(true), drawnEvery);
  }
}

/** The pasted list of bodies that should have a report, a line each. */
export const list = signal("");

export const byHand = signal<ByHand>(new Map());
/** True while files are read and checked. */
export const running = signal(false);
/** How many files were handed over, and how many of them are done with. */
export const progress = computed(() => {
  void changes.value;
  return { all: entries.length, done: entries.filter(({ state }) => state !== "waiting" && state !== "working").length };
});

export const entryOf = (id: number) => byId.get(id) ?? null;
export const allEntries = (): readonly Entry[] => entries;
export const isEmpty = computed(() => (void changes.value, entries.length === 0));

/** Lays files on the desk. */
export function lay(files: Given[], said: Said): Entry[] {
  handed += 1;
  const laid = files.map((given): Entry => {
    last += 1;
    return {
      id: last, given, state: "waiting", why: "", text: "", kind: "", writable: false, encoding: null, corrections: {}, dismissals: [], kept: null, version: 0,
      reports: [], asked: "", said, before: new Map(), round: handed,
    };
  });
  for (const entry of laid) {
    entries.push(entry);
    byId.set(entry.id, entry);
  }
  changed(true);
  return laid;
}

export function takeAway(id: number): void {
  const at = entries.findIndex((entry) => entry.id === id);
  if (at < 0) return;
  entries.splice(at, 1);
  byId.delete(id);
  changed(true);
}

export function clearDesk(): void {
  entries.length = 0;
  byId.clear();
  byHand.value = new Map();
  changed(true);
}

export const rowKey = (entry: number, index: number) => `${entry}:${index}`;

export function shortOfRow(key: string): { entry: Entry; index: number; short: Short } | null {
  const [id, index] = key.split(":").map(Number);
  const entry = byId.get(id!);
  const short = entry?.reports[index!];
  return entry && short ? { entry, index: index!, short } : null;
}

/** A report that came back takes the row of the one before. */
const plainRows = computed<Row[]>(() => {
  void changes.value;
  const replaced = new Set(entries.flatMap(({ before }) => [...before.values()].map(({ key }) => key)));
  return entries.flatMap(rowsOf).filter(({ key }) => !replaced.has(key));
});

/** While files come in, years are not paired: what belongs together is known at the end. */
export const pairing = signal(new Map<string, string>());
effect(() => {
  const rows = plainRows.value;
  const hand = byHand.value;
  if (running.value) return;
  const now = pairs(rows, hand);
  const before = pairing.peek();
  if (now.size !== before.size || [...now].some(([key, value]) => before.get(key) !== value)) pairing.value = now;
});

/** The levels of bodies as their names show them. */
export const levels = signal(new Map<string, string>());

export const rows = computed<Row[]>(() => {
  const named = levels.value;
  const paired = pairing.value;
  const all = new Map(plainRows.value.map((row) => [row.key, row]));
  return plainRows.value.map((row) => {
    const before = all.get(paired.get(row.key) ?? "");
    const level = row.level || named.get(row.body) || "";
    if (!before) return { ...row, level };
    const change = row.received !== null && before.received !== null ? row.received - before.received : null;
    return { ...row, level, lastYear: before.key, change };
  });
});

function rowsOf(entry: Entry): Row[] {
  if (entry.state !== "checked" || entry.reports.length === 0) return [emptyRow(entry, entry.state === "checked" ? "unreadable" : entry.state)];
  return entry.reports.map((short, index) => {
    const before = entry.before.get(index);
    return {
      ...emptyRow(entry, short.verdict),
      ...factsOf(short),
      key: rowKey(entry.id, index),
      index,
      body: short.body ?? "",
      year: short.year,
      form: short.form ?? "",
      signed: short.signed ?? "",
      level: entry.said.level ?? "",
      round: before ? roundOf(before.short, short) : null,
    };
  });
}

function emptyRow({ id, given, why }: Entry, standing: Standing): Row {
  return {
    key: rowKey(id, 0), entry: id, index: 0, file: given.name, body: "", year: null, standing, why, errors: null, warnings: null, unchecked: null, form: "", signed: "",
    level: "", received: null, closed: null, carried: null, reviews: null, suits: null, change: null, lastYear: null, round: null,
  };
}
