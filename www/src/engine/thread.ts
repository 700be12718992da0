// Where the modules run: in a worker, or in the page itself where no worker can be had.
// Bundled by itself; the build puts the name of its file here.
import workerFile from "./worker?worker&url";

import { startWorker } from "./carried";
import { type Answer, Host, type Question } from "./host";
import type { Compiled, Sources } from "./modules";
import type { FromWorker, ToWorker } from "./worker";

/** The question was given up. */
export class Cancelled extends Error {}

export interface Thread {
  ask(question: Question): Promise<Answer>;
  /** What it has compiled, for the thread that may come after it. */
  compiled: Compiled;
  /** Gives up what is being asked, but for what is compiled; null where nothing can: in the page itself. */
  cancel: (() => void) | null;
  /** It answers no more; another one is to be started. */
  gone: boolean;
}

/**
 * Chromium 72 crashes some seconds after a worker that held the compiled module was ended and another one got it; 80 does not.
 * There the check that is given up goes on unheeded, and the next one waits for it.
 */
export const threadsCanBeEnded = !/Chrome\/7[0-9]\./.test(navigator.userAgent);

/** In milliseconds. A worker that a browser neither runs nor refuses is not waited for longer. */
const patience = 10_000;

export async function startThread(sources: Sources): Promise<Thread> {
  try {
    return await inWorker(sources);
  } catch {
    return inPage(sources);
  }
}

async function inPage(sources: Sources): Promise<Thread> {
  const host = await Host.start(sources);
  return { ask: (question) => host.answer(question), compiled: host.compiled, cancel: null, gone: false };
}

function inWorker(sources: Sources): Promise<Thread> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(workerFile);
    const tell = (message: ToWorker) => worker.postMessage(message);
    const waiting = new Map<number, { question: Question; resolve(answer: Answer): void; reject(error: Error): void }>();
    let asked = 0;

    const giveUp = (why: Error, which: (question: Question) => boolean) => {
      for (const [number, one] of waiting) {
        if (!which(one.question)) continue;
        one.reject(why);
        waiting.delete(number);
      }
    };
    const end = (why: Error) => {
      thread.gone = true;
      worker.terminate();
      clearTimeout(timer);
      giveUp(why, () => true);
      reject(why);
    };
    /** Asked no more; ended as soon as nothing is left to be compiled, for in old browsers its successor could not. */
    const retire = () => {
      thread.gone = true;
      if (waiting.size === 0) worker.terminate();
    };
    const timer = setTimeout(() => end(new Error("the worker does not start")), patience);

    const thread: Thread = {
      ask: (question) =>
        new Promise((resolve, reject) => {
          if (thread.gone) return reject(new Error("the worker is gone"));
          asked += 1;
          waiting.set(asked, { question, resolve, reject });
          tell({ number: asked, question });
        }),
      compiled: {},
      cancel: () => {
        giveUp(new Cancelled(), (question) => !("compile" in question));
        if (threadsCanBeEnded) retire();
      },
      gone: false,
    };

    worker.onerror = (event) => {
      event.preventDefault();
      end(new Error(event.message || "the worker was refused"));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ("failed" in data) return end(new Error(data.failed));
      if ("answer" in data) {
        waiting.get(data.number)?.resolve(data.answer);
        waiting.delete(data.number);
        if (thread.gone) retire();
      } else {
        clearTimeout(timer);
        thread.compiled = data.started;
        resolve(thread);
      }
    };
    tell({ sources });
  });
}
