// Browsers write what is in the fields of a page to disk, to put it back after a crash. No field of this page is written: neither its own
// nor those of the editor's panels, which are made elsewhere.

/** Old engines ask the form of a textarea and of a select, not the field itself. */
const formId = "unkept";

const kinds = ["input", "textarea", "select"] as const;

/** Sees to every field that is there or will be. */
export function keepNoFields(document: Document): void {
  const form = document.createElement("form");
  form.id = formId;
  form.hidden = true;
  form.setAttribute("autocomplete", "off");
  document.body.appendChild(form);
  // Live lists: nothing is sought anew when the editor draws.
  const fields = kinds.map((kind) => document.getElementsByTagName(kind));
  const look = () => {
    for (const list of fields) for (const field of Array.from(list)) forget(field);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}

function forget(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
  if (field.getAttribute("autocomplete") === "off" && (field.tagName === "INPUT" || field.form)) return;
  field.setAttribute("autocomplete", "off");
  if (field.tagName !== "INPUT" && !field.form) field.setAttribute("form", formId);
}
