// Pages that open from disk: scripts classic, the engine as base64, the syntax lowered to the oldest browsers served.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

import { modules } from "./build/modules.ts";
import { pages } from "./build/pages.ts";

const oldestBrowsers = ["chrome72", "firefox68", "safari12.1"];

export default defineConfig({
  plugins: [modules(), pages(["gouji", "files", "desk"])],
  resolve: { alias: [{ find: "../zip/zipToArrayBuffer.js", replacement: fileURLToPath(new URL("src/export/plain-zip.ts", import.meta.url)) }] },
  worker: { plugins: () => [modules()] },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: oldestBrowsers,
    cssTarget: oldestBrowsers,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    rolldownOptions: { output: { format: "iife" } },
  },
});
