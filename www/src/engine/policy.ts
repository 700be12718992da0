// The two Content Security Policies of the page: what it may do from its first byte, and what is left once the engine runs.

const always = "connect-src 'none'; img-src data:; font-src 'none'; media-src 'none'; manifest-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'";

/** Workers are made of text that the page carries (blob:); the site folder adds its service worker. */
const workers = (sources: string) => `worker-src ${sources}; child-src ${sources}`;

/** In the HTML itself. No default-src and no script-src: old browsers would then refuse to compile the engine. No
 * prefetch-src: new browsers complain of it, and the stricter policy closes that way before the first text is checked. */
export const openingPolicy = (build: "file" | "site") =>
  `${always}; style-src 'unsafe-inline'; ${workers(build === "site" ? "'self' blob:" : "blob:")}`;

/**
 * Added once the engine is compiled: no script can be added any more. Workers may still be started anew after a check was cancelled, and
 * the engine after a panic: WebKit counts that as 'wasm-unsafe-eval'.
 */
export const strictPolicy = `default-src 'none'; script-src 'wasm-unsafe-eval'; ${always}; style-src 'unsafe-inline'; ${workers("blob:")}`;
