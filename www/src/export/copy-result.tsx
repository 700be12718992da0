// The buttons that copy the result as text.
import { useEffect, useRef, useState } from "preact/hooks";

import { changeLines, describedChanges } from "../changes/described";
import type { Report } from "../engine/contract";
import { inTwoLines, summaryOf } from "../findings/summary";
import { copyText } from "../shell/kit/clipboard";
import { engine, rulesOff } from "../shell/state/page";
import { cellNames } from "../tables/shown";
import { words } from "../words";

/** The whole result, and two lines for a superior. */
export function CopyButtons({ report: found }: { report: Report }) {
  const { verdict } = words.value;
  return (
    <>
      <CopyButton name="button-copy-short" label={verdict.copyShort} text={() => inTwoLines(found)} />
      <CopyButton name="button-copy" label={verdict.copy} text={() => summaryOf(found, engine.value?.version ?? "", rulesOff.value, cellNames.value, changeLines(describedChanges.value))} />
    </>
  );
}

export function CopyButton({ name, label, text }: { name: string; label: string; text: () => string }) {
  const [said, setSaid] = useState("");
  const [byHand, setByHand] = useState("");
  const { verdict } = words.value;
  const copy = async () => {
    const words = text();
    const copied = await copyText(words);
    setSaid(copied ? verdict.copied : "");
    setByHand(copied ? "" : words);
    if (copied) setTimeout(() => setSaid(""), 4000);
  };
  return (
    <div class="copy">
      <button type="button" data-testid={name} onClick={() => void copy()}>
        {said ? verdict.copiedShort : label}
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
