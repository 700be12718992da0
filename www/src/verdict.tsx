// The verdict: one sentence, what was checked, and what was not. Only `clean` looks like a pass.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Finding, Report } from "./contract";
import { copyText } from "./clipboard";
import { ExportMenu } from "./export/menu";
import { wantVerdict } from "./focus";
import { Sign, type SignName } from "./signs";
import { checkNow, longestText } from "./checking";
import {
  asideFindings,
  checking,
  corrections,
  decisions,
  engine,
  judgement,
  openFindings,
  report,
  reportIndex,
  result,
  rulesOff,
  showReport,
  showSettings,
  type Status,
  status,
  textLength,
} from "./state";
import { dropCorrections } from "./text";
import { headline, summaryOf } from "./summary";
import { countBySeverity } from "./grouping";
import { words } from "./words";

const megabyte = 1024 * 1024;

function checkAgain(): void {
  wantVerdict();
  void checkNow(true);
}

const mayTryAgain: Status["kind"][] = ["cancelled", "crashed", "no-memory"];

export function Verdict() {
  const found = report.value;
  const judged = found !== null && !found.error;
  return (
    <>
      <p class="off-screen" role="status" aria-live="polite">
        {judged
          ? words.value.sentences([headline(found, left()), words.value.verdict.counts(countBySeverity(left()))])
          : sentenceOf(status.value, found)}
      </p>
      <ReportSwitch />
      {judged ? <OfReport report={found} /> : <OfStatus />}
    </>
  );
}

/** The findings still to be looked at. */
function left(): Finding[] {
  return openFindings.value.map(({ finding }) => finding);
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
      {failed ? <Sign name="unreadable" size={28} /> : null}
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

function OfReport({ report: found }: { report: Report }) {
  const { verdict } = words.value;
  const corrected = Object.keys(corrections.value).length;
  const judged = judgement.value ?? found.verdict;
  return (
    <div class={`verdict verdict-${judged}`} data-testid="verdict" data-verdict={judged} aria-busy={checking.value}>
      <Sign name={judged} size={28} />
      <div class="verdict-words">
        <h2 class="verdict-headline" id="verdict-headline" tabIndex={-1}>
          {headline(found, left())}
        </h2>
        {found.verdict === "unreadable" ? null : (
          <>
            <p class="counts" data-testid="counts">
              <span>{verdict.counts(countBySeverity(left()))}</span>
              <span data-testid="checked">{verdict.checked(found.checked)}</span>
              {found.unchecked.length > 0 ? <a href="#unchecked">{verdict.unchecked(found.unchecked.length)}</a> : null}
            </p>
            <Decided />
            <About report={found} />
          </>
        )}
        {judged === "incomplete" ? <p class="verdict-help">{verdict.incompleteHelp}</p> : null}
        {found.verdict === "unreadable" ? (
          <ul class="verdict-help checks">
            {verdict.unreadableHelp.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        ) : null}
        {corrected > 0 ? (
          <p class="corrected-note">
            <Sign name="corrected" size={14} />
            {verdict.corrected(corrected)}
            <button type="button" class="link" data-testid="button-drop-corrections" onClick={dropCorrections}>
              {verdict.dropCorrections}
            </button>
          </p>
        ) : null}
      </div>
      {found.verdict === "unreadable" ? null : (
        <div class="take-along">
          <CopyButton report={found} />
          <ExportMenu report={found} />
        </div>
      )}
    </div>
  );
}

/** What the user has taken out of the verdict. */
function Decided() {
  const aside = asideFindings.value.length;
  const off = rulesOff.value;
  if (aside === 0 && off === 0) return null;
  return (
    <p class="decided" data-testid="decided">
      {aside > 0 ? <span>{words.value.verdict.aside(aside)}</span> : null}
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

function CopyButton({ report: found }: { report: Report }) {
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

/** Several reports in one paste: a switch between them. */
function ReportSwitch() {
  const reports = result.value?.reports ?? [];
  if (reports.length < 2) return null;
  return (
    <div class="switch" role="group" aria-label={words.value.verdict.reports(reports.length)} data-testid="reports">
      <span>{words.value.verdict.reports(reports.length)}</span>
      {reports.map((one, i) => (
        <button key={i} type="button" aria-pressed={i === reportIndex.value} onClick={() => showReport(i)}>
          <Sign name={one.verdict as SignName} size={14} />
          {words.value.verdict.report(i + 1, one.organization, one.year)}
          <span class="off-screen">{words.value.verdict.named[one.verdict]}</span>
        </button>
      ))}
    </div>
  );
}
