// What stands in the result's place before there is a text.
import { Privacy } from "./privacy";
import { words } from "./words";

export function Start() {
  const { start } = words;
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
      <h3>{start.checksTitle}</h3>
      <ul class="checks">
        {start.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      <p class="fine">{start.basis}</p>
      <p class="fine">{words.privacyWhy}</p>
      <Privacy />
    </div>
  );
}
