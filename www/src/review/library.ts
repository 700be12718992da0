// What the desk's library is asked of many reports at once, and what it answers.
import type { Cell, Finding, Report } from "../engine/contract";
import { makeDocument, started } from "../files/readers";

/** A report as far as many are compared. */
export interface GivenReport {
  file: string;
  organization: string | null;
  year: number | null;
  form: Report["form"];
  cells: Record<string, Pick<Cell, "status" | "value" | "unit">>;
  /** Its prose, where passages are compared. */
  text?: string;
}

/** Whose numbers are added; reports by their index among those that are given. */
export interface SumChoice {
  year?: number;
  level?: string;
  include?: number[];
  exclude?: number[];
}

export interface Addend {
  report: number;
  name: string;
  file: string;
}

/** A report that is no addend, and why. */
export interface LeftOut extends Addend {
  reason: string;
}

export interface TotalCell {
  value: number;
  /** Bodies whose number is not known or not certain. */
  unknown: string[];
  /** Bodies whose cell is empty; they count as 0. */
  blank: string[];
}

/** What many reports add up to. */
export interface Total {
  year: number | null;
  form: "2019" | "2021";
  level: string;
  cells: Record<string, TotalCell>;
  bodies: Addend[];
  left_out: LeftOut[];
  broken: { cells: string[]; message: string }[];
  questions: string[];
  against?: Addend;
  differences: Difference[];
  explanations: { bodies: { name: string; file: string; deed: string }[]; cells: string[]; message: string }[];
}

/** A cell in which the sum and the government's own report differ. */
export interface Difference {
  cell: string;
  name: string;
  sum: number;
  reported: number;
  explained_by: string[];
}

export type NoteKind = "twice" | "wrong_year" | "missing" | "not_listed" | "telephone" | "alike" | "outlier";

/** Something to be looked at across bodies. */
export interface AcrossNote {
  kind: NoteKind;
  reports: number[];
  message: string;
}

/** A report as far as a letter speaks of it. */
export interface LetterReport {
  file?: string;
  organization?: string;
  year?: number;
  error?: { message: string };
  findings?: (Pick<Finding, "rule" | "severity" | "message" | "suggestion" | "basis"> & { spans: { line: number }[]; kept?: { reason: string } })[];
  not_checked?: { message: string }[];
  since?: { known: boolean; mended: { rule: string; message: string }[]; still_there: number[] };
}

/** What many reports add up to; `against` names the government's own one, -1 none, and by itself it is found. */
export async function sumOf(reports: GivenReport[], against: number | undefined, choice: SumChoice): Promise<Total> {
  return (await (await started("desk")).ask("desk", "sum", reports, against, choice)) as Total;
}

/** What is to be said across bodies. */
export async function acrossBodies(reports: GivenReport[], list: string[], prescribed: string[] = []): Promise<AcrossNote[]> {
  return (await (await started("desk")).ask("desk", "across", reports, list, prescribed)) as AcrossNote[];
}

/** A letter to a body, as a Word document. */
export async function letterTo(report: LetterReport): Promise<Uint8Array> {
  const made = await makeDocument(await (await started("desk")).ask("desk", "letter", report));
  if ("error" in made) throw new Error(made.error);
  return made.bytes;
}

/** The levels of bodies, by their names; empty where a name does not show it. */
export async function levelsOf(names: string[]): Promise<string[]> {
  return (await started("desk")).ask("desk", "levels", names);
}
