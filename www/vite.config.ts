// One HTML file that opens from disk: the script classic and inline, the engine as base64, the syntax lowered to the oldest browsers served.
import { defineConfig } from "vite";

import { engine } from "./build/engine.ts";
import { singleFile } from "./build/single-file.ts";

const oldestBrowsers = ["chrome72", "firefox68", "safari12.1"];

export default defineConfig({
  plugins: [engine(), singleFile("gouji.html")],
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
