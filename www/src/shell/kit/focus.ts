// Where the focus goes: to the verdict when a check ends that a button asked for, and to what is nearest when the element that held it is gone.

let asked = false;

/** A button has asked for the next verdict. */
export function wantVerdict(): void {
  asked = true;
}

const timeToDraw = 0;

/** A check has ended. Never while somebody types, or goes through a list of choices. */
export function showVerdict(): void {
  if (!asked) return;
  asked = false;
  setTimeout(() => {
    if (!document.activeElement?.closest(".cm-editor, select")) document.getElementById("verdict-headline")?.focus();
  }, timeToDraw);
}

/** Once the page has been drawn anew. */
export function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

const stops = "button:not([disabled]):not([tabindex='-1']), input:not([disabled]):not([hidden]), select, textarea, a[href], summary";

/**
 * The element that has the focus may go away with what it did: its finding is put right, its filter taken back. The keyboard then goes on at
 * the first stop of what is left around it, where it would otherwise begin at the top of the page.
 */
export function keepFocus(page: HTMLElement): void {
  let held: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  document.addEventListener("focusin", ({ target }) => {
    held = target instanceof HTMLElement ? target : null;
    around = [];
    for (let outer = held?.parentElement; outer && outer !== page && outer.id !== "result"; outer = outer.parentElement) around.push(outer);
  });
  // Left by the user's own doing: the element is still there. What is taken away may say that it was left, or not.
  document.addEventListener("focusout", () => {
    setTimeout(() => {
      if (held && usable(held) && document.activeElement === document.body) held = null;
    }, timeToDraw);
  });
  new MutationObserver(() => {
    if (!held || usable(held)) return;
    const now = document.activeElement;
    if (now !== document.body && now !== held) return;
    held = null;
    const nearest = around.filter((outer) => outer.isConnected).map((outer) => outer.querySelector<HTMLElement>(stops));
    [...nearest, document.getElementById("verdict-headline")].find(takesFocus);
  }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
}

function usable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches("[disabled]");
}

/** What is hidden takes none. */
function takesFocus(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null && document.activeElement === element;
}
