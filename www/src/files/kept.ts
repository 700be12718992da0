// Values of a file of saved work as what they should be. The file may have been changed by hand, so anything else is an error.
import type { Dismissal } from "../engine/contract";

export function decision(value: unknown): Dismissal {
  const { rule, text, cells, message, reason } = record(value);
  return {
    rule: words(rule),
    ...(text === undefined ? {} : { text: words(text) }),
    ...(cells === undefined ? {} : { cells: array(cells).map(words) }),
    ...(message === undefined ? {} : { message: words(message) }),
    ...(reason === undefined ? {} : { reason: words(reason) }),
    by: "page",
  };
}

export function record(value: unknown): Record<string, unknown> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("no object");
  return value as Record<string, unknown>;
}

export function array(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error("no list");
  return value;
}

export function words(value: unknown): string {
  if (typeof value !== "string") throw new Error("no words");
  return value;
}

export function finite(value: unknown): number {
  if (typeof value !== "number" || !isFinite(value)) throw new Error("no number");
  return value;
}
