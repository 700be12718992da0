// The official form: filled with the numbers as read and mended, empty, as the skeleton of a report, or only its numbers for a table that is there.
import type { Report } from "../engine/contract";
import type { FormChoice } from "../engine/file-types";
import { copyText } from "../shell/kit/clipboard";
import { Menu } from "../shell/kit/menu";
import { engine } from "../shell/state/page";
import { words } from "../words";
import { numberBlock } from "./form-values";
import { saveForm, say, shownOutcome } from "./save";

type Format = FormChoice["format"];
const ofTables: Format[] = ["docx", "xlsx", "html", "txt"];
/** A workbook has the tables alone. */
const ofReport: Format[] = ["docx", "html", "txt"];

export function FormMenu({ report: found }: { report: Report }) {
  const { form } = words.value.copies;
  const edition = found.form ?? "2021";
  return (
    <Menu label={form.menu} name="button-form-menu">
      {(shut) => (
        <div class="export-ways form-ways" data-testid="form-ways">
          {found.form ? (
            <>
              <Ways name={form.filled} formats={ofTables} id="filled" choose={(format) => (shut(), saveForm({ edition, format }, found))} />
              <Ways name={form.filledReport} formats={ofReport} id="filled-report" choose={(format) => (shut(), saveForm({ edition, format, report: true }, found))} />
              <p class="form-way">
                <span>{form.numbers}</span>
                <button type="button" class="link" data-testid="form-numbers" onClick={() => (shut(), void copyNumbers(found))}>
                  {form.copyNumbers}
                </button>
              </p>
            </>
          ) : null}
          <Ways name={form.empty} formats={ofTables} id="empty" choose={(format) => (shut(), saveForm({ edition, format }, null))} />
          <Ways name={form.emptyReport} formats={ofReport} id="empty-report" choose={(format) => (shut(), saveForm({ edition, format, report: true }, null))} />
        </div>
      )}
    </Menu>
  );
}

function Ways({ name, formats, id, choose }: { name: string; formats: Format[]; id: string; choose: (format: Format) => void }) {
  const { form } = words.value.copies;
  return (
    <p class="form-way">
      <span>{name}</span>
      {formats.map((format) => (
        <button key={format} type="button" class="link" aria-label={words.value.labelled(name, form.formats[format])} data-testid={`form-${id}-${format}`} onClick={() => choose(format)}>
          {form.formats[format]}
        </button>
      ))}
    </p>
  );
}

async function copyNumbers(found: Report): Promise<void> {
  const { form } = words.value.copies;
  const table = engine.value?.forms[found.form ?? "2021"].tables.find(({ id }) => id === "requests");
  const copied = table !== undefined && (await copyText(numberBlock(table, found.cells)));
  say(copied ? form.copied : form.cannotCopy, { wrong: !copied });
}

/** The empty forms of both editions, for those who have no report yet. */
export function BlankForms() {
  const { form } = words.value.copies;
  return (
    <details class="blank-forms" data-testid="blank-forms">
      <summary>{form.blank}</summary>
      {(["2021", "2019"] as const).map((edition) => (
        <div key={edition}>
          <h4>{form.edition(edition)}</h4>
          <Ways name={form.empty} formats={ofTables} id={`${edition}-empty`} choose={(format) => void saveForm({ edition, format }, null)} />
          <Ways name={form.emptyReport} formats={ofReport} id={`${edition}-report`} choose={(format) => void saveForm({ edition, format, report: true }, null)} />
        </div>
      ))}
      <p role="status">{shownOutcome.value?.said ?? ""}</p>
    </details>
  );
}
