// The editor: CodeMirror with the findings underlined and the selected places marked.
import { defaultKeymap, history, historyKeymap, isolateHistory, undo, undoDepth } from "@codemirror/commands";
import { type Action, type Diagnostic, forEachDiagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { closeSearchPanel, openSearchPanel, search, searchKeymap, searchPanelOpen } from "@codemirror/search";
import { type ChangeDesc, Compartment, EditorState, type Extension, StateEffect, StateField, Transaction } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  type Tooltip,
  type ViewUpdate,
  drawSelection,
  highlightActiveLine,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { signal } from "@preact/signals";

import type { Finding, Fix } from "../engine/contract";
import type { Because, MadeChange, Origin } from "../shell/state/mended";
import type { Place } from "../shell/state/selection";
import { isTouched } from "../shell/kit/narrow";
import type { Corrections } from "../shell/state/page";
import { words } from "../words";
import { because, changesOf, opened, openedText, originOf, sinceOpened, takenBack } from "./changes";
import { withBracket } from "./line";
import { tableRows } from "./table-rows";
import "./sheet";
import { correctionsOf, replacesAll, setCorrections, userNumbers } from "./corrections";

export interface Change {
  /** More of the same is to be expected. */
  typing: boolean;
  /** Another text has taken the place of the whole one. */
  replaced: boolean;
  /** Lines were pasted, as plain text. */
  pasted: boolean;
}

export interface EditorEvents {
  /** The text or the user's numbers changed. */
  changed(change: Change): void;
  /** Files were dropped or pasted. */
  opened(files: File[]): void;
  /** Words with a table were pasted, as HTML and as plain text. */
  pastedTable(html: string, plain: string): void;
  /** Returns what stands at a position, in a few words: the row and the column of a cell. */
  describe(position: number): string | null;
}

/** A finding that is underlined. */
export interface Marked {
  finding: Finding;
  /** Selects the finding. */
  choose: () => void;
}

/** A number of the text, and what became of it. */
export interface NumberMark {
  start: number;
  end: number;
  kind: "checked" | "beside" | "explained" | "unread";
}

const setNumberMarks = StateEffect.define<NumberMark[]>();

const numberMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setNumberMarks)) continue;
      const inside = effect.value.filter(({ start, end }) => start < end && end <= transaction.newDoc.length);
      value = Decoration.set(inside.map(({ start, end, kind }) => Decoration.mark({ class: `account-${kind}` }).range(start, end)), true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setHighlight = StateEffect.define<Place[]>();

const highlightField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setHighlight)) value = highlightOf(effect.value, transaction);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function highlightOf(places: Place[], transaction: Transaction): DecorationSet {
  const length = transaction.newDoc.length;
  return Decoration.set(
    places
      .filter((place) => place.start < place.end && place.end <= length)
      .map((place) => Decoration.mark({ class: `cm-place cm-place-${place.role}` }).range(place.start, place.end)),
    true,
  );
}

/** What the editor says in the language of the page. */
const spoken = new Compartment();

function spokenNow(): Extension {
  const { source } = words.value;
  return [
    EditorState.phrases.of(source.search),
    placeholder(isTouched() ? source.placeholderByTouch : source.placeholder),
    EditorView.contentAttributes.of({ "aria-label": source.title }),
  ];
}

/** In pixels: what is nearer to the edge than this is scrolled to the middle. */
const nearEdge = 30;

/** Returns the sentences of a finding, each in a line of its own. */
function sentences({ message, suggestion }: Finding): HTMLElement {
  const box = document.createElement("div");
  box.lang = "zh-CN";
  for (const text of [message, suggestion].filter(Boolean)) box.appendChild(document.createElement("p")).textContent = text;
  return box;
}

function tooltipOf(position: number, text: string | null): Tooltip | null {
  if (text === null) return null;
  const dom = document.createElement("div");
  dom.className = "cell-tip";
  dom.textContent = text;
  return { pos: position, above: true, create: () => ({ dom }) };
}

function addsLines({ changes }: ViewUpdate): boolean {
  let lines = 1;
  changes.iterChanges((_from, _to, _start, _end, inserted) => (lines = Math.max(lines, inserted.lines)));
  return lines > 1;
}

/** A text as it stood when another took its place in the editor: with what can be undone, its numbers, and how far it was scrolled. */
export interface Kept {
  state: EditorState;
  scrolled: number;
}

export class Editor {
  private readonly view: EditorView;
  private readonly extensions: Extension;
  /** How the text has changed since it was checked: places of the result are sought in it as it is now. */
  private since: ChangeDesc | null = null;
  /** What a click on an underline does. */
  private readonly choices = new WeakMap<Diagnostic, () => void>();

  constructor(parent: HTMLElement, events: EditorEvents) {
    this.extensions = [
      history(),
      userNumbers,
      sinceOpened,
      highlightField,
      numberMarks,
      lineNumbers(),
      lintGutter(),
      highlightSpecialChars(),
      tableRows,
      hoverTooltip((_view, position) => tooltipOf(position, events.describe(position))),
      highlightActiveLine(),
      drawSelection(),
      search({ top: true }),
      EditorView.lineWrapping,
      EditorState.tabSize.of(4),
      spoken.of(spokenNow()),
      EditorView.contentAttributes.of({
        lang: "zh-CN",
        tabindex: "0",
        "data-testid": "editor",
        spellcheck: "false",
      }),
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.domEventHandlers({
        click: (event) => this.chooseAt(event),
        drop(event) {
          const files = Array.from(event.dataTransfer?.files ?? []);
          if (files.length === 0) return false;
          event.preventDefault();
          events.opened(files);
          return true;
        },
        paste(event) {
          const data = event.clipboardData;
          const [html, plain] = [data?.getData("text/html") ?? "", data?.getData("text/plain") ?? ""];
          const files = Array.from(data?.files ?? []);
          // Office programs put a picture of the words beside the words.
          const onlyFiles = files.length > 0 && plain === "";
          if (!onlyFiles && !/<table/i.test(html)) return false;
          event.preventDefault();
          if (onlyFiles) events.opened(files);
          else events.pastedTable(html, plain);
          return true;
        },
      }),
      EditorView.updateListener.of((update) => {
        const corrected = correctionsOf(update.startState) !== correctionsOf(update.state);
        if (!update.docChanged && !corrected) return;
        if (update.docChanged) this.since = this.since?.composeDesc(update.changes.desc) ?? update.changes.desc;
        const typing = update.transactions.some((one) => one.isUserEvent("input.type") || one.isUserEvent("delete"));
        const replaced = !typing && update.transactions.some(replacesAll);
        const pasted = update.transactions.some((one) => one.isUserEvent("input.paste")) && addsLines(update);
        events.changed({ typing, replaced, pasted });
        if (replaced) requestAnimationFrame(() => (this.view.scrollDOM.scrollTop = 0));
      }),
    ];
    this.view = new EditorView({ parent, state: EditorState.create({ extensions: this.extensions }) });
  }

  /** The language of the page has changed. An open search panel would keep its words. */
  speak(): void {
    closeSearchPanel(this.view);
    this.view.dispatch({ effects: spoken.reconfigure(spokenNow()) });
  }

  text(): string {
    return this.view.state.doc.toString();
  }

  slice(start: number, end: number): string {
    return this.view.state.sliceDoc(start, end);
  }

  length(): number {
    return this.view.state.doc.length;
  }

  corrections(): Corrections {
    return correctionsOf(this.view.state);
  }

  setCorrections(corrections: Corrections): void {
    this.view.dispatch(setCorrections(corrections));
  }

  origin(): Origin | null {
    return originOf(this.view.state);
  }

  openedAs(): string {
    return openedText(this.view.state);
  }

  changes(): MadeChange[] {
    return changesOf(this.view.state);
  }

  takeBack(change: MadeChange): void {
    this.view.dispatch({ ...takenBack(this.view.state, change), annotations: isolateHistory.of("full") });
  }

  /** Puts another text in, in one step that can be undone; where it is that of a file, the file is named. */
  replaceAll(text: string, origin: Origin | null = null): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      effects: opened.of({ origin }),
      selection: { anchor: 0 },
      annotations: isolateHistory.of("full"),
      scrollIntoView: true,
    });
  }

  /** The text as it stands, to come back to. */
  keep(): Kept {
    return { state: this.view.state, scrolled: this.view.scrollDOM.scrollTop };
  }

  /** Shows a text that was kept, or a new one: nothing of the text before is undone in it. */
  enter(kept: Kept | string, origin: Origin | null): void {
    const fresh = typeof kept === "string";
    this.since = null;
    this.view.setState(fresh ? EditorState.create({ doc: kept, extensions: this.extensions }) : kept.state);
    const anew = fresh ? [opened.of({ origin })] : [];
    this.view.dispatch({ effects: [...anew, spoken.reconfigure(spokenNow()), setHighlight.of([]), setNumberMarks.of([])], annotations: Transaction.addToHistory.of(false) });
    this.view.dispatch(setDiagnostics(this.view.state, []));
    requestAnimationFrame(() => (this.view.scrollDOM.scrollTop = fresh ? 0 : kept.scrolled));
  }

  /** Puts words in place of what is selected, as pasting does. */
  insert(text: string): void {
    this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: "input.paste", scrollIntoView: true });
  }

  /** Makes changes in one step that can be undone, each with its reason, if there is one. */
  apply(fixes: Fix[], why: (fix: Fix) => Because | null = () => null): void {
    const changes = fixes.map((fix) => ({ from: fix.start, to: fix.end, insert: fix.text }));
    const reasons = fixes.flatMap((fix) => {
      const reason = why(fix);
      return reason ? [{ start: fix.start, end: fix.end, because: reason }] : [];
    });
    this.view.dispatch({ changes, effects: because.of(reasons), annotations: isolateHistory.of("full") });
  }

  /** A result has come of the text as it is. */
  checked(): void {
    this.since = null;
  }

  /** A place of the result in the text as it is now. */
  private now<P extends { start: number; end: number }>(place: P): P {
    return this.since ? { ...place, start: this.since.mapPos(place.start, 1), end: this.since.mapPos(place.end, -1) } : place;
  }

  canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  undo(): void {
    undo(this.view);
  }

  toggleSearch(): void {
    if (searchPanelOpen(this.view.state)) closeSearchPanel(this.view);
    else openSearchPanel(this.view);
  }

  /** Underlines the findings and marks their lines; what they say stands in the tooltips, with the buttons that mend and select them. */
  showFindings(marked: Marked[]): void {
    const text = this.text();
    const length = text.length;
    const diagnostics = marked.flatMap(({ finding, choose }) =>
      finding.spans
        .map((span) => withBracket(text, this.now(span)))
        .filter((span) => span.role === "primary" && span.start <= span.end && span.end <= length)
        .map((span) => {
          const diagnostic = { from: span.start, to: span.end, severity: finding.severity, message: "", renderMessage: () => sentences(finding), actions: this.actionsOf(finding, choose) };
          this.choices.set(diagnostic, choose);
          return diagnostic;
        }),
    );
    diagnostics.sort((a, b) => a.from - b.from || a.to - b.to);
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** The buttons in the tooltip of a finding. */
  private actionsOf(finding: Finding, choose: () => void): Action[] {
    const { findings, source } = words.value;
    const [first] = finding.fixes;
    const more = { name: source.moreOf, apply: choose };
    if (!first) return [more];
    const name = finding.fixes.length === 1 ? findings.fix(first.text) : findings.fixAll(finding.fixes.length);
    // Only while the places are those of the text as it is.
    const why = { why: finding.message, rule: finding.rule };
    return [{ name, apply: () => !this.since && this.apply(finding.fixes, () => why) }, more];
  }

  /** A plain click on an underline selects its finding: the narrowest one there. */
  private chooseAt(event: MouseEvent): boolean {
    const position = this.view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (position === null || !this.view.state.selection.main.empty) return false;
    let best: { width: number; choose: (() => void) | undefined } | null = null;
    forEachDiagnostic(this.view.state, (diagnostic, from, to) => {
      if (position < from || position > to || (best && best.width <= to - from)) return;
      best = { width: to - from, choose: this.choices.get(diagnostic) };
    });
    (best as { choose: (() => void) | undefined } | null)?.choose?.();
    return false;
  }

  markNumbers(marks: NumberMark[]): void {
    this.view.dispatch({ effects: setNumberMarks.of(marks.map((mark) => this.now(mark))) });
  }

  highlight(places: Place[]): void {
    this.view.dispatch({ effects: setHighlight.of(places.map((place) => withBracket(this.text(), this.now(place)))) });
  }

  /** Brings a place into view unless it is; the keyboard stays where it is. */
  reveal(position: number): void {
    const { start } = this.now({ start: position, end: position });
    if (start > this.length()) return;
    const [at, window] = [this.view.coordsAtPos(start), this.view.scrollDOM.getBoundingClientRect()];
    if (at && at.top > window.top + nearEdge && at.bottom < window.bottom - nearEdge) return;
    this.view.dispatch({ effects: EditorView.scrollIntoView(start, { y: "center" }) });
  }

  /** Where the typing goes on. */
  putCursor(position: number): void {
    const { start } = this.now({ start: position, end: position });
    if (start <= this.length()) this.view.dispatch({ selection: { anchor: start } });
  }
}

/** The editor of the page, once it is there. */
export const editor = signal<Editor | null>(null);
