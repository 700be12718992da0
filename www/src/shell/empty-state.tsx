// What stands in the result's place before there is a text.
import { BlankForms } from "../copies/forms";
import { replaceText } from "../editor/text";
import { words } from "../words";
import { blankForm } from "./blank-form";
import { example, soundExample, tornExample } from "./examples";
import { Icon } from "./kit/icons";
import { isTouched } from "./kit/narrow";
import { Privacy } from "./privacy";
import { engine } from "./state/page";

const texts = { sound: soundExample, faulty: example, torn: tornExample };

export function EmptyState() {
  const { emptyState } = words.value;
  return (
    <div class="empty-state">
      <h2>{emptyState.title}</h2>
      <Preview />
      <ol class="steps">
        {(isTouched() ? emptyState.stepsByTouch : emptyState.steps).map(([name, what]) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{what}</span>
          </li>
        ))}
      </ol>
      <h3>{emptyState.examplesTitle}</h3>
      <p class="examples">
        {(["sound", "faulty", "torn"] as const).map((name) => (
          <button key={name} type="button" data-testid={`example-${name}`} onClick={() => replaceText(texts[name], "")}>
            {emptyState.examples[name]}
          </button>
        ))}
      </p>
      <h3>{emptyState.formTitle}</h3>
      <p>
        <button type="button" data-testid="button-form" disabled={engine.value === null} onClick={openForm}>
          {emptyState.form}
        </button>
      </p>
      <BlankForms />
      <h3>{emptyState.checksTitle}</h3>
      <ul class="checks">
        {emptyState.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <p class="fine">{emptyState.basis}</p>
      <p class="fine">{words.value.privacyWhy}</p>
      <Privacy />
      {engine.value ? <p class="fine">{words.value.footer(engine.value.version)}</p> : null}
    </div>
  );
}

/** Reports are of the year before. */
function openForm(): void {
  const forms = engine.value?.forms;
  if (forms) replaceText(blankForm(forms["2021"], new Date().getFullYear() - 1), "");
}

/** A small picture of what comes: a table with a number that is wrong, and what is said of it. */
function Preview() {
  const { preview } = words.value.emptyState;
  return (
    <div class="preview" aria-hidden="true">
      <table>
        <tbody>
          {preview.rows.map(([label, ...numbers]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {numbers.map((number, i) => (
                <td key={i} class={number === preview.wrong ? "cell-error" : ""}>
                  <span class="cell-words">{number}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="preview-finding">
        <Icon name="error" size={14} /> {preview.finding} <span class="preview-fix">{preview.fix}</span>
      </p>
    </div>
  );
}
