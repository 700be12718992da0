// What happens to the text, how the user can see it for himself, and how the page is had without a network.
import { words } from "../words";
import { singleFile } from "./state/offline";

export function Privacy({ open = false }: { open?: boolean }) {
  const { privacy } = words.value;
  return (
    <>
      <details class="self-check" data-testid="self-check" open={open}>
        <summary>{privacy.title}</summary>
        <ol>
          {privacy.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p class="fine">{privacy.limits}</p>
      </details>
      {singleFile === null ? null : (
        <p class="fine">
          {privacy.saveWhy}
          <a href={singleFile} download="gouji.html" data-testid="save-offline">
            {privacy.save}
          </a>
        </p>
      )}
    </>
  );
}
