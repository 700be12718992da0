// Saves what the page has made as a file. Nothing is sent: the file is a piece of the page's own memory.

export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(content);
  link.href = address;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  // Older browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that every file system takes; the title may be anything. */
export function fileName(title: string | null, what: string, ending: string): string {
  const safe = (title ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|.]/g, "").slice(0, 60).trim();
  return `${safe ? `${safe}－` : ""}${what}.${ending}`;
}
