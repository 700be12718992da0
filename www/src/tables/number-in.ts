// A number as people type it into a field.

/** Full-width digits count too, since input methods write them; null for anything that is no plain number. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).trim();
  return /^-?[0-9]{1,9}(\.[0-9]{1,6})?$/.test(plain) ? Number(plain) : null;
}
