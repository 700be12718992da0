// The verdict: one sentence, what was checked, and what was not. Only `clean` looks like a pass.
import type { ComponentChildren } from "preact";

import { checkNow, longestText } from "../editor/checking";
import { dropCorrections } from "../editor/text";
import type { Report } from "../engine/contract";
import { wantVerdict } from "../shell/kit/focus";
import { Icon, type IconName } from "../shell/kit/icons";
import { countBySeverity } from "../shell/state/severity";
import {
  checking,
  corrections,
  engine,
  report,
  reportIndex,
  result,
  rulesOff,
  showSettings,
  status,
  type Status,
  textLength,
} from "../shell/state/page";
import { showReport } from "../shell/state/selection";
import { words } from "../words";
import { headline } from "./summary";

const megabyte = 1024 * 1024;

function checkAgain(): void {
  wantVerdict();
  void checkNow(true);
}

const mayTryAgain: Status["kind"][] = ["cancelled", "crashed", "no-memory"];

/** The buttons that take the result out of the page are its children. */
export function Verdict({ children }: { children: ComponentChildren }) {
  const found = report.value;
  const judged = found !== null && !found.error;
  return (
    <>
      <p class="off-screen" role="status" aria-live="polite">
        {judged
          ? words.value.sentences([headline(found), words.value.verdict.counts(countBySeverity(found.findings))])
          : sentenceOf(status.value, found)}
      </p>
      <ReportSwitch />
      {judged ? <OfReport report={found}>{children}</OfReport> : <OfStatus />}
    </>
  );
}

/** Without a report: what is going on, or why nothing was checked. */
function sentenceOf(state: Status, found: Report | null): string {
  const { verdict } = words.value;
  switch (state.kind) {
    case "starting":
      return verdict.starting;
    case "too-long":
      return verdict.tooLong(state.bytes / megabyte, longestText / megabyte);
    case "cancelled":
      return verdict.cancelled;
    case "crashed":
      return verdict.crashed;
    case "no-memory":
      return verdict.noMemory;
    case "failed":
      return verdict.cannotStart[state.why];
    case "checked":
      return found?.error?.message ?? "";
    case "empty":
      return checking.value && textLength.value > 0 ? verdict.checking : "";
  }
}

function OfStatus() {
  const state = status.value;
  const { verdict } = words.value;
  const sentence = sentenceOf(state, report.value);
  const failed = sentence !== "" && state.kind !== "starting" && state.kind !== "empty";
  return (
    <div
      class={failed ? "verdict verdict-unreadable" : "verdict verdict-none"}
      data-testid="verdict"
      data-verdict={state.kind}
      aria-busy={checking.value}
    >
      {failed ? <Icon name="unreadable" size={28} /> : null}
      <div class="verdict-words">
        <p class="verdict-sentence" id="verdict-headline" tabIndex={-1}>
          {sentence}
        </p>
        {mayTryAgain.includes(state.kind) ? (
          <button type="button" data-testid="button-again" onClick={checkAgain}>
            {verdict.again}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function OfReport({ report: found, children }: { report: Report; children: ComponentChildren }) {
  const { verdict } = words.value;
  const corrected = Object.keys(corrections.value).length;
  return (
    <div class={`verdict verdict-${found.verdict}`} data-testid="verdict" data-verdict={found.verdict} aria-busy={checking.value}>
      <Icon name={found.verdict} size={28} />
      <div class="verdict-words">
        <h2 class="verdict-headline" id="verdict-headline" tabIndex={-1}>
          {headline(found)}
        </h2>
        {found.verdict === "unreadable" ? null : (
          <>
            <p class="counts" data-testid="counts">
              <span>{verdict.counts(countBySeverity(found.findings))}</span>
              <span data-testid="checked">{verdict.checked(found.checked)}</span>
            </p>
            <Gaps report={found} />
            <Decided report={found} />
            <About report={found} />
          </>
        )}
        {found.verdict === "unreadable" ? (
          <ul class="verdict-help checks">
            {verdict.unreadableHelp.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        ) : null}
        {corrected > 0 ? (
          <p class="corrected-note">
            <Icon name="corrected" size={14} />
            <span data-testid="differs">{found.differs > 0 ? verdict.differs(found.differs) : verdict.corrected(corrected)}</span>
            <button type="button" class="link" data-testid="button-drop-corrections" onClick={dropCorrections}>
              {verdict.dropCorrections}
            </button>
          </p>
        ) : null}
      </div>
      {found.verdict === "unreadable" ? null : (
        <div class="take-along">{children}</div>
      )}
    </div>
  );
}

/** What was not checked, whatever the verdict is. */
function Gaps({ report: { gaps, not_checked: list, unchecked } }: { report: Report }) {
  if (!gaps) return null;
  return (
    <p class="gaps" data-testid="gaps">
      <Icon name="uncertain" size={14} />
      <strong>{words.value.verdict.gaps}</strong>
      {list.map(({ kind, message }) => (
        <span key={kind} lang="zh-CN">
          {message}
        </span>
      ))}
      {unchecked.length > 0 ? <a href="#unchecked">{words.value.verdict.unchecked(unchecked.length)}</a> : null}
    </p>
  );
}

/** What the user has taken out of the verdict. */
function Decided({ report: found }: { report: Report }) {
  const dismissed = found.dismissed.length;
  const off = rulesOff.value;
  if (dismissed === 0 && off === 0) return null;
  return (
    <p class="decided" data-testid="decided">
      {dismissed > 0 ? <span>{words.value.verdict.dismissed(dismissed)}</span> : null}
      {off > 0 ? (
        <button type="button" class="link" onClick={showSettings}>
          {words.value.verdict.rulesOff(off)}
        </button>
      ) : null}
    </p>
  );
}

/** Which report this is: title, form, date under it. */
function About({ report: found }: { report: Report }) {
  const { verdict } = words.value;
  const form = found.form && engine.value ? verdict.form(engine.value.forms[found.form].notice) : verdict.noForm;
  return (
    <p class="about">
      <strong>{found.title ? <span lang="zh-CN">{found.title}</span> : verdict.untitled}</strong>
      <span>{form}</span>
      {found.signed ? <span>{verdict.signed(found.signed)}</span> : null}
    </p>
  );
}

/** Several reports in one paste: a switch between them. */
function ReportSwitch() {
  const reports = result.value?.reports ?? [];
  if (reports.length < 2) return null;
  return (
    <div class="switch" role="group" aria-label={words.value.verdict.reports(reports.length)} data-testid="reports">
      <span>{words.value.verdict.reports(reports.length)}</span>
      {reports.map((one, i) => (
        <button key={i} type="button" aria-pressed={i === reportIndex.value} onClick={() => showReport(i)}>
          <Icon name={one.verdict as IconName} size={14} />
          {words.value.verdict.report(i + 1, one.organization, one.year)}
          <span class="off-screen">{words.value.verdict.named[one.verdict]}</span>
        </button>
      ))}
    </div>
  );
}
