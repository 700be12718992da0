// Lines of the text that was checked, which the editor may have left behind.

export interface Line {
  text: string;
  start: number;
  /** From 1. */
  number: number;
}

/** The line at a position. */
export function lineAt(text: string, position: number): Line {
  const before = text.slice(0, position);
  const start = before.lastIndexOf("\n") + 1;
  const end = text.indexOf("\n", position);
  return { text: text.slice(start, end < 0 ? text.length : end), start, number: before.split("\n").length };
}
