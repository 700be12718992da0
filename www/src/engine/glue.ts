// The modules as wasm-bindgen writes them, and what they give that is no part of the contract.
import type { CheckOptions, CheckResult } from "./contract";
import type { AnnotatedCopy, ChangeAuthor, FileContent, FormChoice, MadeFile, Refused, TextChange, WrittenCopy } from "./file-types";

/** The readers and writers of files, as wasm-bindgen writes them. */
export interface FilesGlue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  read(bytes: Uint8Array, encoding?: string): FileContent;
  pasted(html: string): string;
  write(original: Uint8Array, changes: TextChange[], encoding?: string, tracked?: ChangeAuthor): WrittenCopy | Refused;
  annotate(original: Uint8Array, comments: TextChange[], by: ChangeAuthor, encoding?: string): AnnotatedCopy | Refused;
  document(text: string): MadeFile | Refused;
  form(choice: FormChoice, values: Record<string, string>): MadeFile | Refused;
}

export type Decoded = { text: string; encoding: string } | { error: string };

/** One instance of the engine: called once with the compiled module, then holding its functions. */
export interface Glue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  check(text: string, options?: CheckOptions): CheckResult;
  decode(bytes: Uint8Array, label?: string): Decoded;
  version(): string;
}
