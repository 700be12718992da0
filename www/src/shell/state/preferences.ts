// What the page remembers from one visit to the next: how the user likes it, never a word of the text.
import { computed, effect, signal, type Signal } from "@preact/signals";

import type { Profile, RuleSetting, Severity } from "../../engine/contract";
import { carried } from "./carried";
import { severities } from "./severity";

export type RuleSettings = Record<string, RuleSetting>;

export type Order = "part" | "severity";

/** As in the `lang` of HTML. */
export type Language = "zh-CN" | "en";

export const settings: RuleSetting[] = ["off", "on", "error", "warning", "info"];

export const ruleSettings = kept<RuleSettings>("gouji.rules", {}, (read) =>
  Object.entries(Object(read) as object).reduce<RuleSettings>(
    (known, [rule, setting]) => (settings.includes(setting) ? { ...known, [rule]: setting } : known),
    {},
  ),
);

/** What the user has chosen of the county's demands, tried before it was kept: null is none of them, undefined no choice. */
export const chosenProfile = kept<Profile | null | undefined>("gouji.profile", undefined, (read) =>
  read !== null && typeof read === "object" && !Array.isArray(read) ? (read as Profile) : null,
);

/** What the county asks for beside the law: as the user has chosen, or as the page carries it. */
export const ownProfile = computed<Profile | null>(() => {
  if (chosenProfile.value !== undefined) return chosenProfile.value;
  return carried.value && "profile" in carried.value ? carried.value.profile : null;
});

export const hiddenSeverities = kept<Severity[]>("gouji.hidden", [], (read) =>
  severities.filter((severity) => Array.isArray(read) && read.includes(severity)),
);

export const order = kept<Order>("gouji.order", "severity", (read) => (read === "part" ? "part" : "severity"));

export const language = kept<Language>("gouji.language", "zh-CN", (read) => (read === "en" ? "en" : "zh-CN"));

/** A signal whose value is kept; `known` takes from what was read back what makes sense. */
function kept<Value>(name: string, initial: Value, known: (read: unknown) => Value): Signal<Value> {
  const value = signal(read(name, initial, known));
  let first = true;
  effect(() => {
    const text = JSON.stringify(value.value) as string | undefined;
    if (!first) write(name, text);
    first = false;
  });
  return value;
}

function read<Value>(name: string, initial: Value, known: (read: unknown) => Value): Value {
  try {
    const text = localStorage.getItem(name);
    return text === null ? initial : known(JSON.parse(text));
  } catch {
    return initial;
  }
}

function write(name: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // Some browsers refuse storage from file://; the choice then lasts until the page is closed.
  }
}
