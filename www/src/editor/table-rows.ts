// Rows of tables in the text, drawn as columns: a line with tab characters shows each of its fields in a box of its own, numbers to the right.
import { Prec, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

interface Field {
  /** Offsets in the line; the field ends where its tab begins, or with the line. */
  from: number;
  to: number;
  isNumber: boolean;
}

/** Returns the fields of a line, in order; none where the line has no tab and is therefore no row. */
export function fieldsOf(line: string): Field[] {
  if (!line.includes("\t")) return [];
  const fields: Field[] = [];
  let from = 0;
  for (const text of line.split("\t")) {
    fields.push({ from, to: from + text.length, isNumber: isNumber(text) });
    from += text.length + 1;
  }
  return fields;
}

/** What may stand in a cell for a number counts as one: nothing, 0, 12.5, ／, a dash; with its unit too. */
function isNumber(text: string): boolean {
  return /^[\s+\-−]*[0-9０-９][0-9０-９,，.．]*\s*\D{0,3}$|^[\s\-－—–/／\\*＊]*$/.test(text);
}

const tab = Decoration.mark({ class: "cm-tab" });
const number = Decoration.mark({ class: "cm-field cm-field-number" });
/** A row without numbers is a head, or words only. */
const head = Decoration.mark({ class: "cm-field cm-field-label" });
/** The labels of a row share the room that one label has, so that the numbers of all rows stand in the same columns; its own has the most of it. */
const own = [1, 2, 3].map((count) => Decoration.mark({ class: `cm-field cm-field-label cm-label-of-${count}` }));
const group = Decoration.mark({ class: "cm-field cm-field-label cm-label-group" });

function decorations(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      decorate(builder, line.from, line.text);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function decorate(builder: RangeSetBuilder<Decoration>, start: number, line: string): void {
  const fields = fieldsOf(line);
  const labels = fields.filter(({ isNumber }) => !isNumber);
  const last = labels[labels.length - 1];
  const alone = labels.length === fields.length || labels.length > own.length;
  for (const field of fields) {
    const { from, to, isNumber } = field;
    const end = Math.min(to + 1, line.length);
    if (from === end) continue;
    builder.add(start + from, start + end, isNumber ? number : alone ? head : field === last ? own[labels.length - 1]! : group);
    if (to < end) builder.add(start + to, start + end, tab);
  }
}

/** The boxes lie around the underlines and marks, which would otherwise cut them in two. */
export const tableRows = Prec.lowest(ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorations(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = decorations(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
));
