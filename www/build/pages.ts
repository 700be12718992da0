// Makes the two pages from one bundle: gouji.html with everything inside, and the folder site/ with everything as a hashed file of its own, a
// service worker and the page of the rules.
// Both have classic scripts, for module scripts do not run from file://.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

import { openingPolicy } from "../src/engine/policy.ts";
import { filledIn, headersOf } from "./headers.ts";
import { handbookScript, moduleScript, workerScript } from "./modules.ts";
import { RULES, rulesPage, rulesStyle } from "./rule-pages.ts";

/** The single file; the site carries it too, for those who want to take it along. */
const SINGLE = "gouji.html";

const source = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** A source of a policy: just this text between the tags of an element. */
const sourceOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

interface Part {
  name: string;
  code: string;
}

/** Text that is safe inside a script element whatever it contains. */
function insideScript(code: string): string {
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

const hashed = ({ name, code }: Part, ending = "js") => `${name}-${hash(code)}.${ending}`;

/** Takes the one file of the bundle that is asked for. */
function only<File>(files: File[], what: string): File {
  if (files.length !== 1) throw new Error(`the build made ${files.length} files, not one, for ${what}`);
  return files[0]!;
}

export function pages(moduleNames: string[]): Plugin {
  return {
    name: "pages",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const assets = files.flatMap((file) => (file.type === "asset" ? [{ name: file.fileName, code: String(file.source) }] : []));
      const asset = (pattern: RegExp) => only(assets.filter(({ name }) => pattern.test(name)), String(pattern));
      const template = asset(/^index\.html$/).code;
      const style = { name: "page", code: asset(/\.css$/).code };
      const bundled = asset(/worker.*\.js$/);
      const worker = { name: "worker", code: bundled.code };
      const app = only(files.flatMap((file) => (file.type === "chunk" ? [file.code] : [])), "the page");
      const page = { name: "page", code: app.replace(`/${bundled.name}`, hashed(worker)) };
      for (const file of files) delete bundle[file.fileName];
      const emit = (fileName: string, content: string) => this.emitFile({ type: "asset", fileName, source: content });

      const [engine, ...others] = moduleNames.map((name) => ({ name, code: moduleScript(name) }));
      if (!engine) throw new Error("the page has no engine");
      const boot = { name: "boot", code: source("src/shell/boot.js") };
      // The engine starts while what is needed later still arrives.
      const scripts = [engine, { name: "handbook", code: handbookScript() }, page, ...others];

      const fingerprint = hash([boot, worker, style, ...scripts].map(({ code }) => hash(code)).join());
      const licences = readFileSync(fileURLToPath(new URL("../engine/licences.txt", import.meta.url)), "utf8");

      const filled = (places: Record<string, string>) =>
        Object.entries(places).reduce((page, [place, content]) => page.replace(place, () => content), stripped(template));

      const inside = [boot.code, workerScript(worker.code), ...scripts.map(({ code }) => code)].map(insideScript);
      const css = `${style.code}\n`;
      const singlePolicy = openingPolicy("file", inside.map(sourceOf).join(" "), sourceOf(css));
      const single = filled({
        "<html": `<html data-build="file" data-fingerprint="${fingerprint}"`,
        "<!-- policy -->": policyElement(singlePolicy),
        "<!-- icon -->": `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(source("site/icon.svg").trim())}">`,
        "</head>": `<style>${css}</style>\n</head>`,
        "<!-- scripts -->": [
          ...inside.map((code) => `<script>${code}</script>`),
          `<script type="text/plain" id="licences">\n${insideScript(licences)}</script>`,
        ].join("\n"),
      });

      const sheet = hashed(style, "css");
      const index = filled({
        "<html": `<html data-build="site" data-fingerprint="${fingerprint}"`,
        // From disk the editor's rules cannot be added to a sheet that is a file: it makes an element. A host that is strict says so itself.
        "<!-- policy -->": policyElement(openingPolicy("site", "'self'", "'self' 'unsafe-inline'")),
        "<!-- icon -->": `<link rel="icon" href="icon.svg">`,
        "</head>": `<link rel="stylesheet" href="${sheet}">\n</head>`,
        "<!-- scripts -->": [boot, ...scripts].map((script) => `<script src="${hashed(script)}"></script>`).join("\n"),
      });
      emit(SINGLE, single);
      emit(`site/${SINGLE}`, single);
      emit("site/index.html", index);
      emit("site/licences.txt", licences);
      emit("build.txt", `build ${fingerprint}\n`);
      emit("site/icon.svg", source("site/icon.svg"));
      emit(`site/${sheet}`, style.code);
      for (const script of [boot, worker, ...scripts]) emit(`site/${hashed(script)}`, script.code);

      const rulesSheet = hashed({ name: "rules", code: rulesStyle }, "css");
      const rules = rulesPage(rulesSheet);
      emit(`site/${RULES}`, rules);
      emit(`site/${rulesSheet}`, rulesStyle);

      const offline = source("site/service-worker.js");
      const kept = ["./", "index.html", "icon.svg", "licences.txt", SINGLE, RULES, sheet, rulesSheet, ...[boot, worker, ...scripts].map((script) => hashed(script))];
      const version = hash([index, single, offline, rules, rulesStyle].join());
      emit(
        "site/service-worker.js",
        offline.replace("[/* files */]", JSON.stringify(kept)).replace("/* version */", version),
      );

      const headers = headersOf(singlePolicy);
      emit("site/server/headers.json", `${JSON.stringify(headers, null, 2)}\n`);
      for (const file of readdirSync(fileURLToPath(new URL("../site/", import.meta.url)))) {
        if (["service-worker.js", "icon.svg"].includes(file)) continue;
        emit(`site/server/${file}`, filledIn(source(`site/${file}`), headers));
      }
    },
  };
}

/** The template without what the bundler put into it. */
const stripped = (template: string) =>
  template
    .replace(/\s*<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")
    .replace(/\s*<link[^>]*rel="(stylesheet|modulepreload)"[^>]*>/g, "");

const policyElement = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
