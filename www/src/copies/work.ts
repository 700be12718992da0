// Saving the work, and whether there is any that would be lost.
import { signal } from "@preact/signals";

import { editor } from "../editor/editor";
import { download, fileName } from "../export/download";
import { keptChanges, type Session, sessionText } from "../files/session";
import { isEmpty } from "../review/desk";
import { dismissals } from "../shell/state/dismissed";
import { madeChanges, origin } from "../shell/state/mended";
import { corrections, level, previous, published, report, textLength } from "../shell/state/page";
import { words } from "../words";
import { say } from "./save";

/** The work as it was when it was saved last. */
const savedAs = signal("");

function session(): Session {
  return {
    text: editor.value?.openedAs() ?? "",
    changes: keptChanges(madeChanges.value),
    corrections: corrections.value,
    decisions: dismissals.value,
    previous: previous.value,
    published: published.value,
    level: level.value,
  };
}

export async function saveWork(): Promise<void> {
  const work = session();
  const { session: said } = words.value;
  const file = await sessionText(work, origin.value, said.note, new Date());
  const name = fileName(report.value?.title ?? null, said.fileName, "gouji.json");
  download(new Blob([file], { type: "application/json" }), name);
  savedAs.value = JSON.stringify(work);
  say(said.saved(name), { notes: [said.note] });
}

/** Whether leaving the page would lose something: a text that is none of the `examples`, last year's, the desk. */
export function wouldBeLost(examples: string[]): boolean {
  const hasText = textLength.value > 0 && !examples.includes(editor.value?.text() ?? "");
  if (!hasText && previous.value === "" && isEmpty.value) return false;
  return !isEmpty.value || JSON.stringify(session()) !== savedAs.value;
}
