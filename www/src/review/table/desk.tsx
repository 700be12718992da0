// The desk over the whole window: what is on it at a glance, the ways to more, and the table.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

import { readableNames } from "../../files/open";
import { FileInput } from "../../shell/kit/file-input";
import { notice } from "../../shell/state/page";
import { words } from "../../words";
import { clearDesk, isEmpty, progress, running } from "../desk";
import { openFiles } from "../open-files";
import { resume, stop } from "../run";
import { counts, filters, type Glance, glance, search, showAll, shownRows, year, years } from "../shown";
import { deskShown, hideDesk, view } from "../visit";
import { filtersShown, goToErrors, Grid } from "./grid";
import { RowDialog } from "./row-dialog";

/** `menu` stands among the buttons; `children` is what is shown instead of the rows. */
export function Desk({ menu, children }: { menu: ComponentChildren; children: ComponentChildren }) {
  if (!deskShown.value) return null;
  return (
    <main class="desk" id="desk" tabIndex={-1} aria-labelledby="desk-title" data-testid="desk">
      <Above>{menu}</Above>
      <Views />
      {view.value === "rows" ? <Glances /> : null}
      <p class="notice" role="status" data-testid="desk-notice">
        {notice.value}
      </p>
      {isEmpty.value ? <p class="desk-empty">{words.value.desk.empty}</p> : view.value === "rows" ? <Grid /> : <div class="desk-view">{children}</div>}
      {view.value === "rows" ? <p class="desk-keys">{words.value.desk.keys}</p> : null}
      <RowDialog />
    </main>
  );
}

/** The rows, across bodies, the sum. */
function Views() {
  const { views } = words.value.desk;
  return (
    <div class="desk-views" role="group" aria-label={words.value.desk.title}>
      {(["rows", "across", "sum"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view.value === name} data-testid={`view-${name}`} onClick={() => (view.value = name)}>
          {views[name]}
        </button>
      ))}
    </div>
  );
}

function Above({ children }: { children: ComponentChildren }) {
  const { desk, files } = words.value;
  const { all, done } = progress.value;
  const stopped = counts.value.get("stopped") ?? 0;
  return (
    <div class="desk-above">
      <h2 class="pane-title" id="desk-title">
        {desk.title}
      </h2>
      <span role="status" data-testid="desk-progress">
        {running.value ? files.progress(done, all) : desk.finished(all, counts.value.get("work") ?? 0)}
      </span>
      {running.value ? <progress value={done} max={all} aria-label={desk.title} /> : null}
      {running.value ? (
        <button type="button" data-testid="button-stop" onClick={stop}>
          {files.stop}
        </button>
      ) : null}
      {!running.value && stopped > 0 ? (
        <button type="button" data-testid="button-resume" onClick={resume}>
          {desk.resume(stopped)}
        </button>
      ) : null}
      <Choosers />
      {children}
      <button type="button" data-testid="button-clear-desk" disabled={isEmpty.value} onClick={clear}>
        {desk.clear}
      </button>
      <button type="button" data-testid="button-leave-desk" onClick={hideDesk}>
        {desk.leave}
      </button>
    </div>
  );
}

/** What was mended in the page is in no file: it is asked for. */
function clear(): void {
  if (!window.confirm(words.value.desk.clearSure)) return;
  stop();
  clearDesk();
  hideDesk();
}

function Choosers() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { desk, source } = words.value;
  return (
    <>
      <button type="button" data-testid="button-add-files" onClick={() => files.current?.click()}>
        {source.open}
      </button>
      <button type="button" data-testid="button-add-folder" onClick={() => folder.current?.click()}>
        {desk.openFolder}
      </button>
      <FileInput chooser={files} multiple accept={`${readableNames},.zip`} name="desk-file" take={openFiles} />
      <FileInput
        chooser={(input) => {
          folder.current = input;
          input?.setAttribute("webkitdirectory", "");
        }}
        multiple
        name="desk-folder"
        take={openFiles}
      />
    </>
  );
}

const glances: Glance[] = ["all", "work", "errors", "incomplete", "failed", "unreadable", "warnings", "settled", "clean"];

function Glances() {
  const { desk } = words.value;
  const shown = glances.filter((name) => name === "all" || name === "work" || (counts.value.get(name) ?? 0) > 0);
  const narrowed = glance.value !== "all" || search.value !== "" || year.value !== null || Object.values(filters.value).some(Boolean);
  return (
    <div class="desk-glances" role="group" aria-label={desk.glances}>
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          class={`desk-glance desk-glance-${name}`}
          aria-pressed={glance.value === name}
          data-testid={`glance-${name}`}
          onClick={() => (glance.value = name)}
        >
          {name === "all" ? desk.all : name === "work" ? desk.work : desk.standings[name]} {counts.value.get(name) ?? 0}
        </button>
      ))}
      {years.value.length > 1 ? (
        <select
          aria-label={desk.year}
          data-testid="desk-year"
          value={year.value ?? ""}
          onChange={(event) => (year.value = event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
        >
          <option value="">{desk.allYears}</option>
          {years.value.map((one) => (
            <option key={one} value={one}>
              {desk.ofYear(one)}
            </option>
          ))}
        </select>
      ) : null}
      <input
        type="search"
        aria-label={desk.search}
        placeholder={desk.search}
        data-testid="desk-search"
        value={search.value}
        onInput={(event) => (search.value = event.currentTarget.value)}
      />
      <button type="button" aria-pressed={filtersShown.value} data-testid="button-filters" onClick={() => (filtersShown.value = !filtersShown.value)}>
        {desk.filters}
      </button>
      <button type="button" data-testid="button-next-errors" onClick={() => goToErrors(1)}>
        {desk.nextErrors}
      </button>
      {narrowed ? (
        <button type="button" class="link" data-testid="button-show-all" onClick={showAll}>
          {desk.showAll(shownRows.value.length)}
        </button>
      ) : null}
    </div>
  );
}
