// The left pane: the buttons over the text, the text, and what may be said beside it.
import { useRef } from "preact/hooks";

import { Accounts } from "../editor/accounts";
import { TextBox } from "../editor/text-box";
import { checkSoon } from "../editor/checking";
import { editor } from "../editor/editor";
import { Overview } from "../editor/overview";
import { replaceText, undoText } from "../editor/text";
import { EncodingChoice, StopReading } from "../files/encoding";
import { chooseFiles } from "../files/handles";
import { LastYear } from "../files/last-year";
import { pasteTable, readableNames } from "../files/open";
import { openFiles } from "../review/open-files";
import { leaveDesk } from "../review/visit";
import { cellAt } from "../tables/shown";
import { words } from "../words";
import { example } from "./examples";
import { Choices } from "./kit/choices";
import { FileInput } from "./kit/file-input";
import { canUndo, level, notice, published, textLength } from "./state/page";

export function SourcePane() {
  return (
    <section class="source" aria-labelledby="source-title">
      <Toolbar />
      <p class="notice" role="status" aria-live="polite" data-testid="notice">
        {notice.value}
      </p>
      <StopReading />
      <EncodingChoice />
      <div class="text-row">
        <TextBox openFiles={openFiles} pasteTable={(html, plain) => void pasteTable(html, plain)} describe={cellAt} />
        <Overview />
      </div>
      <Accounts />
      <More />
    </section>
  );
}

function Toolbar() {
  const chooser = useRef<HTMLInputElement>(null);
  const { source } = words.value;
  const empty = textLength.value === 0;
  const choose = async () => {
    const files = await chooseFiles(readableNames, true);
    if (files === null) chooser.current?.click();
    else openFiles(files);
  };
  const showExample = () => {
    leaveDesk();
    replaceText(example, source.replaced);
  };
  return (
    <div class="toolbar">
      <h2 class="pane-title" id="source-title">
        {source.title}
        <span class="size">{source.size(textLength.value)}</span>
      </h2>
      <button
        type="button"
        class={empty ? "primary" : ""}
        data-testid="button-open"
        onClick={() => void choose()}
      >
        {source.open}
      </button>
      <button type="button" data-testid="button-example" onClick={showExample}>
        {source.example}
      </button>
      <FileInput chooser={chooser} multiple accept={`${readableNames},.zip`} name="file" take={openFiles} />
      <button type="button" data-testid="button-find" onClick={() => editor.value?.toggleSearch()}>
        {source.find}
      </button>
      <button type="button" data-testid="button-undo" disabled={!canUndo.value} onClick={undoText}>
        {source.undo}
      </button>
      <button type="button" data-testid="button-clear" disabled={empty} onClick={() => replaceText("", source.cleared)}>
        {source.clear}
      </button>
    </div>
  );
}

function More() {
  const { source } = words.value;
  const wrong = published.value !== "" && !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(published.value);
  return (
    <details class="more">
      <summary>{source.more}</summary>
      <div class="fields">
        <label>
          {source.published}
          <input
            type="date"
            data-testid="published"
            value={published.value}
            aria-invalid={wrong}
            onInput={(event) => {
              published.value = event.currentTarget.value.trim();
              checkSoon();
            }}
          />
        </label>
        <label>
          {source.level}
          <select
            data-testid="level"
            value={level.value}
            onChange={(event) => {
              level.value = event.currentTarget.value;
              checkSoon();
            }}
          >
            <Choices list={source.levels} />
          </select>
        </label>
        {wrong ? <span class="wrong">{source.publishedWrong}</span> : null}
      </div>
      <LastYear />
    </details>
  );
}
