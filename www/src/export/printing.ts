// When the sheet for the printer is made: at the button, and when the browser's own command prints.
import { signal } from "@preact/signals";

import { checkedText, report } from "../shell/state/page";
import { fingerprint } from "./fingerprint";

export interface Printed {
  date: Date;
  characters: number;
  fingerprint: string;
}

/** What the sheet says of the text it is about; null while nothing is printed. */
export const printed = signal<Printed | null>(null);

const timeToDraw = 50;

export function prepareSheet(): void {
  const text = checkedText.value;
  const found = report.value;
  printed.value = found && !found.error ? { date: new Date(), characters: text.length, fingerprint: fingerprint(text) } : null;
}

export function printSheet(): void {
  prepareSheet();
  setTimeout(() => window.print(), timeToDraw);
}

export function followPrinting(): void {
  window.addEventListener("beforeprint", prepareSheet);
  window.addEventListener("afterprint", () => (printed.value = null));
}
