// Lines and ranges of the text that was checked, which the editor may have left behind.

export interface Line {
  text: string;
  start: number;
  /** From 1. */
  number: number;
}

/** Returns a range with the bracket before it that belongs to its words: （一）予以公开, not 一）予以公开. */
export function withBracket<P extends { start: number; end: number }>(text: string, place: P): P {
  const closes = { "（": "）", "(": ")", "【": "】", "“": "”", "《": "》" }[text.charAt(place.start - 1)];
  if (closes === undefined) return place;
  const inside = text.slice(place.start, place.end);
  const close = inside.indexOf(closes);
  const open = inside.indexOf(text.charAt(place.start - 1));
  return close >= 0 && (open < 0 || close < open) ? { ...place, start: place.start - 1 } : place;
}

/** The line at a position. */
export function lineAt(text: string, position: number): Line {
  const before = text.slice(0, position);
  const start = before.lastIndexOf("\n") + 1;
  const end = text.indexOf("\n", position);
  return { text: text.slice(start, end < 0 ? text.length : end), start, number: before.split("\n").length };
}
