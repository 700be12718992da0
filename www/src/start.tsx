// What stands in the result's place before there is a text.
import { example, soundExample, tornExample } from "./example";
import { Privacy } from "./privacy";
import { replaceText } from "./text";
import { words } from "./words";

const texts = { sound: soundExample, faulty: example, torn: tornExample };

export function Start() {
  const { start } = words.value;
  return (
    <div class="start">
      <h2>{start.title}</h2>
      <ol class="steps">
        {start.steps.map(([name, what]) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{what}</span>
          </li>
        ))}
      </ol>
      <h3>{start.examplesTitle}</h3>
      <p class="examples">
        {(["sound", "faulty", "torn"] as const).map((name) => (
          <button key={name} type="button" data-testid={`example-${name}`} onClick={() => replaceText(texts[name], "")}>
            {start.examples[name]}
          </button>
        ))}
      </p>
      <h3>{start.checksTitle}</h3>
      <ul class="checks">
        {start.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <p class="fine">{start.basis}</p>
      <p class="fine">{words.value.privacyWhy}</p>
      <Privacy />
    </div>
  );
}
