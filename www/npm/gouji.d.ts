// The functions of the package; what they give is in contract.d.ts.
import type { CheckOptions, CheckResult } from "./contract.js";

export type * from "./contract.js";

/** Where the module comes from: its address, its bytes, or the compiled module. */
export type Module = string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/** Starts the engine. Without an argument it fetches `gouji_bg.wasm` from beside `gouji.js`. */
export default function init(start?: { module_or_path: Module }): Promise<unknown>;

/** Starts the engine at once, from bytes or a compiled module that is there already, as under Node. */
export function initSync(start: { module: BufferSource | WebAssembly.Module }): unknown;

/** Reads and judges a text. Places in the answer count UTF-16 code units of `text`. */
export function check(text: string, options?: CheckOptions): CheckResult;

/** A text file's bytes made into text. */
export interface Decoded {
  text: string;
  encoding: string;
}

/** A text file's bytes as text, in the encoding named or found. */
export function decode(bytes: Uint8Array, label?: string): Decoded;

export function version(): string;
