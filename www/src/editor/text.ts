// What the buttons do to the text and to the numbers put in beside it. All of it can be undone.
import type { Fix } from "../engine/contract";
import type { Because, Origin } from "../shell/state/mended";
import { wantVerdict } from "../shell/kit/focus";
import { checking, correctionKey, corrections, notice, reportIndex } from "../shell/state/page";
import { recordOf } from "../shell/state/record";
import { editor } from "./editor";

/** Puts a number in for a cell of the report that is shown, or takes it back with null. */
export function correct(id: string, value: number | null): void {
  const key = correctionKey(reportIndex.value, id);
  const { [key]: _, ...others } = corrections.value;
  editor.value?.setCorrections(value === null ? others : { ...others, [key]: value });
}

/** Puts several numbers in, in one step. */
export function correctAll(values: Record<string, number>): void {
  const keyed = Object.entries(values).map(([id, value]) => [correctionKey(reportIndex.value, id), value] as const);
  editor.value?.setCorrections({ ...corrections.value, ...recordOf(keyed) });
}

export function dropCorrections(): void {
  editor.value?.setCorrections({});
}

/** Only while the result is that of the text: after a change its places point elsewhere. */
export function applyFixes(fixes: Fix[], said = "", why?: (fix: Fix) => Because | null): void {
  if (checking.value) return;
  editor.value?.apply(fixes, why);
  notice.value = said;
}

/** Another text in place of the whole one, that of a file if one is named; `said` tells where the old one went. */
export function replaceText(text: string, said: string, origin: Origin | null = null): void {
  const box = editor.value;
  if (!box) return;
  const hadText = box.length() > 0;
  if (text !== "") wantVerdict();
  box.replaceAll(text, origin);
  if (hadText) notice.value = said;
}

export function undoText(): void {
  editor.value?.undo();
}
