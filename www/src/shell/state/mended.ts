// Where the text came from, and what of it was changed since. The original file is never touched: copies are made from its bytes.
import { signal } from "@preact/signals";

/** A file whose text was put in the editor. */
export interface Origin {
  name: string;
  kind: string;
  encoding?: string;
  /** Whether a corrected copy can be made of it. */
  writable: boolean;
  /** Its text with its own ends of lines, where the places of its changes count. */
  text: string;
  /** The whole file; rejects where it can be had no more. */
  bytes: () => Promise<Uint8Array>;
}

/** Why something was changed; by hand where there is nothing of it. */
export interface Because {
  why: string;
  /** The rules that asked for it. */
  rule: string;
}

/** What was changed at one place. */
export interface MadeChange {
  /** The place in the text as it was opened. */
  start: number;
  end: number;
  /** What stands there now. */
  text: string;
  /** The place in the text as it is. */
  from: number;
  to: number;
  /** The line in the text as it is, from 1. */
  line: number;
  /** Both as they are shown: whole numbers, with a few words around where nothing else would be seen. */
  was: string;
  now: string;
  because: Because | null;
}

/** The file that the text was opened from; null for a text that was pasted or typed. */
export const origin = signal<Origin | null>(null);

/** What was changed since the text was opened, in the order of the text. */
export const madeChanges = signal<MadeChange[]>([]);
