// Brings the WebAssembly packages of www/engine into the page: the glue of each as a function that can be called again for a new instance
// (`virtual:module/NAME`), its bytes as base64 in a script, for with `connect-src 'none'` the page could not fetch them; and the handbook
// of the engine, in a script too.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

import { sumOf } from "../src/engine/failure.ts";

const folder = fileURLToPath(new URL("../engine/", import.meta.url));
const prefix = "virtual:module/";

function packageFile(name: string): Buffer {
  const path = folder + name;
  if (!existsSync(path)) throw new Error(`${path} is missing: \`cargo xtask build\` makes the engine before the page`);
  return readFileSync(path);
}

const base64 = (name: string) => packageFile(`${name}_bg.wasm`).toString("base64");

/** The script that lays a module down for the page. */
export function moduleScript(name: string): string {
  return `(self.modules=self.modules||{}).${name}="${base64(name)}";`;
}

/** The script that lays the handbook and the table of divisions down: as text, which browsers read faster as JSON than as JavaScript. */
export function handbookScript(): string {
  const laid = (name: string, text: Buffer) => `self.${name}=${JSON.stringify(text.toString("utf8").trim())};`;
  return laid("handbook", packageFile("handbook.json")) + laid("divisions", packageFile("divisions.txt"));
}

/** The script that lays down the program of the worker, for a page that has it in no file. */
export const workerScript = (program: string) => `self.worker=${JSON.stringify(program)};`;

export function modules(): Plugin {
  return {
    name: "modules",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const glue = packageFile(`${name}.js`).toString("utf8");
      return `export function createGlue() {\n${glue}\nreturn wasm_bindgen;\n}\nexport const sum = ${sumOf(base64(name))};`;
    },
  };
}
