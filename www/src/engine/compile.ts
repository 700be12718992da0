// Compiles the modules that the page carries.
import { Damaged } from "./failure";
import { type Name, sums } from "./modules";
import { sumOf } from "./sum";

/** The modules as the scripts of the build have laid them down, in base64: with `connect-src 'none'` they could not be fetched. */
declare global {
  interface Window {
    modules?: Partial<Record<Name, string>>;
  }
}

/** Takes up the text of a module. */
export function carried(name: Name): string {
  const text = window.modules?.[name];
  delete window.modules?.[name];
  if (text === undefined) throw new Damaged(name);
  return text;
}

export async function compile(name: Name, text: string): Promise<WebAssembly.Module> {
  if (sumOf(text) !== sums[name]) throw new Damaged(name);
  return WebAssembly.compile(bytesOf(text) as BufferSource);
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
