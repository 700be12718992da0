// Why the engine did not start, told from what the browser says: each reason has its own sentence in words/zh.ts.

export type Failure = "damaged" | "blocked" | "blocked-old" | "too-old" | "no-memory" | "internal";

/** The text that carries a module is not all there, or not as it was. */
export class Damaged extends Error {}

export function failureOf(error: unknown): Failure {
  if (error instanceof Damaged) return "damaged";
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  // Chromium to 96, which knows no 'wasm-unsafe-eval': "Wasm code generation disallowed by embedder".
  if (/disallowed by embedder/i.test(message)) return "blocked-old";
  // Later, and WebKit: "... 'unsafe-eval' ... Content Security Policy"; Firefox: "call to WebAssembly.compile() blocked by CSP".
  if (/Content Security Policy|unsafe-eval|\bCSP\b/i.test(message)) return "blocked";
  // "Out of memory: Cannot allocate Wasm memory", "could not allocate memory", "can't allocate", and as the name of old Firefox's error.
  if (name === "RangeError" || /out of memory|allocat/i.test(message)) return "no-memory";
  // The bytes have been checked: what this browser cannot compile or link, it is too old for.
  if (name === "CompileError" || name === "LinkError") return "too-old";
  return "internal";
}

/** Returns a checksum (FNV-1a) of the text that carries a module: a file that was cut short or changed on its way is told from a browser that is too old. */
export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
