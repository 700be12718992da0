// What a clerk does with the page and sees of it, in the words the tests are written in.
import { readFileSync } from "node:fs";

export const [, REPORT] = readFileSync(new URL("../../www/src/shell/examples.ts", import.meta.url), "utf8").match(/`([^`]*)`/);

export const id = (name) => `[data-testid="${name}"]`;

const CHOOSERS = {
  chosen: id("file"), "last year": id("previous-file"), again: id("file-again"), profile: id("profile-file"), page: id("profile-page"),
  "first paper": id("papers-file-0"), "second paper": id("papers-file-1"),
};

/** Opens the page and waits until it is ready for a text. */
export async function open(browser, url) {
  const checker = new PageObject(await browser.visit(url));
  await checker.verdict("empty");
  return checker;
}

export class PageObject {
  constructor(visit) {
    this.visit = visit;
  }

  /** Waits until the checking rests and the verdict is one of these; gives its words. */
  verdict(...names) {
    return this.visit.until(
      ([selector, names]) => {
        const verdict = document.querySelector(selector);
        const rests = verdict && verdict.getAttribute("aria-busy") !== "true";
        return rests && names.includes(verdict.dataset.verdict) && verdict.textContent.trim().concat(" ");
      },
      [id("verdict"), names],
    );
  }

  count(selector) {
    return this.visit.ask((selector) => document.querySelectorAll(selector).length, selector);
  }

  words(selector) {
    return this.visit.ask((selector) => document.querySelector(selector).textContent, selector);
  }

  /** Pastes over all that is in the editor, as Ctrl+A and Ctrl+V do. */
  async paste(text) {
    await this.visit.click(id("editor"));
    await this.visit.press("Control", "a");
    const pasted = await this.visit.ask(
      ([selector, text]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", JSON.parse(text));
        const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
        if (!event.clipboardData || !event.clipboardData.getData("text/plain")) return false;
        document.querySelector(selector).dispatchEvent(event);
        return true;
      },
      // As JSON, for the protocol of the oldest browser hangs on half a surrogate pair.
      [id("editor"), JSON.stringify(text)],
    );
    if (!pasted) await this.pasteByHand(text);
  }

  /** Hands files over, named and with their bytes or words: `chosen` in a dialog, also for what else `CHOOSERS` names, `dropped` or `pasted`. */
  hand(way, ...files) {
    const given = files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
    return this.visit.ask(
      ([way, given, chooser, editor]) => {
        const data = new DataTransfer();
        for (const [name, base64] of given) data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
        const init = { bubbles: true, cancelable: true };
        if (chooser) {
          const input = document.querySelector(chooser);
          input.files = data.files;
          input.dispatchEvent(new Event("change", init));
        } else if (way === "dropped") {
          document.querySelector(editor).dispatchEvent(new DragEvent("drop", { ...init, dataTransfer: data }));
        } else {
          document.querySelector(editor).dispatchEvent(new ClipboardEvent("paste", { ...init, clipboardData: data }));
        }
      },
      [way, given, CHOOSERS[way], id("editor")],
    );
  }

  /** Chooses a way from the menu of exports and returns the file that comes of it. */
  saved(way) {
    return this.downloaded(async () => {
      await this.visit.click(id("button-export"));
      await this.visit.click(id(`export-${way}`));
    });
  }

  /** Does something and returns the file that comes of it: its name, its type and its bytes. */
  async downloaded(act) {
    await this.visit.ask(() => {
      window.saved = null;
      if (window.hooked) return;
      window.hooked = true;
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        // A worker's program is no file.
        if (/javascript/.test(blob.type)) return make.call(URL, blob);
        const reader = new FileReader();
        reader.onload = () => (window.saved = { ...window.saved, type: blob.type, bytes: Array.from(new Uint8Array(reader.result)) });
        reader.readAsArrayBuffer(blob);
        return make.call(URL, blob);
      };
      document.addEventListener("click", (event) => {
        if (!event.target.download) return;
        event.preventDefault();
        window.saved = { ...window.saved, name: event.target.download };
      });
    });
    await act();
    const file = await this.visit.until(() => window.saved && window.saved.name && window.saved.bytes && window.saved);
    return { ...file, bytes: Buffer.from(file.bytes) };
  }

  /** Puts a value into a field, as typing or choosing does. */
  fill(selector, value) {
    return this.visit.ask(
      ([selector, value]) => {
        const field = document.querySelector(selector);
        field.value = value;
        field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
      },
      [selector, value],
    );
  }

  /** Firefox lets no script make up a clipboard: the text is copied from a box beside the page. */
  async pasteByHand(text) {
    await this.visit.ask((text) => {
      const box = document.createElement("textarea");
      box.id = "clipboard-of-the-test";
      box.value = JSON.parse(text);
      document.body.appendChild(box);
      box.select();
    }, JSON.stringify(text));
    await this.visit.press("Control", "c");
    await this.visit.ask(() => {
      document.body.removeChild(document.getElementById("clipboard-of-the-test"));
    });
    await this.visit.click(id("editor"));
    await this.visit.press("Control", "a");
    await this.visit.press("Control", "v");
  }
}
