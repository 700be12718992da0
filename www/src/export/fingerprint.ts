// The SHA-256 of a text, as `sha256sum` gives it for the text saved in UTF-8. By a library: on plain http the browser has none.
import { sha256 } from "js-sha256";

export function fingerprint(text: string): string {
  return fingerprintOf(new TextEncoder().encode(text));
}

/** The same of the bytes of a file. */
export function fingerprintOf(bytes: Uint8Array): string {
  return sha256(bytes);
}
