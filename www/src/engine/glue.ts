// The modules as wasm-bindgen writes them, and what they give that is no part of the contract.
import type { CheckOptions, CheckResult } from "./contract";

/** What a file says: its text, or a sentence why there is none. */
export type FileContent = { text: string; kind: string; encoding?: string } | { error: string; code: string };

/** The readers of files, as wasm-bindgen writes them. */
export interface FilesGlue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  read(bytes: Uint8Array, encoding?: string): FileContent;
  pasted(html: string): string;
}

export type Decoded = { text: string; encoding: string } | { error: string };

/** One instance of the engine: called once with the compiled module, then holding its functions. */
export interface Glue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  check(text: string, options?: CheckOptions): CheckResult;
  decode(bytes: Uint8Array, label?: string): Decoded;
  version(): string;
}
