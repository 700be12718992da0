// The file read again, and what became of its findings.
import { useRef } from "preact/hooks";

import type { Finding } from "../engine/contract";
import { again, anotherReport } from "../files/again";
import { chooseFiles, fileAnew } from "../files/handles";
import { openedFile, openOne, readableNames } from "../files/open";
import { FileInput } from "../shell/kit/file-input";
import { origin } from "../shell/state/mended";
import { textNumber } from "../shell/state/page";
import { words } from "../words";

/** Takes the file from the disk anew: by its handle, else by the dialog, which opens in the same folder. */
export function ReadAgain() {
  const chooser = useRef<HTMLInputElement>(null);
  const read = async () => {
    const known = openedFile.value && (await fileAnew(openedFile.value));
    const chosen = known ? [known] : await chooseFiles(readableNames, false);
    if (chosen === null) return chooser.current?.click();
    if (chosen[0]) await openOne(chosen[0], undefined, true);
  };
  if (!origin.value) return null;
  return (
    <>
      <button type="button" data-testid="button-read-again" onClick={() => void read()}>
        {words.value.again.button}
      </button>
      <FileInput chooser={chooser} accept={readableNames} name="file-again" take={([file]) => void openOne(file!, undefined, true)} />
    </>
  );
}

export function AgainBox() {
  const found = again.value;
  const { again: said } = words.value;
  const shown = found !== null && found.text === textNumber.value;
  const close = () => {
    again.value = null;
    anotherReport.value = false;
  };
  return (
    <div role="status" data-testid="again">
      {shown || anotherReport.value ? (
        <div class="outcome">
          <p>
            <strong>{said.title}</strong>{" "}
            {shown ? (found.unchanged ? said.unchanged : said.counts(found.mended.length, found.still.length, found.fresh.length)) : said.another}{" "}
            <button type="button" class="link" data-testid="button-close-again" onClick={close}>
              {said.close}
            </button>
          </p>
          {shown && found.inFile > 0 ? <p>{said.inFile(found.inFile)}</p> : null}
          {shown && found.carried > 0 ? <p>{said.carried(found.carried)}</p> : null}
          {shown && found.lost.length > 0 ? (
            <>
              <p class="wrong">{said.lost}</p>
              <ul>
                {found.lost.map(({ start, text, because }) => (
                  <li key={start}>{words.value.labelled(because?.why ?? words.value.changes.byHand, text)}</li>
                ))}
              </ul>
            </>
          ) : null}
          {shown && !found.unchanged ? (
            <>
              <Findings name={said.mended} list={found.mended} />
              <Findings name={said.fresh} list={found.fresh} />
              <Findings name={said.still} list={found.still} />
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Findings({ name, list }: { name: string; list: Finding[] }) {
  if (list.length === 0) return null;
  return (
    <details>
      <summary>
        {name} {words.value.findings.items(list.length)}
      </summary>
      <ul lang="zh-CN">
        {list.map(({ message, rule }, i) => (
          <li key={i}>
            {message}
            {words.value.brackets(rule)}
          </li>
        ))}
      </ul>
    </details>
  );
}
