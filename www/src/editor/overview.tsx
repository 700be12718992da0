// A small picture of where in the text the findings are: a strip beside it with a bar for each, the longer the graver.
import { openFindings } from "../shell/state/findings";
import { textLength } from "../shell/state/page";
import { select, selection } from "../shell/state/selection";
import { words } from "../words";

export function Overview() {
  const length = textLength.value;
  const placed = openFindings.value.flatMap(({ finding, index }) => {
    const start = finding.spans[0]?.start;
    return start === undefined || length === 0 ? [] : [{ index, severity: finding.severity, at: Math.min(1, start / length) }];
  });
  if (placed.length === 0) return null;
  const chosen = selection.value;
  // For the mouse; the keyboard goes through the list or by F8.
  const choose = (event: MouseEvent) => {
    const strip = event.currentTarget as HTMLElement;
    const box = strip.getBoundingClientRect();
    const at = (event.clientY - box.top) / box.height;
    const nearest = placed.reduce((best, one) => (Math.abs(one.at - at) < Math.abs(best.at - at) ? one : best));
    select({ kind: "finding", index: nearest.index });
  };
  return (
    <div class="overview" role="img" aria-label={words.value.overview(placed.length)} data-testid="overview" onClick={choose}>
      {placed.map(({ index, severity, at }) => (
        <i
          key={index}
          class={`overview-${severity}${chosen?.kind === "finding" && chosen.index === index ? " overview-chosen" : ""}`}
          style={{ top: `${(at * 100).toFixed(2)}%` }}
        />
      ))}
    </div>
  );
}
