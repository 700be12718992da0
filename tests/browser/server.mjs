// Serves a folder to the browsers under test, on every address of this machine, and keeps a log of all that is asked of it.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { networkInterfaces } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** What `cargo xtask build` has written. */
export const DIST = new URL("../../dist/", import.meta.url);

const KINDS = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".txt": "text/plain; charset=utf-8" };

/** An address of this machine that browsers do not take for the machine itself: only then plain http is as plain as on an intranet. */
export function outsideAddress() {
  const addresses = Object.values(networkInterfaces()).flat();
  const outside = addresses.find(({ family, internal }) => family === "IPv4" && !internal);
  if (!outside) throw new Error("this machine has no address but the loopback one: plain http cannot be tested");
  return outside.address;
}

/** Serves the folder, given as a URL, by https where there is a certificate; a path named in `answers` has an answer of its own. */
export async function serve(folder, { headers = {}, answers = {}, certificate } = {}) {
  const log = [];
  const sockets = new Set();
  const answer = (request, response) => {
    const { pathname } = new URL(request.url, "http://any");
    log.push(request.url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("Cache-Control", "no-store");
    const own = answers[pathname];
    if (own) return own(request, response);
    const path = join(fileURLToPath(folder), normalize(decodeURIComponent(pathname)), pathname.endsWith("/") ? "index.html" : "");
    if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    response.setHeader("Content-Type", KINDS[extname(path)] ?? "application/octet-stream");
    createReadStream(path).pipe(response);
  };
  const server = certificate ? createSecureServer(certificate, answer) : createServer(answer);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, "0.0.0.0", resolve));
  // A test that fails halfway must not keep the run from ending.
  server.unref();
  const { port } = server.address();
  const scheme = certificate ? "https" : "http";
  return {
    /** The server as another machine would name it. */
    outside: `${scheme}://${outsideAddress()}:${port}`,
    /** The server as this machine names it: a secure context even without https. */
    local: `${scheme}://127.0.0.1:${port}`,
    log,
    answers,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
