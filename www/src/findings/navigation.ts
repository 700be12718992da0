// Going from finding to finding by F8 or the buttons: in the text the cursor goes along, elsewhere the keyboard goes on in the strip that shows the
// finding, and closing that strip gives it back.
import { signal } from "@preact/signals";

import { editor } from "../editor/editor";
import { focusOn } from "../shell/kit/focus";
import { mainPlace, select, selectedFinding, selection } from "../shell/state/selection";
import { words } from "../words";
import { shownFindings, step } from "./shown";

/** What a screen reader is told of the finding that was gone to, where the focus does not say it. */
export const spoken = signal("");

/** To the next (1) or previous (-1) finding. */
export function goOn(by: 1 | -1): void {
  const from = document.activeElement;
  step(by);
  const finding = selectedFinding.value;
  if (!finding) return;
  const place = mainPlace.value;
  if (from?.closest(".cm-content") && place) editor.value?.putCursor(place.start);
  const stays = from?.closest(".cm-content, .inspector, input, select, textarea") ?? null;
  if (!stays) focusOn(".inspector-message");
  spoken.value = stays ? spokenNow() : "";
}

function spokenNow(): string {
  const { findings, labelled, sentences } = words.value;
  const finding = selectedFinding.value;
  const shown = shownFindings.value;
  const chosen = selection.value;
  const at = shown.findIndex(({ index }) => chosen?.kind === "finding" && index === chosen.index);
  if (!finding || at < 0) return "";
  return sentences([findings.position(at + 1, shown.length), labelled(findings.severity[finding.severity], finding.message)]);
}

/** Selects nothing any more; the keyboard goes back to what was selected, the mouse leaves in view what is in view. */
export function leave({ byMouse = false } = {}): void {
  const chosen = selection.value;
  const inside = document.activeElement?.closest(".inspector");
  // Before the strip goes: what has the keyboard then is not taken away, and nothing else is found for it.
  if (chosen && inside) {
    const before = chosen.kind === "finding" ? `#finding-${chosen.index} .finding-main` : `[data-cell="${chosen.id}"] button`;
    document.querySelector<HTMLElement>(before)?.focus({ preventScroll: byMouse });
  }
  select(null);
}
