// The real engine for the tests: `cargo xtask test` builds it first.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGlue } from "virtual:module/gouji";

import type { Glue } from "../src/contract";

export async function engine(): Promise<Glue> {
  const bytes = readFileSync(fileURLToPath(new URL("../engine/gouji_bg.wasm", import.meta.url)));
  const glue = createGlue();
  await glue({ module_or_path: await WebAssembly.compile(bytes) });
  return glue;
}
