// Puts scripts and styles into the HTML itself, as classic inline elements: module scripts do not run from file://.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const bootScript = fileURLToPath(new URL("../src/boot.js", import.meta.url));

/** Text that is safe inside a script element whatever it contains. */
function insideScript(code: string): string {
  return code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

export function singleFile(fileName: string): Plugin {
  return {
    name: "single-file",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName === "index.html");
      if (page?.type !== "asset") throw new Error("the build made no index.html");
      const scripts = files.filter((file) => file.type === "chunk").map((file) => file.code);
      const styles = files
        .filter((file) => file.fileName.endsWith(".css"))
        .map((file) => (file.type === "asset" ? String(file.source) : ""));

      const boot = readFileSync(bootScript, "utf8");
      const html = String(page.source)
        .replace(/\s*<script[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, "")
        .replace(/\s*<link[^>]*rel="stylesheet"[^>]*>/g, "")
        .replace("</head>", () => `<style>${styles.join("\n")}</style>\n</head>`)
        .replace("<!-- boot -->", () => `<script>${insideScript(boot)}</script>`)
        .replace("</body>", () => `${scripts.map((code) => `<script>${insideScript(code)}</script>`).join("\n")}\n</body>`);

      for (const file of files) delete bundle[file.fileName];
      this.emitFile({ type: "asset", fileName, source: html });
    },
  };
}
