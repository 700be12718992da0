// Copies text, and tables for programs that take them. First the old way: it works on plain http and from disk, where many browsers have no navigator.clipboard, and it must come
// first, since after waiting for a refusal an older browser no longer counts the click as the user's.

import { recordOf } from "../state/record";

/** Resolves to false when the browser refused both ways. */
export async function copyText(text: string): Promise<boolean> {
  if (copyByTextArea(text, {})) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The receiving program chooses: HTML for Word, the text for a box that takes nothing else. */
export async function copyRich(html: string, text: string): Promise<boolean> {
  if (copyByTextArea(text, { "text/html": html })) return true;
  try {
    const parts = { "text/html": html, "text/plain": text };
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(recordOf(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** `others`: the same in other kinds, by type. */
function copyByTextArea(text: string, others: Record<string, string>): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "off-screen";
  area.addEventListener("copy", (event) => {
    if (!event.clipboardData) return;
    for (const [type, part] of Object.entries({ ...others, "text/plain": text })) event.clipboardData.setData(type, part);
    event.preventDefault();
  });
  document.body.appendChild(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    copied = false;
  }
  document.body.removeChild(area);
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
