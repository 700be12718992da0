// A checksum (FNV-1a) over the text that carries a module: a file that was cut short or changed on its way is told from a browser that is too old.

export function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
