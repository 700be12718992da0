// What the user decides about one rule: as it is by default, on or off, or with another severity.
import { checkSoon } from "../editor/checking";
import type { Rule, RuleSetting } from "../engine/contract";
import { ruleSettings, settings } from "../shell/state/preferences";
import { words } from "../words";

export function RuleChoice({ rule }: { rule: Rule }) {
  const { choices, byDefault } = words.value.settings;
  return (
    <select
      id={`choice-${rule.id}`}
      data-testid="rule-choice"
      data-rule={rule.id}
      value={ruleSettings.value[rule.id] ?? ""}
      onChange={(event) => decide(rule.id, event.currentTarget.value as RuleSetting | "")}
    >
      <option value="">{byDefault(rule.on ? rule.severity : "off")}</option>
      {settings
        .filter((setting) => setting !== (rule.on ? "on" : "off"))
        .map((setting) => (
          <option key={setting} value={setting}>
            {choices[setting]}
          </option>
        ))}
    </select>
  );
}

function decide(id: string, setting: RuleSetting | ""): void {
  const { [id]: _, ...others } = ruleSettings.value;
  ruleSettings.value = setting === "" ? others : { ...others, [id]: setting };
  checkSoon();
}
