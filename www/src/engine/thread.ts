// Where the modules run: in a worker, or in the page itself where no worker can be had.
import EngineWorker from "./worker?worker&inline";

import { type Answer, Host, type Question } from "./host";
import type { Compiled } from "./modules";
import type { FromWorker, ToWorker } from "./worker";

export interface Thread {
  /** Rejects when the whole thread is gone, ended or not. */
  ask(question: Question): Promise<Answer>;
  /** Ends it whatever it is doing; only a worker can be ended. */
  end: (() => void) | null;
}

/** In milliseconds. A worker that a browser neither runs nor refuses is not waited for longer. */
const patience = 10_000;

export async function startThread(compiled: Compiled): Promise<Thread> {
  try {
    return await inWorker(compiled);
  } catch {
    return inPage(compiled);
  }
}

async function inPage(compiled: Compiled): Promise<Thread> {
  const host = await Host.start(compiled);
  return { ask: (question) => host.answer(question), end: null };
}

function inWorker(compiled: Compiled): Promise<Thread> {
  return new Promise((resolve, reject) => {
    const worker = new EngineWorker();
    const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
    let asked = 0;
    let gone: Error | null = null;

    const end = (why: string) => {
      gone = new Error(why);
      worker.terminate();
      clearTimeout(timer);
      for (const one of waiting.values()) one.reject(gone);
      waiting.clear();
      reject(gone);
    };
    const timer = setTimeout(() => end("the worker does not start"), patience);
    const tell = (message: ToWorker) => worker.postMessage(message);

    worker.onerror = (event) => {
      event.preventDefault();
      end(event.message || "the worker was refused");
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("failed" in data) return end(data.failed);
      if ("answer" in data) {
        waiting.get(data.number)?.resolve(data.answer);
        waiting.delete(data.number);
        return;
      }
      clearTimeout(timer);
      resolve({
        ask: (question) =>
          new Promise((resolve, reject) => {
            if (gone) return reject(gone);
            asked += 1;
            waiting.set(asked, { resolve, reject });
            tell({ number: asked, question });
          }),
        end: () => end("ended"),
      });
    };
    tell({ compiled });
  });
}
