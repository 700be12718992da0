// CodeMirror's styles go into the page's own sheet, rule by rule: a style element would be inline style, which strict hosts refuse.
import { StyleModule } from "style-mod";

/** Those whose rules lie at the head of the sheet, in their order: the page's own rules come after them. */
let mounted: StyleModule[] = [];
let rules = 0;

const mountElement = StyleModule.mount;

StyleModule.mount = (root, modules, options) => {
  const sheet = root === document ? ownSheet() : null;
  if (!sheet) return mountElement.call(StyleModule, root, modules, options);
  const asked = Array.isArray(modules) ? modules : [modules];
  const wanted = [...mounted.filter((module) => asked.indexOf(module) < 0), ...asked];
  if (wanted.length === mounted.length && wanted.every((module, i) => module === mounted[i])) return;
  for (; rules > 0; rules -= 1) sheet.deleteRule(0);
  for (const rule of wanted.map((module) => module.getRules()).join("\n").split("\n")) {
    try {
      sheet.insertRule(rule, rules);
      rules += 1;
    } catch {
      // Of another browser: a sheet that is read skips it too.
    }
  }
  mounted = wanted;
};

/** From disk, Chromium and Firefox hold the site's sheet for another's: it may not be touched. */
function ownSheet(): CSSStyleSheet | null {
  const sheet = document.styleSheets[0];
  try {
    return sheet && sheet.cssRules ? sheet : null;
  } catch {
    return null;
  }
}
