// What the page carries in the scripts of its build: the modules, which are compiled here, the handbook of the engine, and the program of
// the worker.
import type { Handbook } from "./contract";
import { Damaged, sumOf } from "./failure";
import { type Name, sums } from "./modules";
import { scriptAddress } from "./policy";

/** The scripts of the build lay the modules down in base64: with `connect-src 'none'` they could not be fetched. */
declare global {
  interface Window {
    modules?: Partial<Record<Name, string>>;
    handbook?: string;
    divisions?: string;
    worker?: string;
  }
}

/** Takes up the text of a module. */
export function carried(name: Name): string {
  const text = window.modules?.[name];
  delete window.modules?.[name];
  if (text === undefined) throw new Damaged(name);
  return text;
}

/** Takes up the forms and the rules of the engine. */
export function readHandbook(): Handbook {
  const text = window.handbook;
  delete window.handbook;
  if (text === undefined) throw new Damaged("handbook");
  return JSON.parse(text) as Handbook;
}

/** Takes up the table of divisions; the engine does without one. */
export function readDivisions(): string | undefined {
  const text = window.divisions;
  delete window.divisions;
  return text;
}

let program: string | undefined;

/** Starts the worker: from the text that the single file carries, which keeps to the page's policy, or from the file of the site. */
export function startWorker(file: string): Worker {
  const { worker: text } = window;
  delete window.worker;
  program = program || (text === undefined ? file : URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  return new Worker(scriptAddress(program));
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
