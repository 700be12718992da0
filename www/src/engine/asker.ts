// Asks modules that run in a thread of their own, which is started anew after it failed or was ended.
import { failureOf } from "./failure";
import type { Question } from "./host";
import type { Functions, Name, Sources } from "./modules";
import { Cancelled, startThread, type Thread } from "./thread";

/** The engine panicked; it has been started anew and the next question is answered. */
export class EngineCrash extends Error {
  constructor(
    what: string,
    readonly outOfMemory: boolean,
  ) {
    super(what);
  }
}

export { Cancelled };

type Answered<M extends Name, C extends keyof Functions[M]> = Functions[M][C] extends (...values: never[]) => infer Value ? Value : never;

export interface Asker {
  ask<M extends Name, C extends keyof Functions[M] & string>(module: M, call: C, ...values: unknown[]): Promise<Answered<M, C>>;
  /** Compiles another module: in the thread that was started before the strict policy, old browsers do it to the end. */
  compile(name: Name, text: string): Promise<WebAssembly.Module>;
  /** Gives up what is being asked; null where the modules run in the page itself, which then waits for them anyway. */
  cancel: (() => void) | null;
}

/** Starts the thread of these modules. */
export async function asker(sources: Sources): Promise<Asker> {
  let thread: Promise<Thread> = startThread(sources);
  const { compiled, cancel } = await thread;

  async function ask<M extends Name, C extends keyof Functions[M] & string>(
    module: M,
    call: C,
    ...values: unknown[]
  ): Promise<Answered<M, C>> {
    return (await put({ module, call, values })) as never;
  }

  async function put(question: Question): Promise<unknown> {
    await replaceIfGone(thread);
    const asked = thread;
    try {
      const answer = await (await asked).ask(question);
      if ("crash" in answer) throw new EngineCrash(answer.crash, answer.outOfMemory);
      return answer.value;
    } catch (error) {
      if (error instanceof EngineCrash) throw error;
      await replaceIfGone(asked);
      if (error instanceof Cancelled) throw error;
      throw new EngineCrash(String(error), failureOf(error) === "no-memory");
    }
  }

  /** Whoever sees first that the thread is gone starts the next one. */
  async function replaceIfGone(seen: Promise<Thread>): Promise<void> {
    const current = await seen.catch(() => null);
    if (thread === seen && (!current || current.gone)) thread = startThread(compiled);
  }

  const compile = async (name: Name, text: string) => (await put({ compile: name, text })) as WebAssembly.Module;

  return { ask, compile, cancel: cancel && (() => void thread.then((current) => current.cancel?.())) };
}
