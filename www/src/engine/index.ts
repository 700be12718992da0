// The engine as the page sees it: asked by promises, started anew after a panic, and ended in the middle of a check when the user says so.
import { asker } from "./asker";
import { carried, readDivisions, readHandbook } from "./carried";
import type { CheckOptions, CheckResult, Forms, Rule } from "./contract";
import type { Name } from "./modules";
import { editionOf, strictPolicy } from "./policy";
import { asCharacters } from "./radicals";

export { Cancelled, EngineCrash } from "./asker";

export interface Engine {
  check(text: string, options: CheckOptions): Promise<CheckResult>;
  /** Gives up what is being asked; null where the engine runs in the page itself, which then waits for it anyway. */
  cancel: (() => void) | null;
  /** Compiles a module that is needed later. */
  compile(name: Name): Promise<WebAssembly.Module>;
  forms: Forms;
  rules: Rule[];
  version: string;
}

/** Compiles and starts the engine, and warms it up with an example. Rejects when the file is damaged or the browser cannot run it: see failure.ts. */
export async function startEngine(example: string): Promise<Engine> {
  const { ask, cancel, compile } = await asker({ gouji: carried("gouji") });
  const version = ask("gouji", "version");
  // Browsers compile a function when it first runs: with an example, while the page is drawn, not with the user's text.
  const divisions = readDivisions();
  const beside = divisions === undefined ? {} : { divisions };
  if (cancel) void ask("gouji", "check", example, beside).catch(() => {});
  const { forms, rules } = readHandbook();
  return {
    check: (text, { previous, ...options }) =>
      ask("gouji", "check", asCharacters(text), {
        ...beside,
        ...options,
        ...(previous === undefined ? {} : { previous: asCharacters(previous) }),
      }),
    cancel,
    compile: async (name) => compile(name, carried(name)),
    forms,
    rules,
    version: await version,
  };
}

/** From now on no script can be added and nothing can be fetched: the engine runs, so nothing needs more. */
export function lockDown(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = strictPolicy(editionOf(document));
  document.head.appendChild(policy);
}
