// One page for each rule, and one that lists them all, in the folder `rules` of the site: plain HTML without scripts, written from what each
// rule says of itself.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Rule } from "../src/engine/contract.ts";
import { chinese } from "../src/words/zh.ts";

export const INDEX = "rules/index.html";
export const pageOf = (id: string) => `rules/${id}.html`;

const { findings, handbook, settings } = chinese;

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const style = `
:root{color-scheme:light dark;--paper:#f4f3ef;--surface:#fff;--ink:#1e2226;--soft:#565b61;--line:#dcd8ce;--accent:#1f4b73}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--surface:#1c2024;--ink:#e4e6e8;--soft:#a9b0b8;--line:#343a41;--accent:#8fbbe6}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:46em;margin:0 auto;padding:1em 1.2em 3em}
h1{font-size:1.5em;line-height:1.4}h2{margin:1.4em 0 .3em;font-size:1.05em}
a{color:var(--accent)}p,dd,ul{margin:0 0 .5em}dt{margin-top:1em;color:var(--soft);font-size:.9em}dd{margin-left:0}ul{padding-left:1.2em}
code,pre{font-family:monospace}pre{padding:.6em .9em;border:1px solid var(--line);background:var(--surface);overflow-x:auto}
nav{display:flex;flex-wrap:wrap;justify-content:space-between;margin-top:2em;padding-top:.8em;border-top:1px solid var(--line)}`;

/** Every page by its path in the site, the list first. */
export function rulePages(): [string, string][] {
  const path = fileURLToPath(new URL("../engine/handbook.json", import.meta.url));
  const { rules } = JSON.parse(readFileSync(path, "utf8")) as { rules: Rule[] };
  return [[INDEX, list(rules)], ...rules.map((rule, i): [string, string] => [pageOf(rule.id), page(rule, rules[i - 1], rules[i + 1])])];
}

function list(rules: Rule[]): string {
  const groups = [...new Set(rules.map(groupOf))];
  const lines = (group: string) =>
    rules
      .filter((rule) => groupOf(rule) === group)
      .map((rule) => `<li>${link(rule)}${escaped(chinese.brackets(severityOf(rule)))}</li>`)
      .join("\n");
  const body = groups.map((group) => `<h2>${escaped(settings.groups[group] ?? group)}</h2>\n<ul>\n${lines(group)}\n</ul>`).join("\n");
  return html(handbook.all, body);
}

function page(rule: Rule, before: Rule | undefined, after: Rule | undefined): string {
  const parts = [
    [handbook.severity, severityOf(rule)],
    [handbook.checks, rule.checks],
    [handbook.why, rule.why],
    [handbook.basis, rule.basis],
    [handbook.bad, rule.bad],
    [handbook.good, rule.good],
  ].map(([name, what]) => `<dt>${escaped(name!)}</dt>\n<dd>${escaped(what!)}</dd>`);
  const neighbours = [before ? `<span>${link(before)}</span>` : "<span></span>", after ? `<span>${link(after)}</span>` : ""].join("\n");
  return html(
    `${rule.id} ${rule.title}`,
    `<dl>\n${parts.join("\n")}\n</dl>
<h2>${escaped(handbook.silence)}</h2>
<p>${escaped(handbook.onThePage(rule.on))}</p>
<p>${escaped(handbook.inTheFile)}</p>
<pre>[rules]
${rule.id} = "${rule.on ? "off" : "on"}"</pre>
<nav>
${neighbours}
</nav>`,
  );
}

const groupOf = (rule: Rule) => rule.id.split("-")[0] ?? "";
const severityOf = ({ severity, on }: Rule) => findings.severity[severity] + (on ? "" : handbook.offByDefault);
const link = ({ id, title }: Rule) => `<a href="${id}.html">${id} ${escaped(title)}</a>`;

function html(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - ${escaped(chinese.name)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<p><a href="../index.html">${escaped(handbook.back)}</a>　<a href="index.html">${escaped(handbook.all)}</a></p>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
