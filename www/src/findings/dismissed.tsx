// What the user decided of findings: those found right are counted apart and taken back one by one; a sum of the form that fails stays, with a reason.
import { useRef, useState } from "preact/hooks";

import { whenChecked } from "../editor/checking";
import type { Finding, Report } from "../engine/contract";
import { focusOn } from "../shell/kit/focus";
import { Icon } from "../shell/kit/icons";
import { checking } from "../shell/state/page";
import { words } from "../words";
import { dismiss, isHard, takeBack } from "./shown";

export function Dismissed({ report: { dismissed } }: { report: Report }) {
  if (dismissed.length === 0) return null;
  const { findings } = words.value;
  return (
    <details class="group dismissed" data-testid="dismissed">
      <summary>
        {findings.dismissedTitle}
        <span class="group-count">{findings.items(dismissed.length)}</span>
      </summary>
      <ul>
        {dismissed.map(({ finding, reason, by }, i) => (
          <li key={i} data-rule={finding.rule}>
            <Icon name={finding.severity} size={12} />
            {words.value.labelled(findings.severity[finding.severity], finding.message)} <span class="rule-id">{finding.rule}</span>
            {reason === "" ? null : <span class="reason">{findings.reason(reason)}</span>}
            {by === "filled" ? null : (
              <button
                type="button"
                class="link"
                data-testid="button-take-back"
                aria-label={findings.takeBackWhat(finding.message)}
                aria-disabled={checking.value}
                onClick={() => takeBack(finding)}
              >
                {findings.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The button that dismisses a finding, or keeps the numbers of a sum that fails. It goes with its finding: the keyboard goes on at the next one. */
export function DismissButton({ finding, index, name, look }: { finding: Finding; index: number; name: string; look: string }) {
  const { findings } = words.value;
  if (isHard(finding)) return <Keep finding={finding} index={index} look={look} />;
  const goOn = () => {
    if (checking.value) return;
    const inList = document.activeElement?.closest(".finding");
    dismiss(index);
    if (inList) whenChecked(() => focusOn(`.finding.selected .finding-main, [data-testid="dismissed"] summary`));
  };
  return (
    <button type="button" class={look} data-testid={name} aria-label={findings.dismissWhat(finding.message)} aria-disabled={checking.value} onClick={goOn}>
      {findings.dismiss}
    </button>
  );
}

/** Numbers that are right though they do not add up are kept with a reason; the finding stays. */
function Keep({ finding, index, look }: { finding: Finding; index: number; look: string }) {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { findings } = words.value;
  if (!open) {
    return (
      <button type="button" class={look} data-testid="button-keep" onClick={() => setOpen(true)}>
        {finding.kept ? findings.keepOtherwise : findings.keep}
      </button>
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    const reason = field.current?.value.trim() ?? "";
    if (reason === "") return field.current?.focus();
    setOpen(false);
    dismiss(index, reason);
  };
  return (
    <form class="keep" onSubmit={submit}>
      <label>
        {findings.keepReason}
        <input ref={field} type="text" maxLength={200} autoComplete="off" data-testid="keep-reason" />
      </label>
      <button type="submit" data-testid="button-keep-now">
        {findings.keepNow}
      </button>
    </form>
  );
}

export function Kept({ finding }: { finding: Finding }) {
  if (!finding.kept) return null;
  const { findings } = words.value;
  return (
    <p class="kept" data-testid="kept">
      {findings.kept(finding.kept.reason)}{" "}
      {finding.kept.by === "page" ? (
        <button type="button" class="link" data-testid="button-take-back" aria-disabled={checking.value} onClick={() => takeBack(finding)}>
          {findings.takeBackKept}
        </button>
      ) : null}
    </p>
  );
}
