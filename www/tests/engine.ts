// The real engine and its handbook for the tests: `cargo xtask test` builds it first.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGlue } from "virtual:module/gouji";

import type { Handbook } from "../src/engine/contract";
import type { Glue } from "../src/engine/modules";

const file = (name: string) => readFileSync(fileURLToPath(new URL(`../engine/${name}`, import.meta.url)));

export const handbook = JSON.parse(file("handbook.json").toString("utf8")) as Handbook;

export async function engine(): Promise<Glue> {
  const glue = createGlue();
  await glue({ module_or_path: await WebAssembly.compile(file("gouji_bg.wasm") as BufferSource) });
  return glue;
}
