// The strip below the verdict: the corrected file and the other files that the page makes, reading the file again, and saving the work.
import { useState } from "preact/hooks";

import { ChangeList } from "../changes/list";
import type { Report } from "../engine/contract";
import { madeChanges, origin, type Origin } from "../shell/state/mended";
import { checking } from "../shell/state/page";
import { words } from "../words";
import { AgainBox, ReadAgain } from "./again";
import { FormMenu } from "./forms";
import { author, forgetOutcome, making, saveAnnotated, saveCorrected, saveList, saveText, shownOutcome, tracked } from "./save";
import { saveWork } from "./work";

export function Copies({ report: found }: { report: Report }) {
  const [open, setOpen] = useState(false);
  const { changes, copies, session } = words.value;
  const count = madeChanges.value.length;
  const file = origin.value;
  const waits = checking.value || making.value;
  return (
    <section class="copies" aria-label={copies.title} data-testid="copies">
      <div class="copies-buttons">
        {count > 0 ? (
          <button type="button" class="link" aria-expanded={open} data-testid="button-changes" onClick={() => setOpen(!open)}>
            {changes.count(count)} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
          </button>
        ) : null}
        {file?.writable && count > 0 ? <Corrected file={file} /> : null}
        {file?.writable ? null : (
          <button type="button" data-testid="button-save-text" aria-disabled={waits} onClick={() => void saveText()}>
            {copies.saveText}
          </button>
        )}
        <button type="button" data-testid="button-save-annotated" aria-disabled={waits} onClick={() => !checking.value && void saveAnnotated()}>
          {copies.saveAnnotated}
        </button>
        <FormMenu report={found} />
        <ReadAgain />
        <button type="button" data-testid="button-save-work" onClick={() => void saveWork()}>
          {session.save}
        </button>
      </div>
      {count > 0 && file && !file.writable ? <p class="fine">{copies.cannotWrite(words.value.files.kinds[file.kind] ?? file.kind)}</p> : null}
      {count > 0 && found.differs > 0 ? <p class="fine">{copies.beside(found.differs)}</p> : null}
      {open && count > 0 ? (
        <ChangeList>
          <button type="button" class="link" data-testid="button-save-list" onClick={() => void saveList()}>
            {changes.saveList}
          </button>
        </ChangeList>
      ) : null}
      <OutcomeBox />
      <AgainBox />
    </section>
  );
}

/** The corrected copy; in a Word document the changes may be revisions. */
function Corrected({ file }: { file: Origin }) {
  const { copies, name } = words.value;
  return (
    <>
      <button type="button" class="primary" data-testid="button-save-corrected" aria-disabled={making.value} onClick={() => void saveCorrected()}>
        {copies.saveCorrected}
      </button>
      {file.kind === "docx" ? (
        <label class="copies-choice">
          <input type="checkbox" data-testid="tracked" checked={tracked.value} onChange={(event) => (tracked.value = event.currentTarget.checked)} />
          {copies.tracked}
        </label>
      ) : null}
      {file.kind === "docx" && tracked.value ? (
        <label class="copies-choice">
          {copies.author}
          <input
            type="text"
            data-testid="author"
            maxLength={40}
            autoComplete="off"
            placeholder={name}
            value={author.value}
            onInput={(event) => (author.value = event.currentTarget.value)}
          />
        </label>
      ) : null}
    </>
  );
}

/** What came of the last file. */
function OutcomeBox() {
  const { copies } = words.value;
  const came = shownOutcome.value;
  return (
    <div role="status" data-testid="outcome" data-wrong={came?.wrong ?? false}>
      {making.value ? <p>{copies.making}</p> : null}
      {came ? (
        <div class={came.wrong ? "outcome outcome-wrong" : "outcome"}>
          <p>
            {came.said}{" "}
            <button type="button" class="link" data-testid="button-close-outcome" onClick={forgetOutcome}>
              {copies.close}
            </button>
          </p>
          {came.refused.length + came.notes.length > 0 ? (
            <ul>
              {came.refused.map((one) => (
                <li key={one} data-testid="refused">
                  {one}
                </li>
              ))}
              {came.notes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
