// The modules in a worker of their own, so that typing never waits for them: first come the modules, then questions.
import { type Answer, Host, type Question } from "./host";
import type { Compiled, Sources } from "./modules";

export type ToWorker = { sources: Sources } | { number: number; question: Question };
export type FromWorker = { started: Compiled } | { failed: string } | { number: number; answer: Answer };

/** As much of a worker's own surroundings as is used; the types of the page have other ones. */
interface Surroundings {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  onmessageerror: () => void;
  postMessage(message: FromWorker): void;
}
const worker = self as unknown as Surroundings;

/** A worker that is a file keeps to its own headers, not to the page's policy: it puts away all by which something could be sent. */
const waysOut = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker", "SharedWorker",
  "RTCPeerConnection", "FontFace", "fonts", "caches", "CacheStorage", "Cache", "BackgroundFetchManager", "fetchLater",
];
for (let at: object | null = self; at; at = Object.getPrototypeOf(at)) {
  for (const way of waysOut) Reflect.deleteProperty(at, way);
}

let host: Promise<Host>;
/** One after the other: a module that is being started anew can answer nothing. */
let turn = Promise.resolve();

worker.onmessage = ({ data }) => {
  if ("sources" in data) {
    host = Host.start(data.sources);
    host
      .then(({ compiled }) => worker.postMessage({ started: compiled }))
      .catch((error) => worker.postMessage({ failed: String(error) }));
    return;
  }
  turn = turn.then(async () => {
    const answer = await (await host).answer(data.question);
    worker.postMessage({ number: data.number, answer });
  });
  // Not even started anew: the page is told by the worker's own error, and replaces it.
  turn.catch((error) => setTimeout(() => { throw error; }));
};

worker.onmessageerror = () => worker.postMessage({ failed: "the modules did not arrive" });
