// A certificate for this machine's own addresses, made anew in every run, and the name by which browsers are told to trust it.
import { X509Certificate, createHash } from "node:crypto";
import { promisify } from "node:util";

import selfsigned from "selfsigned";

import { outsideAddress } from "./server.mjs";

const make = promisify(selfsigned.generate);

/** `{ key, cert }` as a server of Node's takes them, and `trust`, the hash of the public key as Chromium takes it. */
export async function certificate() {
  const addresses = ["127.0.0.1", outsideAddress()].map((ip) => ({ type: 7, ip }));
  const { private: key, cert } = await make([{ name: "commonName", value: "gouji" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: addresses }],
  });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { key, cert, trust: createHash("sha256").update(publicKey).digest("base64") };
}
