// The two Content Security Policies of the page: what it may do from its first byte, and what is left once the engine runs.

export type Edition = "file" | "site";

/** Which edition this page is. */
export const editionOf = (page: Document): Edition => (page.documentElement.getAttribute("data-build") === "site" ? "site" : "file");

const always = "connect-src 'none'; font-src 'none'; media-src 'none'; manifest-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'";

/** In the single file the worker is text that the page carries (blob:); in the site it is a file. */
const workers = { file: "blob:", site: "'self'" };
/** The site's icon is a file: strict hosts refuse data:. */
const images = { file: "data:", site: "'self' data:" };

const rest = (edition: Edition) =>
  `${always}; img-src ${images[edition]}; worker-src ${workers[edition]}; child-src ${workers[edition]}`;

/**
 * In the HTML itself; `scripts` and `styles` are the sources of its elements. No default-src and no script-src: old browsers would then
 * refuse to compile the engine; those that do not know script-src-elem ignore it. No prefetch-src: new browsers complain of it, and the
 * stricter policy closes that way before the first text is checked.
 */
export const openingPolicy = (edition: Edition, scripts: string, styles: string) =>
  `script-src-elem ${scripts}; style-src ${styles}; ${rest(edition)}; require-trusted-types-for 'script'; trusted-types gouji`;

/**
 * Added once the engine is compiled: no script can be added any more. Workers may still be started anew after a check was cancelled, and
 * the engine after a panic: WebKit counts that as 'wasm-unsafe-eval'.
 */
export const strictPolicy = (edition: Edition) =>
  `default-src 'none'; script-src 'wasm-unsafe-eval'; ${rest(edition)}; style-src 'unsafe-inline'`;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): unknown };
}

const ownScript = /^(blob:|worker-[0-9a-f]+\.js$|service-worker\.js$)/;
let own: ReturnType<TrustedTypes["createPolicy"]> | null = null;

/** Returns the address as browsers with trusted types wish it where a script is started: no other address of a script is one. */
export function scriptAddress(address: string): string {
  const { trustedTypes } = self as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  own = own || trustedTypes.createPolicy("gouji", { createScriptURL });
  return own.createScriptURL(address) as string;
}

function createScriptURL(address: string): string {
  if (!ownScript.test(address)) throw new TypeError(`no script of the page: ${address}`);
  return address;
}
