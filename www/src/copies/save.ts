// The files that the page makes: the corrected copy, the one with comments, the text as a document, the official form, the list of changes.
// The original is never touched, and what could not be done is said by name.
import { computed, signal } from "@preact/signals";

import { changeLines, describedChanges } from "../changes/described";
import { editor } from "../editor/editor";
import type { Finding, Report } from "../engine/contract";
import type { ChangeAuthor, FormChoice, Refused, RefusedChange, TextChange } from "../engine/file-types";
import { download, fileName } from "../export/download";
import { annotateCopy, fillForm, makeDocument, NoReaders, writeCopy } from "../files/readers";
import { madeChanges, origin, type MadeChange, type Origin } from "../shell/state/mended";
import { checkedText, report, textNumber } from "../shell/state/page";
import { words } from "../words";
import { formValues } from "./form-values";
import { asChanged, asOpened, changesInFile, inFile } from "./places";

/** What came of the last file that was asked for. */
export interface Outcome {
  said: string;
  wrong: boolean;
  /** Each change that was not made, with the reason. */
  refused: string[];
  notes: string[];
  /** The text that it was made of: of another one it says nothing. */
  text: number;
}

const outcome = signal<Outcome | null>(null);

/** What is said of the text that is shown. */
export const shownOutcome = computed(() => (outcome.value?.text === textNumber.value ? outcome.value : null));

export function forgetOutcome(): void {
  outcome.value = null;
}
/** Whether a file is being made. */
export const making = signal(false);

/** How a Word document is changed: plainly, or with revisions by the one who is named. */
export const tracked = signal(false);
export const author = signal("");

const types: Record<string, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  html: "text/html",
};

function save(bytes: Uint8Array, name: string): void {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  download(new Blob([bytes as BlobPart], { type: types[ending] ?? "application/octet-stream" }), name);
}

/** The name of a copy: that of the file with a few words behind it. */
function copyName(name: string, what: string, ending?: string): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  return `${stem}${words.value.brackets(what)}.${ending ?? (dot > 0 ? name.slice(dot + 1) : "txt")}`;
}

/** Says what came of it. */
export const say = (said: string, more: Partial<Outcome> = {}) =>
  (outcome.value = { said, wrong: false, refused: [], notes: [], text: textNumber.value, ...more });
const refuse = ({ error }: Refused) => say(error, { wrong: true });

/** Runs one of the makings below; whatever goes wrong is said. */
async function made(make: () => Promise<void>): Promise<void> {
  if (making.value) return;
  making.value = true;
  outcome.value = null;
  try {
    await make();
  } catch (error) {
    say(error instanceof NoReaders ? words.value.files.cannotStart : words.value.copies.failed, { wrong: true });
  } finally {
    making.value = false;
  }
}

/** As in `2024-01-31T09:30:00Z`. */
const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
const by = (): ChangeAuthor => ({ name: author.value.trim() || words.value.name, date: now() });

async function bytesOf(file: Origin): Promise<Uint8Array | null> {
  try {
    return await file.bytes();
  } catch {
    say(words.value.copies.noBytes, { wrong: true });
    return null;
  }
}

/** The changes that were not made, as the list names them. */
function refusals(refused: RefusedChange[]): string[] {
  const list = describedChanges.value;
  return refused.map(({ change, message }) => {
    const one = list[change];
    return one ? words.value.labelled(words.value.changes.line(one.place, one.what), message) : message;
  });
}

export function saveCorrected(): Promise<void> {
  return made(async () => {
    const [file, changes] = [origin.value, madeChanges.value];
    if (!file) return;
    const bytes = await bytesOf(file);
    if (!bytes) return;
    const revisions = tracked.value && file.kind === "docx" ? by() : undefined;
    const copy = await writeCopy(bytes, changesInFile(changes, file.text), file.encoding, revisions);
    if ("error" in copy) return void refuse(copy);
    const { copies } = words.value;
    const refused = refusals(copy.refused);
    if (copy.done.length === 0) return void say(copies.nothingWritten, { wrong: true, refused, notes: copy.notes });
    const name = copyName(file.name, copies.corrected);
    save(copy.bytes, name);
    say(copies.saved(name, copy.done.length, refused.length), { wrong: refused.length > 0, refused, notes: copy.notes });
  });
}

/** What a comment says of a finding. */
function commentOn({ message, suggestion, basis, rule, severity }: Finding): string {
  const { brackets, labelled, findings, export: { sheet } } = words.value;
  const lines = [`【${findings.severity[severity]}】${message}`, suggestion && labelled(sheet.remedy, suggestion), labelled(sheet.basis, basis) + brackets(rule)];
  return lines.filter(Boolean).join("\n");
}

/** The comments of a report; one on the whole report stands at its title. */
function commentsOf({ findings }: Report): TextChange[] {
  return findings.map((finding) => {
    const place = finding.spans.find(({ role }) => role === "primary") ?? finding.spans[0] ?? firstLine(checkedText.value);
    return { start: place.start, end: place.end, text: commentOn(finding) };
  });
}

function firstLine(text: string): { start: number; end: number } {
  const [line] = /\S[^\n]*/.exec(text) ?? [""];
  const start = text.indexOf(line);
  return { start, end: start + line.length };
}

/** Whether that kind of file can have comments itself. */
const hasComments = (kind: string) => kind === "docx" || kind === "xlsx";

export function saveAnnotated(): Promise<void> {
  return made(async () => {
    const [file, found] = [origin.value, report.value];
    if (!found) return;
    if (file && hasComments(file.kind)) return annotated(file, commentsOf(found), madeChanges.value);
    const document = await makeDocument(checkedText.value, commentsOf(found), by());
    if ("error" in document) return void refuse(document);
    const { copies, files } = words.value;
    const name = file ? copyName(file.name, copies.annotated, "docx") : fileName(found.title, copies.annotated, "docx");
    save(document.bytes, name);
    say(copies.savedComments(name, found.findings.length), { notes: file ? [copies.commentsElsewhere(files.kinds[file.kind] ?? file.kind)] : [] });
  });
}

/** The file with its changes and with comments on what is left. */
async function annotated(file: Origin, comments: TextChange[], changes: MadeChange[]): Promise<void> {
  const bytes = await bytesOf(file);
  if (!bytes) return;
  const wanted = changesInFile(changes, file.text);
  const mended = wanted.length === 0 ? null : await writeCopy(bytes, wanted, file.encoding);
  if (mended && "error" in mended) return void refuse(mended);
  const made = mended ? mended.done.map((number) => wanted[number]!) : [];
  const [opened, place, moved] = [asOpened(changes), inFile(file.text), asChanged(made)];
  const placed = comments.map(({ start, end, text }) => ({ ...moved(place(opened(start)), place(opened(end))), text }));
  const copy = await annotateCopy(mended?.bytes ?? bytes, placed, by(), file.encoding);
  if ("error" in copy) return void refuse(copy);
  const { copies } = words.value;
  const name = copyName(file.name, copies.annotated);
  save(copy.bytes, name);
  const refused = refusals(mended?.refused ?? []);
  say(copies.savedComments(name, comments.length), { wrong: refused.length > 0, refused, notes: [...(mended?.notes ?? []), ...copy.notes] });
}

/** The text as it is, as a Word document. */
export function saveText(): Promise<void> {
  return made(async () => {
    const document = await makeDocument(editor.value?.text() ?? "");
    if ("error" in document) return void refuse(document);
    const { copies } = words.value;
    const name = origin.value ? copyName(origin.value.name, copies.text, "docx") : fileName(report.value?.title ?? null, copies.text, "docx");
    save(document.bytes, name);
    say(copies.savedText(name));
  });
}

/** The list of changes on a page of its own. */
export function saveList(): Promise<void> {
  return made(async () => {
    const { changes } = words.value;
    const document = await makeDocument([changes.title, report.value?.title ?? "", "", ...changeLines(describedChanges.value)].join("\n"));
    if ("error" in document) return void refuse(document);
    const name = origin.value ? copyName(origin.value.name, changes.title, "docx") : fileName(report.value?.title ?? null, changes.title, "docx");
    save(document.bytes, name);
    say(words.value.copies.savedList(name));
  });
}

/** One of the official forms, filled where there is a report to fill it with. */
export function saveForm(choice: FormChoice, found: Report | null): Promise<void> {
  return made(async () => {
    const form = await fillForm(choice, found ? formValues(found) : {});
    if ("error" in form) return void refuse(form);
    const { copies } = words.value;
    const what = copies.formName(choice.report ?? false, found !== null, choice.edition);
    const name = fileName(found?.title ?? null, what, choice.format);
    save(form.bytes, name);
    const open = Object.values(found?.cells ?? {}).filter(({ status }) => status === "uncertain").length;
    say(copies.savedForm(name), { notes: open > 0 ? [copies.leftOpen(open)] : [] });
  });
}
