// The WebAssembly modules of the page. To add one: lay its package (built for `no-modules`) into www/engine, name it here, say what its
// functions are, and ask it through `Engine`. Everything else follows: it is carried, compiled, run beside the others and started anew.
import * as gouji from "virtual:module/gouji";

import type { Glue } from "../contract";

/** What each module can be asked. */
export interface Functions {
  gouji: Glue;
}

export type Name = keyof Functions;

/** How an instance of each is made. */
export const glues: { [M in Name]: () => Functions[M] } = { gouji: gouji.createGlue };

/** What the text that carries each must add up to. */
export const sums: Record<Name, number> = { gouji: gouji.sum };

export const names = Object.keys(glues) as Name[];

export type Compiled = Record<Name, WebAssembly.Module>;
