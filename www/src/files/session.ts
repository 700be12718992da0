// The work as a file on the user's own disk: the text, the file it is of, what was changed and why, what was decided, last year's text.
// It is taken back with the same dialog. Nothing in it is masked, and it says so.
import type { Dismissal, Fix } from "../engine/contract";
import type { Because, MadeChange, Origin } from "../shell/state/mended";
import type { Corrections } from "../shell/state/page";
import { array, decision, finite, record, words } from "./kept";

const version = 1;
/** What such a file begins with. */
const beginning = /^\uFEFF?\s*\{\s*"gouji"\s*:\s*"session"/;
/** In bytes. A larger file is not packed into the session and is chosen anew instead. */
const largestPacked = 8 * 1024 * 1024;

/** What was changed in the text as it was opened. */
export type KeptChange = Fix & { because: Because | null };

export interface Session {
  /** The text as it was opened. */
  text: string;
  changes: KeptChange[];
  corrections: Corrections;
  decisions: Dismissal[];
  previous: string;
  published: string;
  level: string;
}

/** The file of a session, as it lies in it. */
interface KeptFile {
  name: string;
  kind: string;
  encoding?: string;
  writable: boolean;
  text: string;
  /** In base64; null for a file that is too large. */
  bytes: string | null;
}

export function keptChanges(changes: MadeChange[]): KeptChange[] {
  return changes.map(({ start, end, text, because }) => ({ start, end, text, because }));
}

/** Returns the words of a session file. */
export async function sessionText(session: Session, origin: Origin | null, note: string, saved: Date): Promise<string> {
  const file: KeptFile | null = origin && {
    name: origin.name,
    kind: origin.kind,
    ...(origin.encoding === undefined ? {} : { encoding: origin.encoding }),
    writable: origin.writable,
    text: origin.text,
    bytes: await origin.bytes().then(packed, () => null),
  };
  return `${JSON.stringify({ gouji: "session", version, note, saved: saved.toISOString(), file, ...session }, null, 1)}\n`;
}

async function packed(bytes: Uint8Array): Promise<string | null> {
  if (bytes.length > largestPacked) return null;
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes as BlobPart]));
  });
  return address.slice(address.indexOf(",") + 1);
}

/** Whether a file is a session, by how it begins. */
export function isSession(bytes: Uint8Array): boolean {
  return beginning.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

export type ReadSession = { session: Session; origin: Origin | null } | { wrong: "broken" | "version" };

/** Reads a session file; anything that is not as it was written makes it a broken one. */
export function readSession(bytes: Uint8Array): ReadSession {
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
    const all = record(read);
    if (all.version !== version) return { wrong: typeof all.version === "number" ? "version" : "broken" };
    const text = words(all.text);
    const session: Session = {
      text,
      changes: array(all.changes).map((one) => keptChange(one, text.length)),
      corrections: Object.entries(record(all.corrections)).reduce<Corrections>((kept, [key, value]) => ({ ...kept, [key]: finite(value) }), {}),
      decisions: array(all.decisions).map(decision),
      previous: words(all.previous),
      published: words(all.published),
      level: words(all.level),
    };
    const far = session.changes.some(({ start }, i) => start < (session.changes[i - 1]?.end ?? 0));
    return far ? { wrong: "broken" } : { session, origin: all.file === null ? null : originOf(record(all.file)) };
  } catch {
    return { wrong: "broken" };
  }
}

function originOf(file: Record<string, unknown>): Origin {
  const packed = file.bytes === null ? null : atob(words(file.bytes));
  const bytes = packed === null ? null : Uint8Array.from(packed, (c) => c.charCodeAt(0));
  return {
    name: words(file.name),
    kind: words(file.kind),
    ...(file.encoding === undefined ? {} : { encoding: words(file.encoding) }),
    writable: file.writable === true,
    text: words(file.text),
    bytes: () => (bytes ? Promise.resolve(bytes) : Promise.reject(new Error("the file was too large to be kept"))),
  };
}

function keptChange(value: unknown, length: number): KeptChange {
  const one = record(value);
  const [start, end] = [finite(one.start), finite(one.end)];
  if (start < 0 || end < start || end > length || start % 1 !== 0 || end % 1 !== 0) throw new Error("no place of the text");
  const because = one.because === null ? null : record(one.because);
  return { start, end, text: words(one.text), because: because && { why: words(because.why), rule: words(because.rule) } };
}
