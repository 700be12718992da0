// The modules that the build makes from the engine's package.
declare module "virtual:engine-glue" {
  import type { CheckOptions, CheckResult, Decoded, Forms, Rule } from "./contract";

  /** One instance's glue: called once with the compiled module, then holding the engine's functions. */
  export interface Glue {
    (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
    check(text: string, options?: CheckOptions): CheckResult;
    decode(bytes: Uint8Array, label?: string): Decoded;
    forms(): Forms;
    rules(): Rule[];
    version(): string;
  }

  export function createGlue(): Glue;
}
