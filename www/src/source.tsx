// The left pane: the buttons over the text, the text, and what may be said beside it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { Editor } from "./editor";
import { example } from "./example";
import { attachEditor, checkSoon, textChanged } from "./checking";
import { Overview } from "./overview";
import { canUndo, level, litPlaces, mainPlace, notice, published, revealed, textLength, editor } from "./state";
import { FileList } from "./files/list";
import { openFiles, pasteTable, readableNames } from "./files/open";
import { EncodingChoice, StopReading } from "./files/encoding";
import { LastYear } from "./last-year";
import { replaceText, undoText } from "./text";
import { carriesFiles } from "./drag";
import { isNarrow } from "./narrow";
import { words } from "./words";

export function SourcePane() {
  return (
    <section class="source" aria-labelledby="source-title">
      <Toolbar />
      <p class="notice" role="status" aria-live="polite" data-testid="notice">
        {notice.value}
      </p>
      <StopReading />
      <EncodingChoice />
      <FileList />
      <div class="text-row">
        <TextBox />
        <Overview />
      </div>
      <More />
    </section>
  );
}

function Toolbar() {
  const chooser = useRef<HTMLInputElement>(null);
  const { source } = words.value;
  const empty = textLength.value === 0;
  const chosen = (input: HTMLInputElement) => {
    openFiles(Array.from(input.files ?? []));
    input.value = "";
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
        onClick={() => chooser.current?.click()}
      >
        {source.open}
      </button>
      <button type="button" data-testid="button-example" onClick={() => replaceText(example, source.replaced)}>
        {source.example}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={readableNames}
        data-testid="file"
        onChange={(event) => chosen(event.currentTarget)}
      />
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

function TextBox() {
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    attachEditor(new Editor(box.current, { changed: textChanged, opened: openFiles, pastedTable: (html, plain) => void pasteTable(html, plain) }));
  }, []);

  const said = words.value;
  // With the words around it, not a frame after them.
  useLayoutEffect(() => editor.value?.speak(), [said]);

  const places = litPlaces.value;
  const place = mainPlace.value;
  const wish = revealed.value;
  useEffect(() => editor.value?.highlight(places), [places]);
  useEffect(() => {
    if (wish > 0 && place && !isNarrow()) editor.value?.reveal(place.start);
  }, [wish]);

  return (
    <div
      class={dragged ? "text dragged" : "text"}
      id="text"
      data-drop={words.value.source.dropHere}
      onDragEnter={(event) => setDragged(carriesFiles(event))}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragged(false);
      }}
      onDrop={() => setDragged(false)}
      ref={box}
    />
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
            {source.levels.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {wrong ? <span class="wrong">{source.publishedWrong}</span> : null}
      </div>
      <LastYear />
    </details>
  );
}
