// The functions of the module of files; what they take and give is in file-types.d.ts.
import type { AnnotatedCopy, ChangeAuthor, FileContent, FormChoice, MadeFile, Refused, TextChange, WrittenCopy } from "./file-types.js";
import type { Module } from "./gouji.js";

export type * from "./file-types.js";

/** Starts the module. Without an argument it fetches `files_bg.wasm` from beside `files.js`. */
export default function init(start?: { module_or_path: Module }): Promise<unknown>;

/** Starts the module at once, from bytes or a compiled module that is there already, as under Node. */
export function initSync(start: { module: BufferSource | WebAssembly.Module }): unknown;

/** A file's text, or a sentence why there is none. The kind is told by what is in it; a text is read in that encoding, if one is named. */
export function read(bytes: Uint8Array, encoding?: string): FileContent;

/** The text of HTML that an office program or a browser put on the clipboard; empty when it is too much. */
export function pasted(html: string): string;

/** A corrected copy, read again before it is given: what was asked for and only that differs in it. With an author, a Word document has the changes as revisions. */
export function write(original: Uint8Array, changes: TextChange[], encoding?: string, tracked?: ChangeAuthor): WrittenCopy | Refused;

/** A copy with comments: of the file itself where its kind has them, else a Word document with its text. */
export function annotate(original: Uint8Array, comments: TextChange[], by: ChangeAuthor, encoding?: string): AnnotatedCopy | Refused;

/** A Word document with a text, a paragraph per line, and with comments where there are some. */
export function textDocument(text: string, comments?: TextChange[], by?: ChangeAuthor): MadeFile | Refused;

/** The official form with these values: cells by their ids, words such as `office` and `year`; what has no value is left open. */
export function form(choice: FormChoice, values: Record<string, string>): MadeFile | Refused;
