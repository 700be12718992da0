// Brings the WebAssembly package of the engine into the page: its glue as a function that can be called again for a new instance after a
// panic, its bytes as base64 in a data block of the HTML (with `connect-src 'none'` the page could not fetch them); and the handbook beside it.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const folder = fileURLToPath(new URL("../engine/", import.meta.url));
const glueModule = "virtual:engine-glue";
const handbookModule = "virtual:handbook";

function engineFile(name: string): Buffer {
  const path = folder + name;
  if (!existsSync(path)) {
    throw new Error(`${path} is missing: \`cargo xtask build\` makes the engine before the page`);
  }
  return readFileSync(path);
}

export function engine(): Plugin {
  return {
    name: "engine",
    resolveId: (id) => (id === glueModule || id === handbookModule ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${handbookModule}`) return `export default ${engineFile("handbook.json").toString("utf8")};`;
      if (id !== `\0${glueModule}`) return undefined;
      return `export function createGlue() {\n${engineFile("gouji.js").toString("utf8")}\nreturn wasm_bindgen;\n}`;
    },
    transformIndexHtml: () => [
      {
        tag: "script",
        attrs: { type: "text/plain", id: "engine-wasm" },
        children: engineFile("gouji_bg.wasm").toString("base64"),
        injectTo: "body",
      },
    ],
  };
}
