// Asks modules that run in a thread of their own, which is started anew after it failed or was ended.
import { failureOf } from "./failure";
import type { Compiled, Functions, Name } from "./modules";
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
  /** Gives up what is being asked; null where the modules run in the page itself, which then waits for them anyway. */
  cancel: (() => void) | null;
}

export async function asker(compiled: Compiled): Promise<Asker> {
  let thread: Promise<Thread> = startThread(compiled);

  async function ask<M extends Name, C extends keyof Functions[M] & string>(
    module: M,
    call: C,
    ...values: unknown[]
  ): Promise<Answered<M, C>> {
    await replaceIfGone(thread);
    const asked = thread;
    try {
      const answer = await (await asked).ask({ module, call, values });
      if ("crash" in answer) throw new EngineCrash(answer.crash, answer.outOfMemory);
      return answer.value as never;
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

  const { cancel } = await thread;
  return { ask, cancel: cancel && (() => void thread.then((current) => current.cancel?.())) };
}
