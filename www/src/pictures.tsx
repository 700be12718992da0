// Wholes and their parts as bars, each part where it lies in the whole, with name and figure as text beside it.
import type { Report } from "./contract";
import { applications, disputes, type Whole } from "./parts";
import { grids } from "./state";
import { words } from "./words";

export function Pictures({ report: found }: { report: Report }) {
  const { pictures } = words.value;
  const requests = applications(found, grids.value);
  const cases = disputes(found, grids.value);
  if (!requests && !cases) return null;
  const most = requests ? Math.max(requests.cameIn.value, requests.became.value) : 0;
  return (
    <div class="pictures" data-testid="pictures">
      {requests ? (
        <>
          <Bars title={pictures.cameIn(requests.cameIn.value)} whole={requests.cameIn} most={most} />
          <Bars title={pictures.became(requests.became.value)} whole={requests.became} most={most} />
          {requests.cameIn.value === requests.became.value ? null : (
            <p class="pictures-difference">{pictures.difference(Math.abs(requests.cameIn.value - requests.became.value))}</p>
          )}
        </>
      ) : null}
      {cases?.map((whole) => (
        <Bars key={whole.label} title={pictures.dispute(whole.label, whole.value)} whole={whole} most={whole.value} />
      ))}
    </div>
  );
}

function Bars({ title, whole, most }: { title: string; whole: Whole; most: number }) {
  const share = (value: number) => `${(100 * value) / most}%`;
  return (
    <section>
      <h4>{title}</h4>
      <ul class="bars">
        {whole.parts.map((part) => (
          <li key={part.label}>
            <span class="bar-label">{part.label}</span>
            <span class="bar-figure">{words.value.pictures.count(part.value, whole.value)}</span>
            <span class="bar-room" aria-hidden="true">
              <span class="bar" style={{ marginLeft: share(part.start), width: share(part.value) }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
