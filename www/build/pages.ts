// Makes the two pages from one bundle: gouji.html with everything inside, and the folder site/ with hashed files, a service worker and a page for each rule.
// Both have classic scripts, for module scripts do not run from file://.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

import { openingPolicy } from "../src/engine/policy.ts";
import { handbookScript, moduleScript } from "./modules.ts";
import { rulePages } from "./rule-pages.ts";

/** The single file; the site carries it too, for those who want to take it along. */
const SINGLE = "gouji.html";

const source = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

interface Script {
  name: string;
  code: string;
}

/** Text that is safe inside a script element whatever it contains. */
function insideScript(code: string): string {
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

const inline = ({ code }: Script) => `<script>${insideScript(code)}</script>`;
const hashed = ({ name, code }: Script) => `${name}-${hash(code)}.js`;
const linked = (script: Script) => `<script src="${hashed(script)}"></script>`;

export function pages(moduleNames: string[]): Plugin {
  return {
    name: "pages",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const template = files.find((file) => file.fileName === "index.html");
      if (template?.type !== "asset") throw new Error("the build made no index.html");
      const app = files.flatMap((file) => (file.type === "chunk" ? [file.code] : [])).join("\n");
      const styles = files.flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? [String(file.source)] : []));
      for (const file of files) delete bundle[file.fileName];
      const emit = (fileName: string, content: string) => this.emitFile({ type: "asset", fileName, source: content });

      const [engine, ...others] = moduleNames.map((name) => ({ name, code: moduleScript(name) }));
      if (!engine) throw new Error("the page has no engine");
      // The engine starts while what is needed later still arrives.
      const scripts = [engine, { name: "handbook", code: handbookScript() }, { name: "page", code: app }, ...others];
      const boot = source("src/shell/boot.js");
      const page = (build: "file" | "site", script: (script: Script) => string) =>
        String(template.source)
          .replace(/\s*<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")
          .replace(/\s*<link[^>]*rel="stylesheet"[^>]*>/g, "")
          .replace("<html", () => `<html data-build="${build}"`)
          .replace("<!-- policy -->", () => `<meta http-equiv="Content-Security-Policy" content="${openingPolicy(build)}">`)
          .replace("</head>", () => `<style>${styles.join("\n")}</style>\n</head>`)
          .replace("<!-- boot -->", () => inline({ name: "boot", code: boot }))
          .replace("</body>", () => `${scripts.map(script).join("\n")}\n</body>`);

      const single = page("file", inline);
      const index = page("site", linked);
      emit(SINGLE, single);
      emit(`site/${SINGLE}`, single);
      emit("site/index.html", index);
      for (const script of scripts) emit(`site/${hashed(script)}`, script.code);

      const rules = rulePages();
      for (const [name, html] of rules) emit(`site/${name}`, html);

      const worker = source("site/service-worker.js");
      const kept = ["./", "index.html", SINGLE, ...scripts.map(hashed)];
      const version = hash([index, single, worker, ...rules.map(([, html]) => html)].join());
      emit(
        "site/service-worker.js",
        worker
          .replace("[/* files */]", JSON.stringify(kept))
          .replace("[/* rule pages */]", JSON.stringify(rules.map(([name]) => name)))
          .replace("/* version */", version),
      );
      for (const file of readdirSync(fileURLToPath(new URL("../site/", import.meta.url)))) {
        if (file === "service-worker.js") continue;
        emit(`site/server/${file}`, source(`site/${file}`).replace(/\{\{policy\}\}/g, openingPolicy("site")));
      }
    },
  };
}
