// A county's own profile, as the fields of the settings show it and as a file has it.
import type { Profile, RuleSetting } from "../engine/contract";
import { started } from "../files/readers";

/** The levels that a profile speaks of, as the options name them. */
export const levelIds = ["township", "department", "county", "city", "province"] as const;

/** The same in fields: lists have a line for each. */
export interface Fields {
  name: string;
  blankCells: string;
  deadlines: Record<string, string>;
  figures: string;
  prescribed: string;
  bodies: string;
}

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** Returns a profile in fields; `levelNames` says what a clerk calls the levels. */
export function fieldsOf(profile: Profile | null, levelNames: Map<string, string>): Fields {
  const bodies = Object.entries(profile?.bodies ?? {}).map(([name, level]) => `${name}，${levelNames.get(level) ?? level}`);
  return {
    name: profile?.name ?? "",
    blankCells: profile?.blank_cells ?? "",
    deadlines: { ...profile?.deadlines },
    figures: (profile?.figures ?? []).join("\n"),
    prescribed: (profile?.prescribed ?? []).join("\n"),
    bodies: bodies.join("\n"),
  };
}

/** Returns the profile that the fields say, and null where they say nothing. */
export function profileOf(fields: Fields, rules: Record<string, RuleSetting>, levelNames: Map<string, string>): Profile | null {
  const idOf = (name: string) => levelIds.find((id) => id === name || levelNames.get(id) === name) ?? name;
  const deadlines: Record<string, string> = {};
  for (const level of levelIds) if (fields.deadlines[level]?.trim()) deadlines[level] = fields.deadlines[level]!.trim();
  const bodies: Record<string, string> = {};
  for (const line of linesOf(fields.bodies)) {
    const parts = line.split(/[，,\t]/);
    bodies[parts[0]!.trim()] = idOf((parts[1] ?? "").trim());
  }
  const profile: Record<string, unknown> = {};
  if (fields.name.trim()) profile.name = fields.name.trim();
  if (Object.keys(deadlines).length > 0) profile.deadlines = deadlines;
  if (fields.blankCells) profile.blank_cells = fields.blankCells;
  if (linesOf(fields.figures).length > 0) profile.figures = linesOf(fields.figures);
  if (linesOf(fields.prescribed).length > 0) profile.prescribed = linesOf(fields.prescribed);
  if (Object.keys(rules).length > 0) profile.rules = rules;
  if (Object.keys(bodies).length > 0) profile.bodies = bodies;
  return Object.keys(profile).length > 0 ? (profile as Profile) : null;
}

/** Returns what is wrong with the text of a profile, and on which line; an empty sentence where it is right. */
export async function faultOf(text: string): Promise<string> {
  return ((await (await started("desk")).ask("desk", "fault_of_profile", text)) as string | undefined) ?? "";
}

/** Returns the profile that a text without a fault says. */
export function profileFrom(text: string): Profile {
  const read = JSON.parse(text) as Profile | string;
  return typeof read === "string" ? { name: read } : read;
}

/** Returns a profile as a file has it. */
export const profileText = (profile: Profile) => `${JSON.stringify(profile, null, 2)}\n`;

/** The words of a chosen file. */
export function textOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}
