// The WebAssembly modules of the page. To add one: lay its package (built for `no-modules`) into www/engine, name it in vite.config.ts and
// here, say what its functions are here and in virtual.d.ts, and give `Engine` (index.ts) a function that asks it, as `decode` does.
// Everything else follows: it is carried, compiled before the strict policy, run in the same worker and started anew after a panic.
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
