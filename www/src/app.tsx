// The frame of the page: the text on the left, what was found in it on the right.
import { PrintSheet } from "./export/print-sheet";
import { Findings } from "./findings";
import { Opened } from "./handbook";
import { spoken } from "./going";
import { Inspector } from "./inspector";
import { News } from "./news";
import { Progress } from "./progress";
import { SourcePane } from "./source";
import { Start } from "./start";
import { type Language, language } from "./preferences";
import { engine, notice, report, showSettings, status, textLength, textNumber } from "./state";
import { Tables } from "./tables";
import { nextTheme, theme } from "./theme";
import { Verdict } from "./verdict";
import { words } from "./words";

export function App() {
  return (
    <>
      <PrintSheet />
      <div class="page">
        <a class="skip" href="#result">
          {words.value.skip}
        </a>
        <News />
        <Header />
        <main class="panes">
          <SourcePane />
          <ResultPane />
        </main>
        <Opened />
      </div>
    </>
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

function ResultPane() {
  const found = report.value;
  const readable = found !== null && found.verdict !== "unreadable";
  return (
    <section class="result" id="result" tabIndex={-1} aria-labelledby="verdict-headline">
      <Progress />
      <Verdict />
      <p class="off-screen" role="status" data-testid="spoken">
        {spoken.value}
      </p>
      {status.value.kind === "starting" || (status.value.kind === "empty" && textLength.value === 0) ? <Start /> : null}
      {readable ? (
        <div class="result-scroll" key={textNumber.value}>
          <Findings />
          <Tables />
          <p class="footer">{words.value.footer(engine.value?.version ?? "")}</p>
        </div>
      ) : null}
      {readable ? <Inspector /> : null}
    </section>
  );
}
