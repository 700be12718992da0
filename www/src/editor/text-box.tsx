// The box that the text is in.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { carriesFiles } from "../shell/kit/drag";
import { isNarrow } from "../shell/kit/narrow";
import { highlightedPlaces, mainPlace, revealRequests } from "../shell/state/selection";
import { words } from "../words";
import { attachEditor, textChanged } from "./checking";
import { Editor, editor } from "./editor";

interface Properties {
  /** Opens files that were dropped or pasted. */
  openFiles: (files: File[]) => void;
  /** Pastes words with a table, given as HTML and as plain text. */
  pasteTable: (html: string, plain: string) => void;
  /** Returns what stands at a position, in a few words. */
  describe: (position: number) => string | null;
}

export function TextBox({ openFiles, pasteTable, describe }: Properties) {
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState(false);

  useEffect(() => {
    if (!box.current) return;
    attachEditor(new Editor(box.current, { changed: textChanged, opened: openFiles, pastedTable: pasteTable, describe }));
  }, []);

  const said = words.value;
  // With the words around it, not a frame after them.
  useLayoutEffect(() => editor.value?.speak(), [said]);

  const places = highlightedPlaces.value;
  const place = mainPlace.value;
  const wish = revealRequests.value;
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
