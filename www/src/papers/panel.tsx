// Two files are chosen, and what differs stands side by side, on paper too.
import { CopyButton } from "../export/copy-result";
import { readableNames } from "../files/open";
import { rows } from "../review/desk";
import { Dialog } from "../shell/kit/dialog";
import { textLength } from "../shell/state/page";
import { words } from "../words";
import { choose, type Chosen, chosen, compared, comparisonText, failed, headline, isPaper, ofEditor, ofFile, ofRow, type Paper, placed, reading } from "./compare";

export function PapersPanel({ close }: { close: () => void }) {
  const said = words.value.papers;
  const papers = both();
  const found = compared.value;
  return (
    <Dialog title={said.title} name="papers" close={close}>
      <p class="fine">{said.what}</p>
      <div class="papers-files">
        <FileOf side={0} chosen={chosen.value[0]} />
        <FileOf side={1} chosen={chosen.value[1]} />
      </div>
      <p role="status" data-testid="papers-verdict" class={found?.same ? "papers-same" : "papers-verdict"}>
        {reading.value ? said.reading : found && papers ? headline(found, papers) : ""}
      </p>
      {failed.value ? (
        <p class="wrong" role="alert">
          {said.failed}
        </p>
      ) : null}
      {found && papers ? (
        <>
          <div class="papers-tools">
            <CopyButton name="button-copy-papers" label={said.copy} text={() => comparisonText(found, papers)} />
            <button type="button" data-testid="button-print-papers" onClick={() => window.print()}>
              {said.print}
            </button>
          </div>
          <Result papers={papers} name="papers-result" />
        </>
      ) : null}
    </Dialog>
  );
}

/** The comparison on paper, while it is shown. */
export function PapersSheet() {
  const papers = both();
  const found = compared.value;
  if (!papers || !found) return null;
  return (
    <article class="sheet" data-testid="papers-sheet">
      <h1>{words.value.papers.title}</h1>
      <p>{headline(found, papers)}</p>
      {papers.map((paper, side) => (
        <p key={side}>{words.value.papers.file(side, paper.name, paper.sha256)}</p>
      ))}
      <Result papers={papers} name="papers-sheet-result" />
    </article>
  );
}

function both(): [Paper, Paper] | null {
  const [left, right] = chosen.value;
  return isPaper(left) && isPaper(right) ? [left, right] : null;
}

function FileOf({ side, chosen }: { side: 0 | 1; chosen: Chosen }) {
  const said = words.value.papers;
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) void choose(side, () => ofFile(file));
  };
  return (
    <div class="papers-file">
      <label>
        {said.sides[side]}
        <input type="file" accept={readableNames} data-testid={`papers-file-${side}`} onChange={(event) => take(event.currentTarget)} />
      </label>
      {side === 0 && textLength.value > 0 ? (
        <button type="button" data-testid="button-papers-open" onClick={() => void choose(side, ofEditor)}>
          {said.takeOpen}
        </button>
      ) : null}
      <FromDesk side={side} />
      {typeof chosen === "string" ? <p class="wrong">{chosen}</p> : null}
      {isPaper(chosen) ? <p class="papers-print">{said.taken(chosen.name, chosen.sha256)}</p> : null}
    </div>
  );
}

/** The reports of the desk, to take one of them. */
function FromDesk({ side }: { side: 0 | 1 }) {
  const said = words.value.papers;
  const reports = rows.value.filter(({ why, year }) => why === "" && year !== null);
  if (reports.length === 0) return null;
  return (
    <select
      aria-label={said.fromDesk(side)}
      data-testid={`papers-row-${side}`}
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        event.currentTarget.value = "";
        if (value) void choose(side, () => ofRow(value));
      }}
    >
      <option value="">{said.fromDesk(side)}</option>
      {reports.map(({ key, body, year, file }) => (
        <option key={key} value={key}>
          {said.row(body, year, file)}
        </option>
      ))}
    </select>
  );
}

function Result({ papers, name }: { papers: [Paper, Paper]; name: string }) {
  const found = compared.value;
  const said = words.value.papers;
  if (!found) return null;
  return (
    <>
      {found.not_compared.map((sentence) => (
        <p key={sentence}>{said.notCompared(sentence)}</p>
      ))}
      {found.same ? null : (
        <table class="papers-result" data-testid={name} lang="zh-CN">
          <thead>
            <tr>
              <th scope="col">{said.where}</th>
              {papers.map((paper, side) => (
                <th key={side} scope="col">
                  {said.sides[side]} {paper.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.differences.map(({ matter, name: where, left, right }, index) => (
              <tr key={index} data-matter={matter}>
                <th scope="row">{where}</th>
                <td>{placed(left)}</td>
                <td>{placed(right)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
