// A page that carries a county's own profile: one is read when the page starts, and a copy of the page is made with another.
import type { Profile } from "../engine/contract";
import { CARRIED, carried, carriedText } from "../shell/state/carried";
import { words } from "../words";
import { faultOf, profileFrom, profileText } from "./profile";

/** Tries what the page carries, before the first text is checked with it. */
export async function takeCarried(): Promise<void> {
  const text = carriedText();
  if (text === "") return;
  const fault = await faultOf(text).catch(() => words.value.profile.cannotTry);
  carried.value = fault ? { fault } : { profile: profileFrom(text) };
}

const open = `<script type="application/json" id="${CARRIED}">`;
const close = "</script>";
/** Where the page begins; what is carried stands right before it, so that it is there when the scripts run. */
const start = '<div id="page"><p class="cannot-run">';

/** Returns the text of a page that carries this profile in place of any other; null where the text is no page of gouji's. */
export function withProfile(page: string, profile: Profile): string | null {
  const at = page.indexOf(start);
  if (at < 0 || !/<html data-build="(file|site)"/.test(page.slice(0, at))) return null;
  const before = page.slice(0, at);
  const old = before.lastIndexOf(open);
  const bare = old < 0 ? before : before.slice(0, old);
  // No mark of markup within, so that it ends where it ends.
  return `${bare}${open}\n${profileText(profile).replace(/</g, "\\u003c")}${close}\n${page.slice(at)}`;
}
