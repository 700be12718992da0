// The engine in the page: compiled once, instantiated anew after a panic, asked by promises so that a worker can take its place.
import { createGlue } from "virtual:engine-glue";
import handbook from "virtual:handbook";

import type { CheckOptions, CheckResult, Decoded, Forms, Glue, Rule } from "./contract";

/** The engine panicked; it has been started anew and the next check works. */
export class EngineCrash extends Error {}

export interface Engine {
  check(text: string, options: CheckOptions): Promise<CheckResult>;
  decode(bytes: Uint8Array): Promise<Decoded>;
  forms: Forms;
  rules: Rule[];
  version: string;
}

function wasmBytes(): Uint8Array {
  const block = document.getElementById("engine-wasm");
  const binary = atob(block?.textContent ?? "");
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  block?.parentNode?.removeChild(block);
  return bytes;
}

/** Compiles and starts the engine. Rejects when the file is damaged or the browser cannot run it. */
export async function startEngine(): Promise<Engine> {
  const module = await WebAssembly.compile(wasmBytes() as BufferSource);
  let glue: Glue = await instantiate(module);

  async function ask<T>(question: (glue: Glue) => T): Promise<T> {
    try {
      return question(glue);
    } catch (error) {
      glue = await instantiate(module);
      throw new EngineCrash(String(error));
    }
  }

  return {
    check: (text, options) => ask((glue) => glue.check(text, options)),
    decode: (bytes) => ask((glue) => glue.decode(bytes)),
    forms: handbook.forms,
    rules: handbook.rules,
    version: glue.version(),
  };
}

async function instantiate(module: WebAssembly.Module): Promise<Glue> {
  const glue = createGlue();
  await glue({ module_or_path: module });
  return glue;
}

/** From now on no script can be added and nothing can be fetched: the engine is compiled, so nothing needs more. */
export function lockDown(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  document.head.appendChild(policy);
}
