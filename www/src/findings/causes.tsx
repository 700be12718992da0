// One card for several sums that fail of one cause: what is probably wrong, the button that mends it in the text, and the sums beneath it.
import { useState } from "preact/hooks";

import { Icon } from "../shell/kit/icons";
import type { Repair } from "../engine/contract";
import { type Cause, causes } from "../shell/state/causes";
import { checking, report } from "../shell/state/page";
import { recordOf } from "../shell/state/record";
import { select, selection } from "../shell/state/selection";
import { cellNames } from "../tables/shown";
import { putNumbers } from "../tables/typing";
import { words } from "../words";

export function Causes() {
  const list = causes.value;
  if (list.length === 0) return null;
  return (
    <section class="causes" aria-label={words.value.causes.title} data-testid="causes">
      {list.map((cause) => (
        <CauseCard key={cause.group} cause={cause} />
      ))}
    </section>
  );
}

/** As many proposals as are shown before the user asks for the others. */
const shownAtFirst = 3;

function CauseCard({ cause: { repairs, equal, settles } }: { cause: Cause }) {
  const [all, setAll] = useState(false);
  const { causes: said } = words.value;
  const first = equal > 1 ? Math.min(equal, shownAtFirst) : 1;
  const shown = all ? repairs : repairs.slice(0, first);
  return (
    <article class="cause" data-testid="cause">
      <p class="cause-head">
        <Icon name="error" size={14} />
        <strong>{equal > 1 ? said.oneOf(equal) : said.probably}</strong>
        <Settles settles={settles} />
      </p>
      <ul>
        {shown.map((repair, i) => (
          <Proposal key={i} repair={repair} />
        ))}
      </ul>
      {repairs.length > shown.length ? (
        <button type="button" class="link" data-testid="cause-more" onClick={() => setAll(true)}>
          {said.others(repairs.length - shown.length)}
        </button>
      ) : null}
    </article>
  );
}

function Proposal({ repair: { because, changes, settles } }: { repair: Repair }) {
  const { causes: said } = words.value;
  const name = (id: string) => cellNames.value.get(id) ?? id;
  const [first] = changes;
  const mend = () => putNumbers(recordOf(changes.map(({ cell, to }) => [cell, to])), said.done(changes.length), { why: because, rule: rulesOf(settles) });
  return (
    <li class="proposal" data-testid="proposal">
      <span lang="zh-CN">{because}</span>
      {first ? (
        <button type="button" class="link" onClick={() => select({ kind: "cell", id: first.cell })}>
          {said.show}
        </button>
      ) : null}
      <button type="button" class="fix" data-testid="mend" title={changes.map(({ cell, from, to }) => `${name(cell)} ${from ?? ""} → ${to}`).join("\n")} aria-disabled={checking.value} onClick={mend}>
        {changes.length === 1 && first ? said.mendOne(first.to) : said.mend(changes.length)}
      </button>
    </li>
  );
}

/** The rules of these findings, each once. */
function rulesOf(settles: number[]): string {
  const found = report.value?.findings ?? [];
  return [...new Set(settles.map((index) => found[index]?.rule ?? ""))].filter(Boolean).join(" ");
}

/** The sums that it would settle, folded; each leads to its finding. */
function Settles({ settles }: { settles: number[] }) {
  const chosen = selection.value;
  const holds = chosen?.kind === "finding" && settles.includes(chosen.index);
  const { causes: said } = words.value;
  return (
    <details class="cause-sums" open={holds}>
      <summary>{said.settles(settles.length)}</summary>
      <ul>
        {settles.map((index) => {
          const finding = report.value?.findings[index];
          return finding ? (
            <li key={index}>
              <button type="button" class="link" lang="zh-CN" onClick={() => select({ kind: "finding", index })}>
                {finding.message}
              </button>
            </li>
          ) : null;
        })}
      </ul>
    </details>
  );
}
