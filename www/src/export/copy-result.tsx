// The button that copies the result as text.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Report } from "../engine/contract";
import { summaryOf } from "../findings/summary";
import { copyText } from "../shell/kit/clipboard";
import { decisions } from "../shell/state/findings";
import { engine } from "../shell/state/page";
import { words } from "../words";

export function CopyResult({ report: found }: { report: Report }) {
  const [said, setSaid] = useState("");
  const [byHand, setByHand] = useState("");
  const { verdict } = words.value;
  const copy = async () => {
    const text = summaryOf(found, engine.value?.version ?? "", decisions.value);
    const copied = await copyText(text);
    setSaid(copied ? verdict.copied : "");
    setByHand(copied ? "" : text);
    if (copied) setTimeout(() => setSaid(""), 4000);
  };
  return (
    <div class="copy">
      <button type="button" data-testid="button-copy" onClick={() => void copy()}>
        {said ? verdict.copiedShort : verdict.copy}
      </button>
      <span class="said off-screen" role="status" aria-live="polite">
        {said}
      </span>
      {byHand ? <ByHand text={byHand} close={() => setByHand("")} /> : null}
    </div>
  );
}

/** Where the browser refuses: the text selected, for the user's own Ctrl+C. */
function ByHand({ text, close }: { text: string; close: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { verdict } = words.value;
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <div class="by-hand" role="dialog" aria-label={verdict.copy} data-testid="by-hand" onKeyDown={pressed}>
      <p id="by-hand">{verdict.copyByHand}</p>
      <textarea readOnly value={text} aria-labelledby="by-hand" ref={area} />
      <button type="button" onClick={close}>
        {verdict.close}
      </button>
    </div>
  );
}
