// The page of all rules in the site, a part for each: plain HTML without scripts, written from what each rule says of itself.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Rule } from "../src/engine/contract.ts";
import { chinese } from "../src/words/zh.ts";

export const RULES = "rules.html";

const { findings, handbook, settings } = chinese;

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
export const rulesStyle = `
:root{color-scheme:light dark;--paper:#f4f3ef;--surface:#fff;--ink:#1e2226;--soft:#565b61;--line:#dcd8ce;--accent:#1f4b73}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--surface:#1c2024;--ink:#e4e6e8;--soft:#a9b0b8;--line:#343a41;--accent:#8fbbe6}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:46em;margin:0 auto;padding:1em 1.2em 3em}
h1{font-size:1.5em;line-height:1.4}h2,h3{margin:1.4em 0 .3em;font-size:1.05em}h3{font-size:1em}
a{color:var(--accent)}p,dd,ul{margin:0 0 .5em}dt{margin-top:1em;color:var(--soft);font-size:.9em}dd{margin-left:0}ul{padding-left:1.2em}
code,pre{font-family:monospace}pre{padding:.6em .9em;border:1px solid var(--line);background:var(--surface);overflow-x:auto}
section{margin-top:2em;padding-top:.4em;border-top:1px solid var(--line)}section:target{border-top:3px solid var(--accent)}
`;

/** The page; `sheet` is the name of its style. */
export function rulesPage(sheet: string): string {
  const path = fileURLToPath(new URL("../engine/handbook.json", import.meta.url));
  const { rules } = JSON.parse(readFileSync(path, "utf8")) as { rules: Rule[] };
  return html(handbook.all, `${list(rules)}\n${rules.map(part).join("\n")}`, sheet);
}

function list(rules: Rule[]): string {
  const groups = [...new Set(rules.map(groupOf))];
  const lines = (group: string) =>
    rules
      .filter((rule) => groupOf(rule) === group)
      .map((rule) => `<li>${link(rule)}${escaped(chinese.brackets(severityOf(rule)))}</li>`)
      .join("\n");
  return groups.map((group) => `<h2>${escaped(settings.groups[group] ?? group)}</h2>\n<ul>\n${lines(group)}\n</ul>`).join("\n");
}

function part(rule: Rule): string {
  const facts = [
    [handbook.severity, severityOf(rule)],
    [handbook.checks, rule.checks],
    [handbook.why, rule.why],
    [handbook.basis, rule.basis],
    [handbook.bad, rule.bad],
    [handbook.good, rule.good],
  ].map(([name, what]) => `<dt>${escaped(name!)}</dt>\n<dd>${escaped(what!)}</dd>`);
  return `<section id="${rule.id}">
<h2>${rule.id} ${escaped(rule.title)}</h2>
<dl>\n${facts.join("\n")}\n</dl>
<h3>${escaped(handbook.silence)}</h3>
<p>${escaped(handbook.onThePage(rule.on))}</p>
<p>${escaped(handbook.inTheFile)}</p>
<pre>[rules]
${rule.id} = "${rule.on ? "off" : "on"}"</pre>
<p><a href="#top">${escaped(handbook.all)}</a></p>
</section>`;
}

const groupOf = (rule: Rule) => rule.id.split("-")[0] ?? "";
const severityOf = ({ severity, on }: Rule) => findings.severity[severity] + (on ? "" : handbook.offByDefault);
const link = ({ id, title }: Rule) => `<a href="#${id}">${id} ${escaped(title)}</a>`;

function html(title: string, body: string, sheet: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} - ${escaped(chinese.name)}</title>
<link rel="stylesheet" href="${sheet}">
</head>
<body>
<main id="top">
<p><a href="index.html">${escaped(handbook.back)}</a></p>
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
