// The WebAssembly modules of the page. To add one: lay its package (built for `no-modules`) into www/engine, name it in vite.config.ts and
// here, say what its functions are here and in build/virtual.d.ts, let the engine's thread compile it (shell/main.tsx) and ask it through an asker, as
// files/readers.ts does. Everything else follows: it is carried, run in a worker and started anew after a panic.
import * as files from "virtual:module/files";
import * as gouji from "virtual:module/gouji";

import type { FilesGlue, Glue } from "./glue";

/** What each module can be asked. */
export interface Functions {
  gouji: Glue;
  files: FilesGlue;
}

export type Name = keyof Functions;

/** How an instance of each is made. */
export const glues: { [M in Name]: () => Functions[M] } = { gouji: gouji.createGlue, files: files.createGlue };

/** What the text that carries each must add up to. */
export const sums: Record<Name, number> = { gouji: gouji.sum, files: files.sum };

/** The modules of one thread. */
export type Compiled = Partial<Record<Name, WebAssembly.Module>>;

/** The same, where some are still the text that carries them. */
export type Sources = Partial<Record<Name, WebAssembly.Module | string>>;
