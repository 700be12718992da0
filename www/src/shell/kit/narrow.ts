// What the device is like: whether the panes stand one below the other, as styles/layout.css has it, and whether fingers do the pointing.

export function isNarrow(): boolean {
  return window.matchMedia("(max-width: 899px)").matches;
}

/** Fingers press no Ctrl+V, and drag no files. */
export function isTouched(): boolean {
  return window.matchMedia("(hover: none) and (pointer: coarse)").matches;
}
