// From places of the editor's text to those of the file, and of a copy with some of the changes.
import type { TextChange } from "../engine/file-types";
import type { MadeChange } from "../shell/state/mended";

/** The editor knows one end of a line, a file may have two characters for it. Returns where a place of the editor's text lies in the file's. */
export function inFile(text: string): (place: number) => number {
  const pairs: number[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) pairs.push(at - pairs.length);
  if (pairs.length === 0) return (place) => place;
  return (place) => place + countBelow(pairs, place);
}

/** How many of the ascending numbers are below this one. */
function countBelow(numbers: number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the changes with places of the file. */
export function changesInFile(changes: MadeChange[], text: string): TextChange[] {
  const place = inFile(text);
  return changes.map(({ start, end, text: words }) => ({ start: place(start), end: place(end), text: words }));
}

/** Returns where a place of the edited text lies in the text as it was opened; inside a change, at its begin. */
export function asOpened(changes: MadeChange[]): (place: number) => number {
  return (place) => {
    let moved = 0;
    for (const { start, end, from, to } of changes) {
      if (place < from) break;
      if (place < to) return start;
      moved = end - to;
    }
    return place + moved;
  };
}

/** Returns where a place of the text as it was opened lies once these changes are made; one that was changed spans its new words. */
export function asChanged(changes: TextChange[]): (start: number, end: number) => { start: number; end: number } {
  const sorted = [...changes].sort((a, b) => a.start - b.start);
  return (start, end) => {
    let [before, inside] = [0, 0];
    for (const change of sorted) {
      const grown = change.text.length - (change.end - change.start);
      if (change.end <= start && !(change.start === start && change.end === start)) before += grown;
      else if (change.start < end || (change.start === end && change.end === end)) inside += grown;
    }
    return { start: start + before, end: Math.max(start, end + inside) + before };
  };
}
