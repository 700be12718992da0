// The WebAssembly modules of the page. To add one: lay its package (built for `no-modules`) into www/engine, name it in vite.config.ts and
// here, say what its functions are here and in build/virtual.d.ts, let the engine's thread compile it (shell/main.tsx) and ask it through an asker, as
// files/readers.ts does. Everything else follows: it is carried, run in a worker and started anew after a panic.
import * as desk from "virtual:module/desk";
import * as files from "virtual:module/files";
import * as gouji from "virtual:module/gouji";

import type { CheckOptions, CheckResult } from "./contract";
import type { AnnotatedCopy, ChangeAuthor, FileContent, FormChoice, MadeFile, Refused, TextChange, WrittenCopy } from "./file-types";

/** The readers and writers of files, as wasm-bindgen writes them. */
export interface FilesGlue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  read(bytes: Uint8Array, encoding?: string): FileContent;
  pasted(html: string): string;
  write(original: Uint8Array, changes: TextChange[], encoding?: string, tracked?: ChangeAuthor): WrittenCopy | Refused;
  annotate(original: Uint8Array, comments: TextChange[], by: ChangeAuthor, encoding?: string): AnnotatedCopy | Refused;
  textDocument(text: string, comments?: TextChange[], by?: ChangeAuthor): MadeFile | Refused;
  form(choice: FormChoice, values: Record<string, string>): MadeFile | Refused;
}

/** The desk's library, as wasm-bindgen writes it; review/library.ts says what goes in and comes out. */
export interface DeskGlue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  sum(reports: unknown, against: number | undefined, choice: unknown): unknown;
  across(reports: unknown, list: string[], prescribed: string[]): unknown;
  compare(left: unknown, right: unknown): unknown;
  fault_of_profile(text: string): string | undefined;
  letter(report: unknown): string;
  levels(names: string[]): string[];
}

export type Decoded = { text: string; encoding: string } | { error: string };

/** One instance of the engine: called once with the compiled module, then holding its functions. */
export interface Glue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  check(text: string, options?: CheckOptions): CheckResult;
  decode(bytes: Uint8Array, label?: string): Decoded;
  version(): string;
}

/** What each module can be asked. */
export interface Functions {
  gouji: Glue;
  files: FilesGlue;
  desk: DeskGlue;
}

export type Name = keyof Functions;

/** How an instance of each is made. */
export const glues: { [M in Name]: () => Functions[M] } = { gouji: gouji.createGlue, files: files.createGlue, desk: desk.createGlue };

/** What the text that carries each must add up to. */
export const sums: Record<Name, number> = { gouji: gouji.sum, files: files.sum, desk: desk.sum };

/** The modules of one thread. */
export type Compiled = Partial<Record<Name, WebAssembly.Module>>;

/** The same, where some are still the text that carries them. */
export type Sources = Partial<Record<Name, WebAssembly.Module | string>>;
