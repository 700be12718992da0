// Which version this is, how its file is compared with what was published, and whose work is in it.
import { useState } from "preact/hooks";

import { words } from "../words";
import { carried } from "./state/carried";
import { isSite } from "./state/offline";
import { engine } from "./state/page";

/** The scripts and styles of this build as a number, the same in both editions. */
const build = document.documentElement.getAttribute("data-fingerprint") ?? "";

export function About() {
  const { about } = words.value;
  return (
    <section class="about-page" data-testid="about">
      <h3>{about.title}</h3>
      <p data-testid="build">{about.version(engine.value?.version ?? "", build)}</p>
      {carried.value ? <p data-testid="about-carried">{about.carried("profile" in carried.value ? (carried.value.profile.name ?? "") : "")}</p> : null}
      <p>{about.compare}</p>
      <dl>
        {about.ways.map(([where, how]) => (
          <div key={where}>
            <dt>{where}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <p class="fine">{about.limits}</p>
      <Licences />
    </section>
  );
}

/** The single file carries the text, the site has it beside it. */
function Licences() {
  const { about } = words.value;
  const [shown, show] = useState(false);
  if (isSite) {
    return (
      <p>
        <a href="licences.txt" target="_blank" rel="noopener" data-testid="licences">
          {about.licences}
        </a>
      </p>
    );
  }
  return (
    <details data-testid="licences" onToggle={() => show(true)}>
      <summary>{about.licences}</summary>
      {shown ? (
        <pre class="licences">{document.getElementById("licences")?.textContent}</pre>
      ) : null}
    </details>
  );
}
