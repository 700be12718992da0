// The frame of the page: the text on the left, the result on the right.
import type { Report } from "../engine/contract";
import { Across } from "../county/across";
import { CountyMenu } from "../county/menu";
import { OverviewSheet, printedAt } from "../county/print";
import { Sum } from "../county/sum";
import { Copies } from "../copies/copies";
import { CopyButtons } from "../export/copy-result";
import { CopyTables } from "../export/copy-tables";
import { ExportMenu } from "../export/menu";
import { PrintSheet } from "../export/print-sheet";
import { Causes } from "../findings/causes";
import { Findings } from "../findings/findings";
import { Inspector } from "../findings/inspector";
import { spoken } from "../findings/navigation";
import { Verdict } from "../findings/verdict";
import { PapersSheet } from "../papers/panel";
import { Tables } from "../tables/tables";
import { Desk } from "../review/table/desk";
import { DeskStrip } from "../review/table/strip";
import { deskShown, view } from "../review/visit";
import { words } from "../words";
import { EmptyState } from "./empty-state";
import { Overlay } from "./overlay";
import { Progress } from "./progress";
import { SourcePane } from "./source-pane";
import { engine, notice, overlay, pane, report, showSettings, status, textLength, textNumber } from "./state/page";
import { carried } from "./state/carried";
import { type Language, language } from "./state/preferences";
import { nextTheme, theme } from "./theme";
import { UpdateBanner } from "./update-banner";

export function App() {
  return (
    <>
      {overlay.value?.kind === "papers" ? <PapersSheet /> : printedAt.value ? <OverviewSheet /> : <PrintSheet />}
      <div class="page">
        <a class="skip" href={deskShown.value ? "#desk" : "#result"}>
          {words.value.skip}
        </a>
        <UpdateBanner />
        <CarriedWrong />
        <Header />
        <DeskStrip />
        <Desk menu={<CountyMenu />}>{view.value === "sum" ? <Sum /> : <Across />}</Desk>
        <main class="panes" hidden={deskShown.value}>
          <SourcePane />
          <ResultPane />
        </main>
        <Overlay />
      </div>
    </>
  );
}

/** What the page carries of a county's demands is not in use: whoever checks with it has to know. */
function CarriedWrong() {
  const wrong = carried.value;
  if (!wrong || !("fault" in wrong)) return null;
  return (
    <p class="update-banner" role="alert" data-testid="carried-wrong">
      {words.value.profile.carriedWrong(wrong.fault)}
    </p>
  );
}

function Header() {
  return (
    <header class="header">
      <h1 class="header-name">
        <span class="wordmark">{words.value.name}</span>
        <span class="header-subject">{words.value.subject}</span>
      </h1>
      <span class="privacy" title={words.value.privacyWhy}>
        {words.value.privacyShort}
      </span>
      <button type="button" class="quiet" data-testid="button-privacy" aria-haspopup="dialog" onClick={() => (overlay.value = { kind: "privacy" })}>
        {words.value.privacyOpen}
      </button>
      <button
        type="button"
        class="quiet"
        data-testid="button-papers"
        aria-haspopup="dialog"
        disabled={engine.value === null}
        onClick={() => (overlay.value = { kind: "papers" })}
      >
        {words.value.papers.button}
      </button>
      <button
        type="button"
        class="quiet"
        data-testid="button-settings"
        aria-haspopup="dialog"
        disabled={engine.value === null}
        onClick={showSettings}
      >
        {words.value.settings.open}
      </button>
      <button type="button" class="quiet" data-testid="button-theme" onClick={nextTheme}>
        {words.value.theme[theme.value]}
      </button>
      <button type="button" class="quiet" data-testid="button-language" lang={otherLanguage()} onClick={changeLanguage}>
        {words.value.otherLanguage}
      </button>
    </header>
  );
}

const otherLanguage = (): Language => (language.value === "en" ? "zh-CN" : "en");

function changeLanguage(): void {
  // What was just done was said in the other language.
  notice.value = "";
  language.value = otherLanguage();
}

function TakeAlong({ report: found }: { report: Report }) {
  return (
    <>
      <CopyButtons report={found} />
      <ExportMenu report={found} />
    </>
  );
}

/** The way between list and tables, where they are not beside each other. */
function PaneTabs() {
  const titles = { findings: words.value.findings.title, tables: words.value.tables.title };
  return (
    <div class="pane-tabs" role="group">
      {(["findings", "tables"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={pane.value === name} data-testid={`tab-${name}`} onClick={() => (pane.value = name)}>
          {titles[name]}
        </button>
      ))}
    </div>
  );
}

function ResultPane() {
  const found = report.value;
  const readable = found !== null && found.verdict !== "unreadable";
  return (
    <section class="result" id="result" tabIndex={-1} aria-labelledby="verdict-headline">
      <Progress />
      <Verdict>{found ? <TakeAlong report={found} /> : null}</Verdict>
      <p class="off-screen" role="status" data-testid="spoken">
        {spoken.value}
      </p>
      {status.value.kind === "starting" || (status.value.kind === "empty" && textLength.value === 0) ? <EmptyState /> : null}
      {readable ? <Copies report={found} /> : null}
      {readable ? <Causes /> : null}
      {readable ? (
        <div class={`result-scroll showing-${pane.value}`} key={textNumber.value}>
          <PaneTabs />
          <Tables>
            <CopyTables report={found} />
          </Tables>
          <Findings />
          <p class="footer">{words.value.footer(engine.value?.version ?? "")}</p>
        </div>
      ) : null}
      {readable ? <Inspector /> : null}
    </section>
  );
}
