// Wholes and their parts as bars, each part where it lies in the whole, with name and figure as text beside it; and last year beside this year.
import type { Report } from "../engine/contract";
import { words } from "../words";
import { applications, disputes, type Pair, twoYears, type Whole } from "./parts";
import { lastYear } from "./shown";

export function Pictures({ report: found }: { report: Report }) {
  const { pictures } = words.value;
  const requests = applications(found);
  const cases = disputes(found);
  const before = lastYear.value;
  const compared = before ? twoYears(before, found, pictures.taken) : [];
  if (!requests && !cases && compared.length === 0) return null;
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
      {before?.year && compared.length > 0 ? <TwoYears year={before.year} lists={compared} /> : null}
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

/** Last year hollow over this year full, on one scale for each list. */
function TwoYears({ year, lists }: { year: number; lists: Pair[][] }) {
  const { pictures } = words.value;
  return (
    <section data-testid="two-years">
      <h4>{pictures.twoYears(year, year + 1)}</h4>
      {lists.map((list) => {
        const most = Math.max(...list.flatMap(({ before, now }) => [before, now]));
        const bar = (name: string, value: number) => (
          <span class={`bar ${value > 0 ? name : "bar-none"}`} style={{ width: `${(100 * value) / most}%` }} />
        );
        return (
          <ul key={list[0]!.label} class="bars">
            {list.map(({ label, before, now }) => (
              <li key={label}>
                <span class="bar-label">{label}</span>
                <span class="bar-figure">{pictures.pair(year, before, now)}</span>
                <span class="bar-room" aria-hidden="true">
                  {bar("bar-before", before)}
                  {bar("bar-now", now)}
                </span>
              </li>
            ))}
          </ul>
        );
      })}
    </section>
  );
}
