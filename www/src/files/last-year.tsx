// Last year's report, for what must follow from it: pasted, dropped or opened as a file. It is asked of the engine with the text and kept nowhere.
import { useRef, useState } from "preact/hooks";

import { checkSoon, isTooLong } from "../editor/checking";
import { FileInput } from "../shell/kit/file-input";
import { previous } from "../shell/state/page";
import { words } from "../words";
import { readableNames } from "./open";
import { readFile } from "./read";
import { readPasted } from "./readers";

export function LastYear() {
  const chooser = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const { source, files } = words.value;
  const length = previous.value.length;
  const give = (text: string, what = "") => {
    previous.value = text;
    setSaid(what);
    checkSoon();
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setSaid(files.reading(file.name));
    const content = await readFile(file);
    if ("error" in content) setSaid(files.failed(file.name, content.error));
    else give(content.text, files.opened(file.name, files.kinds[content.kind] ?? content.kind));
  };
  const pasted = async (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const box = event.currentTarget;
    const { selectionStart: start, selectionEnd: end, value } = box;
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    const [file] = Array.from(event.clipboardData?.files ?? []);
    const onlyFile = file !== undefined && plain === "";
    if (!onlyFile && !/<table/i.test(html)) return;
    event.preventDefault();
    if (onlyFile) return open(file);
    const text = (await readPasted(html).catch(() => "")).trim() || plain;
    give(value.slice(0, start) + text + value.slice(end));
  };
  return (
    <div class="last-year">
      <p class="last-year-head">
        <label for="last-year">{source.previous}</label>
        <button type="button" data-testid="button-open-previous" onClick={() => chooser.current?.click()}>
          {source.openPrevious}
        </button>
      </p>
      <FileInput chooser={chooser} accept={readableNames} name="previous-file" take={([file]) => void open(file)} />
      <textarea
        id="last-year"
        data-testid="previous"
        rows={3}
        placeholder={source.previousHint}
        spellcheck={false}
        value={previous.value}
        onInput={(event) => give(event.currentTarget.value)}
        onPaste={(event) => void pasted(event)}
        onDrop={(event) => {
          const [file] = Array.from(event.dataTransfer?.files ?? []);
          if (!file) return;
          event.preventDefault();
          void open(file);
        }}
      />
      <p role="status" data-testid="previous-said">
        {said}
      </p>
      {length > 0 ? (
        <p>
          {isTooLong(previous.value) ? <span class="wrong">{source.previousTooLong}</span> : source.size(length)}
          <button type="button" class="link" data-testid="button-drop-previous" onClick={() => give("")}>
            {source.dropPrevious}
          </button>
        </p>
      ) : null}
    </div>
  );
}
