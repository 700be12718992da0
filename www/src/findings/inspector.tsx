// The strip below the result that shows what is selected, while tables and list scroll: a finding with the way to its neighbours, or a cell.

import { applyFixes } from "../editor/text";
import type { Finding } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { checking, pane, showRule } from "../shell/state/page";
import { mainCell, mainPlace, select, selectedFinding, selection } from "../shell/state/selection";
import { uncertainCells } from "../tables/shown";
import { OfCell } from "../tables/cell-inspector";
import { ShowText } from "../editor/show-text";
import { words } from "../words";
import { Evidence, scrollToCell } from "./evidence";
import { FixButton } from "./card";
import { DismissButton, Kept } from "./dismissed";
import { goOn, leave } from "./navigation";
import { becauseOf } from "./fixes";
import { neighbourOf, shownFindings } from "./shown";

export function Inspector() {
  const chosen = selection.value;
  if (!chosen) return null;
  return (
    <aside class="inspector" aria-label={words.value.inspector.title} data-testid="inspector">
      {chosen.kind === "finding" ? <OfFinding index={chosen.index} /> : <OfCell key={chosen.id} id={chosen.id} />}
      <button
        type="button"
        class="inspector-close"
        aria-label={words.value.inspector.close}
        data-testid="button-leave"
        onClick={({ detail }) => leave({ byMouse: detail > 0 })}
      >
        ×
      </button>
    </aside>
  );
}

function OfFinding({ index }: { index: number }) {
  const finding = selectedFinding.value;
  if (!finding) return null;
  const shown = shownFindings.value;
  const position = shown.findIndex((item) => item.index === index) + 1;
  const place = mainPlace.value;
  const cell = mainCell.value;
  const doubtful = uncertainCells.value.find((id) => finding.cells.includes(id));
  return (
    <>
      <div class="inspector-body">
        <p class="inspector-message" tabIndex={-1}>
          <Icon name={finding.severity} />
          <span class="off-screen">{words.value.labelled(words.value.findings.severity[finding.severity], "")}</span>
          <span lang="zh-CN">{finding.message}</span>
        </p>
        <Evidence key={index} finding={finding} />
        <p class="inspector-remedy">
          <span lang="zh-CN">{finding.suggestion}</span>
          <FixButton finding={finding} apply={() => fixAndGoOn(index, finding)} />
        </p>
        <Kept finding={finding} />
      </div>
      <div class="inspector-buttons">
        <span class="position">{words.value.findings.position(position, shown.length)}</span>
        <button type="button" data-testid="button-previous" onClick={() => goOn(-1)}>
          {words.value.inspector.previous}
        </button>
        <button type="button" data-testid="button-next" onClick={() => goOn(1)}>
          {words.value.inspector.next}
        </button>
        <button type="button" class="link" onClick={() => showInList(index)}>
          {words.value.inspector.showList}
        </button>
        {doubtful === undefined ? null : (
          <button
            type="button"
            class="primary"
            data-testid="button-fill-in"
            onClick={() => select({ kind: "cell", id: doubtful })}
          >
            {words.value.inspector.fillIn}
          </button>
        )}
        {cell === null ? null : (
          <button type="button" class="link" onClick={() => scrollToCell(cell)}>
            {words.value.inspector.showTable}
          </button>
        )}
        <button
          type="button"
          class="link"
          data-testid="inspector-help"
          aria-haspopup="dialog"
          onClick={() => showRule(finding.rule)}
        >
          {words.value.findings.why}
        </button>
        <DismissButton key={index} finding={finding} index={index} name="inspector-dismiss" look="link" />
        {place ? <ShowText start={place.start} /> : null}
      </div>
    </>
  );
}

/** The finding goes with the next check: the one after it is looked at meanwhile. */
function fixAndGoOn(index: number, finding: Finding): void {
  if (checking.value) return;
  const next = neighbourOf(index);
  applyFixes(finding.fixes, words.value.source.fixed(1), becauseOf([finding]));
  if (next !== null) select({ kind: "finding", index: next });
}

function showInList(index: number): void {
  pane.value = "findings";
  requestAnimationFrame(() => document.getElementById(`finding-${index}`)?.scrollIntoView({ block: "nearest" }));
}