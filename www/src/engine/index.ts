// The engine as the page sees it: asked by promises, started anew after a panic, and ended in the middle of a check when the user says so.
import handbook from "virtual:handbook";

import type { CheckOptions, CheckResult, Decoded, Forms, Rule } from "../contract";
import { Damaged, failureOf } from "./failure";
import { type Compiled, type Functions, type Name, names, sums } from "./modules";
import { strictPolicy } from "./policy";
import { sumOf } from "./sum";
import { Cancelled, startThread, type Thread } from "./thread";

export { Cancelled };

/** The engine panicked; it has been started anew and the next question is answered. */
export class EngineCrash extends Error {
  constructor(
    what: string,
    readonly outOfMemory: boolean,
  ) {
    super(what);
  }
}

export interface Engine {
  check(text: string, options: CheckOptions): Promise<CheckResult>;
  decode(bytes: Uint8Array): Promise<Decoded>;
  /** Gives up what is being asked; null where the engine runs in the page itself, which then waits for it anyway. */
  cancel: (() => void) | null;
  forms: Forms;
  rules: Rule[];
  version: string;
}

/** Compiles and starts the engine. Rejects when the file is damaged or the browser cannot run it: see failure.ts. */
export async function startEngine(): Promise<Engine> {
  const compiled = await compile();
  let thread: Promise<Thread> = startThread(compiled);

  async function ask<M extends Name, C extends keyof Functions[M] & string>(
    module: M,
    call: C,
    ...values: unknown[]
  ): Promise<Functions[M][C] extends (...values: never[]) => infer Value ? Value : never> {
    const asked = thread;
    try {
      const answer = await (await asked).ask({ module, call, values });
      if ("crash" in answer) throw new EngineCrash(answer.crash, answer.outOfMemory);
      return answer.value as never;
    } catch (error) {
      if (error instanceof EngineCrash) throw error;
      const current = await asked.catch(() => null);
      // Whoever sees first that the thread is gone starts the next one.
      if (thread === asked && (!current || current.gone)) thread = startThread(compiled);
      if (error instanceof Cancelled) throw error;
      throw new EngineCrash(String(error), failureOf(error) === "no-memory");
    }
  }

  const { cancel } = await thread;
  return {
    check: (text, options) => ask("gouji", "check", text, options),
    decode: (bytes) => ask("gouji", "decode", bytes),
    cancel: cancel && (() => void thread.then((current) => current.cancel?.())),
    forms: handbook.forms,
    rules: handbook.rules,
    version: await ask("gouji", "version"),
  };
}

/** The modules as the scripts of the build have laid them down, in base64: with `connect-src 'none'` they could not be fetched. */
declare global {
  interface Window {
    modules?: Partial<Record<Name, string>>;
  }
}

async function compile(): Promise<Compiled> {
  const carried = window.modules ?? {};
  delete window.modules;
  const compiled = {} as Compiled;
  for (const name of names) {
    const text = carried[name];
    if (text === undefined || sumOf(text) !== sums[name]) throw new Damaged(name);
    compiled[name] = await WebAssembly.compile(bytesOf(text) as BufferSource);
  }
  return compiled;
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** From now on no script can be added and nothing can be fetched: the engine is compiled, so nothing needs more. */
export function lockDown(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = strictPolicy;
  document.head.appendChild(policy);
}
