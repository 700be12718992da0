// What stands in the result's place before there is a text.
import { replaceText } from "../editor/text";
import { words } from "../words";
import { example, soundExample, tornExample } from "./examples";
import { Privacy } from "./privacy";

const texts = { sound: soundExample, faulty: example, torn: tornExample };

export function EmptyState() {
  const { emptyState } = words.value;
  return (
    <div class="empty-state">
      <h2>{emptyState.title}</h2>
      <ol class="steps">
        {emptyState.steps.map(([name, what]) => (
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
      <h3>{emptyState.checksTitle}</h3>
      <ul class="checks">
        {emptyState.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <p class="fine">{emptyState.basis}</p>
      <p class="fine">{words.value.privacyWhy}</p>
      <Privacy />
    </div>
  );
}
