// Takes up the work that was saved.
import { batch } from "@preact/signals";

import { checkSoon, whenChecked } from "../editor/checking";
import { editor } from "../editor/editor";
import { applyFixes, replaceText } from "../editor/text";
import { dismissals } from "../shell/state/dismissed";
import { level, notice, previous, published, textNumber } from "../shell/state/page";
import { words } from "../words";
import { again } from "./again";
import { type KeptChange, readSession } from "./session";

/** Puts a session in place of what is there; returns the sentence that says so, or why it cannot be. */
export function openSession(bytes: Uint8Array, name: string): string {
  const read = readSession(bytes);
  if ("wrong" in read) return words.value.files.failed(name, words.value.session[read.wrong]);
  const { session, origin } = read;
  batch(() => {
    again.value = null;
    previous.value = session.previous;
    published.value = session.published;
    level.value = session.level;
    replaceText(session.text, "", origin);
  });
  const opened = textNumber.value;
  const said = words.value.session.opened(name, session.changes.length);
  // Decisions are of a report, which the check names first.
  whenChecked(() => {
    if (textNumber.value !== opened) return;
    if (session.changes.length > 0) applyFixes(session.changes, said, (fix) => (fix as KeptChange).because);
    if (Object.keys(session.corrections).length > 0) editor.value?.setCorrections(session.corrections);
    dismissals.value = session.decisions;
    // Each step before has said what it did.
    notice.value = said;
    checkSoon();
  });
  return said;
}
