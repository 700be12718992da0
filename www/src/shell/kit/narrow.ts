// Whether the panes stand one below the other; the width is the one in styles/layout.css.

export function isNarrow(): boolean {
  return window.matchMedia("(max-width: 899px)").matches;
}
