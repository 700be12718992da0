// Where the focus goes when a check ends that a button asked for: to the verdict, so that it is read out and seen. Never while somebody types.

let asked = false;

/** A button has asked for the next verdict. */
export function wantVerdict(): void {
  asked = true;
}

const timeToDraw = 0;

/** A check has ended. */
export function showVerdict(): void {
  if (!asked) return;
  asked = false;
  setTimeout(() => {
    if (!document.activeElement?.closest(".cm-editor")) document.getElementById("verdict-headline")?.focus();
  }, timeToDraw);
}
