// For every body a letter with what was found, to be signed by the reviewer; and the files themselves with the findings as comments.
import { zipSync } from "fflate";

import { Cancelled } from "../engine";
import type { LetterReport } from "../review/library";
import { bytesOf } from "../files/read";
import { annotateCopy, readContent } from "../files/readers";
import { letterTo } from "../review/library";
import { entryOf, shortOfRow } from "../review/desk";
import { optionsOf } from "../review/run";
import type { Round, Row, Short, ShortFinding } from "../review/rows";
import { engine } from "../shell/state/page";
import { personalData, without } from "../shell/state/redact";
import { words } from "../words";
import { handedOn } from "./given";

/** Says how far it has come; returns false when it is to stop. */
export type Tell = (done: number, all: number) => boolean;

/** Returns a zip with a letter for each row, also for those without a finding, and for files that were not read. Null when it was stopped. */
export async function letters(rows: Row[], tell: Tell): Promise<Blob | null> {
  const files = new Names();
  for (const [done, row] of rows.entries()) {
    if (!tell(done, rows.length)) return null;
    const letter = shortOfRow(row.key) ? letterOfReport(row, shortOfRow(row.key)!.short) : letterOfFailure(row);
    files.add(`${row.body || row.file}${row.year ?? ""}`, "docx", await letterTo(letter));
  }
  return files.zip();
}

function letterOfFailure(row: Row): LetterReport {
  return { file: row.file, error: { message: row.why || words.value.desk.standings[row.standing] } };
}

function letterOfReport(row: Row, short: Short): LetterReport {
  const { findings, notChecked } = handedOn(short);
  if (short.verdict === "unreadable") return letterOfFailure(row);
  return {
    file: row.file,
    ...(short.body === null ? {} : { organization: short.body }),
    ...(short.year === null ? {} : { year: short.year }),
    findings: findings.map(({ rule, severity, message, suggestion, basis, line, kept }) => ({
      rule, severity, message, suggestion, basis, spans: line === null ? [] : [{ line }], ...(kept === null ? {} : { kept: { reason: kept } }),
    })),
    not_checked: notChecked.map((message) => ({ message })),
    ...(row.round ? { since: sinceOf(row.round, short) } : {}),
  };
}

function sinceOf({ mended, still }: Round, short: Short): NonNullable<LetterReport["since"]> {
  const stillThere = new Set<ShortFinding>(still);
  return {
    known: true,
    mended: without(short.personal, mended).map(({ rule, message }) => ({ rule, message })),
    still_there: short.findings.flatMap((finding, index) => (stillThere.has(finding) ? [index] : [])),
  };
}

/** Returns a zip with a copy of each file that has findings, as it was handed in, with a comment at each. Null when it was stopped. */
export async function annotated(rows: Row[], tell: Tell): Promise<Blob | null> {
  const files = new Names();
  const by = { name: words.value.name, date: new Date().toISOString().replace(/\.\d+/, "") };
  const ids = [...new Set(rows.filter(({ errors, warnings }) => (errors ?? 0) + (warnings ?? 0) > 0).map(({ entry }) => entry))];
  const left: string[] = [];
  for (const [done, id] of ids.entries()) {
    if (!tell(done, ids.length)) return null;
    const entry = entryOf(id);
    if (!entry) continue;
    const bytes = await bytesOf(await entry.given.file());
    const encoding = entry.encoding?.name;
    const content = await readContent(bytes, encoding);
    if ("error" in content) continue;
    // The file as it was handed in, whatever was mended in the page since.
    const comments = await commentsOf(content.text, id);
    const copy = comments && (await annotateCopy(bytes, comments, by, encoding));
    if (!copy || "error" in copy) left.push(`${entry.given.name}：${copy && "error" in copy ? copy.error : words.value.verdict.crashed}`);
    else files.add(entry.given.name.replace(/\.[^./]*$/, ""), copy.kind === "text" ? "txt" : copy.kind, copy.bytes);
  }
  if (left.length > 0) files.add(words.value.county.notAnnotated, "txt", new TextEncoder().encode(`\ufeff${left.join("\r\n")}\r\n`));
  return files.zip();
}

async function commentsOf(text: string, id: number) {
  const entry = entryOf(id);
  if (!entry || !engine.value) return null;
  const { corrections: _, ...options } = optionsOf(entry, 0);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const { reports } = await engine.value.check(text, options);
      return reports.flatMap((report) => {
        const personal = personalData(report, text, engine.value?.rules ?? []);
        return report.findings.flatMap(({ message, suggestion, spans }) => {
          const place = spans.find(({ role }) => role === "primary");
          return place ? [{ start: place.start, end: place.end, text: without(personal, [message, suggestion].filter(Boolean).join("")) }] : [];
        });
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) return null;
    }
  }
  return null;
}

/** Files of a zip, each with a name of its own that every file system takes. */
class Names {
  private readonly files: Record<string, Uint8Array> = {};

  add(name: string, ending: string, bytes: Uint8Array): void {
    const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/g, "_").slice(0, 80).replace(/^[. ]+|[. ]+$/g, "") || "_";
    let free = `${plain}.${ending}`;
    for (let i = 2; free.toLowerCase() in this.lower; i += 1) free = `${plain}（${i}）.${ending}`;
    this.lower[free.toLowerCase()] = true;
    this.files[free] = bytes;
  }

  /** Names that differ in capitals alone are the same on many disks. */
  private readonly lower: Record<string, true> = {};

  /** Office files are packed already. */
  zip(): Blob {
    return new Blob([zipSync(this.files, { level: 0 }) as BlobPart], { type: "application/zip" });
  }
}
