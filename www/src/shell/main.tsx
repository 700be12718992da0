// Starts the page and the engine, and wires what belongs to the whole window.
import { effect } from "@preact/signals";
import { render } from "preact";

import "../../styles/base.css";
import "../../styles/layout.css";
import "../../styles/source.css";
import "../../styles/files.css";
import "../../styles/desk.css";
import "../../styles/result.css";
import "../../styles/tables.css";
import "../../styles/pictures.css";
import "../../styles/dialog.css";
import "../../styles/export.css";
import "../../styles/copies.css";
import "../../styles/papers.css";

import { wouldBeLost } from "../copies/work";
import { attachEngine, engineFailed } from "../editor/checking";
import { followDeskPrinting } from "../county/print";
import { type Engine, lockDown, startEngine } from "../engine";
import { threadsCanBeEnded } from "../engine/thread";
import { followPrinting } from "../export/printing";
import { carriesFiles } from "./kit/drag";
import { rememberDropped } from "../files/handles";
import { offerCompiler, prepare } from "../files/readers";
import { goOn, leave } from "../findings/navigation";
import { droppedEntries } from "../review/given";
import { openDropped, openFiles } from "../review/open-files";
import { goToErrors } from "../review/table/grid";
import { deskKey } from "../review/table/strip";
import { ownTexts } from "../review/visit";
import { takeCarried } from "../settings/carried";
import { words } from "../words";
import { App } from "./app";
import { example, soundExample, tornExample } from "./examples";
import { keepFocus } from "./kit/focus";
import { keepNoFields } from "./kit/unkept";
import { keepSite } from "./state/offline";
import { language } from "./state/preferences";

effect(() => {
  document.documentElement.lang = language.value;
  document.title = words.value.title;
});

/**
 * In milliseconds. The engine's first thread compiles the readers before the first text, for with that it may be given up; where none is
 * ended they wait until the text has probably had its verdict, for those browsers take long. A file that is opened does not wait.
 */
const untilReaders = 3000;

const page = document.getElementById("page");
// Where the boot script has found that the page cannot run, its sentence stands there.
if (page && !page.firstChild) {
  const starting = startEngine(example);
  keepNoFields(document);
  render(<App />, page);
  keepFocus(page);
  keepSite();
  followPrinting();
  followDeskPrinting();
  starting.then(ready, (error) => {
    engineFailed(error);
    offerCompiler(null);
    void scriptsHaveRun().then(lockDown);
  });
}

/** The policy closes before the first text is checked. */
async function ready(engine: Engine): Promise<void> {
  offerCompiler(engine);
  // The readers are in the last script, and none runs after the policy has closed.
  await scriptsHaveRun();
  // Where the engine runs in the page itself, nothing is compiled after that either.
  if (!engine.cancel) await Promise.all([prepare("files"), prepare("desk")]);
  await takeCarried();
  lockDown();
  attachEngine(engine);
  setTimeout(() => prepare("files"), threadsCanBeEnded ? 0 : untilReaders);
}

function scriptsHaveRun(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", () => resolve());
  });
}

ownTexts.push(example, soundExample, tornExample);

window.addEventListener("beforeunload", (event) => {
  if (!wouldBeLost(ownTexts)) return;
  event.preventDefault();
  event.returnValue = "";
});

window.addEventListener("keydown", (event) => {
  if (deskKey(event, goToErrors)) {
    event.preventDefault();
  } else if (event.key === "F8") {
    event.preventDefault();
    goOn(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && !event.defaultPrevented) {
    leave();
  }
});

// Wherever it is dropped, and before it is dealt with.
window.addEventListener("drop", rememberDropped, true);

// A file dropped beside the editor would open in place of the page and lose the text.
window.addEventListener("dragover", (event) => {
  if (carriesFiles(event)) event.preventDefault();
});
// Folders first: the editor takes files alone.
window.addEventListener(
  "drop",
  (event) => {
    const entries = droppedEntries(event.dataTransfer);
    if (!entries) return;
    event.preventDefault();
    event.stopPropagation();
    void openDropped(entries);
  },
  true,
);
window.addEventListener("drop", (event) => {
  const files = Array.from(event.dataTransfer?.files ?? []);
  if (files.length === 0 || event.defaultPrevented) return;
  event.preventDefault();
  openFiles(files);
});

// A file pasted beside the editor; pasted words go where the cursor is.
window.addEventListener("paste", (event) => {
  const files = Array.from(event.clipboardData?.files ?? []);
  if (files.length === 0 || event.defaultPrevented) return;
  event.preventDefault();
  openFiles(files);
});
