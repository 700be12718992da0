// What the library says of all reports together: asked again when they change, and shown when it has answered.
import { batch, computed, effect, signal } from "@preact/signals";

import type { AcrossNote, SumChoice, Total } from "../review/library";
import { acrossBodies, sumOf } from "../review/library";
import { list, rows, running } from "../review/desk";
import type { Row } from "../review/rows";
import { deskShown, view } from "../review/visit";
import { ownProfile } from "../shell/state/preferences";
import { given, type Of, withReports } from "./given";

/** What the user chose of the sum: which rows are added, by their key; the year and level; which row it is held against. */
export const chosen = signal<{ year: number | null; level: string; against: string | "auto" | "none"; counted: Map<string, boolean> }>({
  year: null,
  level: "",
  against: "auto",
  counted: new Map(),
});

export interface Note extends Pick<AcrossNote, "kind" | "message"> {
  rows: Row[];
}

export const notes = signal<Note[] | null>(null);
export const total = signal<{ total: Total; of: Of[] } | null>(null);
export const failed = signal(false);

/** Years are compared each by itself: the same body in two years is no body twice. */
export const yearsOf = (rows: Row[]) => [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])))].sort((one, other) => other - one);

/** The bodies that should report: those the user names, else those of the county's profile. */
export const listed = computed(() => {
  const named = list.value.split(/[\n,，、;；]/).map((name) => name.trim()).filter((name) => name !== "");
  return named.length > 0 ? named : Object.keys(ownProfile.value?.bodies ?? {});
});

/** The year that most reports are of; of two, the later. */
function yearOfMost(all: Row[]): number | null {
  const count = (year: number) => all.filter((row) => row.year === year).length;
  return yearsOf(all).reduce<number | null>((best, year) => (best === null || count(year) > count(best) ? year : best), null);
}

/** Counts the questions: of two that are under way the later one is answered. */
let asked = 0;

export async function askAcross(all: Row[]): Promise<Note[]> {
  const of = withReports(all);
  const [latest] = yearsOf(all);
  const found: Note[] = [];
  for (const year of yearsOf(all)) {
    // A report without a year is compared with the latest.
    const some = of.filter(({ row }) => row.year === year || (row.year === null && year === latest));
    const answer = await acrossBodies(given(some, { prose: true }), year === latest ? listed.value : [], ownProfile.value?.prescribed ?? []);
    found.push(...answer.map(({ kind, message, reports }) => ({ kind, message, rows: reports.flatMap((index) => some[index]?.row ?? []) })));
  }
  return found;
}

export async function askSum(all: Row[]): Promise<{ total: Total; of: Of[] }> {
  const { level, against, counted } = chosen.value;
  const year = chosen.value.year ?? yearOfMost(all);
  const of = withReports(all).filter(({ row }) => year === null || row.year === null || row.year === year);
  const indexes = (wanted: boolean) => of.flatMap(({ row }, index) => (counted.get(row.key) === wanted ? [index] : []));
  const choice: SumChoice = {
    ...(year === null ? {} : { year }),
    ...(level === "" ? {} : { level }),
    include: indexes(true),
    exclude: indexes(false),
  };
  const own = against === "auto" ? undefined : against === "none" ? -1 : of.findIndex(({ row }) => row.key === against);
  return { total: await sumOf(given(of), own, choice), of };
}

async function ask<Answer>(question: (rows: Row[]) => Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await question(rows.peek());
    if (mine === asked) batch(() => (take(answer), (failed.value = false)));
  } catch {
    if (mine === asked) failed.value = true;
  }
}

const untilRest = 200;
let timer: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  void [rows.value, listed.value, chosen.value, ownProfile.value];
  if (running.value || !deskShown.value || view.value === "rows") return;
  const shown = view.value;
  clearTimeout(timer);
  timer = setTimeout(() => void (shown === "across" ? ask(askAcross, (answer) => (notes.value = answer)) : ask(askSum, (answer) => (total.value = answer))), untilRest);
});
