// Copies text. First the old way: it works on plain http and from disk, where many browsers have no navigator.clipboard, and it must come
// first, since after waiting for a refusal an older browser no longer counts the click as the user's.

/** Resolves to false when the browser refused both ways. */
export async function copyText(text: string): Promise<boolean> {
  if (copyByTextArea(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyByTextArea(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.className = "off-screen";
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
