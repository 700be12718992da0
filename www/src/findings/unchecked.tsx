// What could not be checked, and why.
import type { Report } from "../engine/contract";
import { Icon } from "../shell/kit/icons";
import { select } from "../shell/state/selection";
import { cellNames } from "../tables/shown";
import { words } from "../words";
import { WhyButton } from "./card";
import { byReason } from "./grouping";

export function Unchecked({ report: found }: { report: Report }) {
  if (found.unchecked.length === 0) return null;
  return (
    <div class="group unchecked" id="unchecked" data-testid="unchecked">
      <h3>
        <Icon name="uncertain" size={14} />
        {words.value.findings.unchecked}
        <span class="group-count">{words.value.findings.items(found.unchecked.length)}</span>
      </h3>
      <ul>
        {byReason(found.unchecked).map(({ rule, reason, cells }) => (
          <li key={rule + reason} data-rule={rule}>
            {reason}
            <WhyButton rule={rule} />
            {cells.length > 0 ? (
              <span class="unchecked-cells">
                {cells.map((id) => (
                  <button key={id} type="button" class="link" onClick={() => select({ kind: "cell", id })}>
                    {cellNames.value.get(id) ?? id}
                  </button>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
