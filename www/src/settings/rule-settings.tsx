// All rules in their groups, each with what the user decides about it.
import { useState } from "preact/hooks";

import { checkSoon } from "../editor/checking";
import type { Rule } from "../engine/contract";
import { Dialog } from "../shell/kit/dialog";
import { engine, showRule } from "../shell/state/page";
import { ruleSettings } from "../shell/state/preferences";
import { words } from "../words";
import { ProfileFields } from "./profile-fields";
import { RuleChoice } from "./rule-choice";

export function RuleSettingsPanel({ close }: { close: () => void }) {
  const [sought, setSought] = useState("");
  const { settings } = words.value;
  const rules = (engine.value?.rules ?? []).filter(({ id, title, checks }) => `${id}${title}${checks}`.includes(sought.trim()));
  const changed = Object.keys(ruleSettings.value).length;
  const reset = () => {
    ruleSettings.value = {};
    checkSoon();
  };
  return (
    <Dialog title={settings.title} name="rule-settings" close={close}>
      <p class="fine">{settings.kept}</p>
      <p class="rules-tools">
        <label for="rules-sought">{settings.find}</label>
        <input id="rules-sought" value={sought} autoComplete="off" onInput={(event) => setSought(event.currentTarget.value)} />
        <span role="status">{changed > 0 ? settings.changed(changed) : ""}</span>
        <button type="button" data-testid="button-reset-rules" disabled={changed === 0} onClick={reset}>
          {settings.reset}
        </button>
      </p>
      {rules.length === 0 ? <p class="none">{settings.nothing}</p> : null}
      {groupsOf(rules).map(([group, members]) => (
        <div key={group} class="rules-group">
          <h3>{settings.groups[group] ?? group}</h3>
          <ul>
            {members.map((rule) => (
              <OneRule key={rule.id} rule={rule} />
            ))}
          </ul>
        </div>
      ))}
      <ProfileFields />
    </Dialog>
  );
}

function OneRule({ rule }: { rule: Rule }) {
  const { id, title } = rule;
  return (
    <li class={id in ruleSettings.value ? "rule rule-changed" : "rule"}>
      <label for={`choice-${id}`}>
        <span class="rule-id">{id}</span> <span lang="zh-CN">{title}</span>
      </label>
      <RuleChoice rule={rule} />
      <button type="button" class="link" aria-label={words.value.settings.helpOf(title)} onClick={() => showRule(id)}>
        {words.value.handbook.help}
      </button>
    </li>
  );
}

/** The rules by the letters of their ids, in the order of the handbook. */
function groupsOf(rules: Rule[]): [string, Rule[]][] {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = rule.id.split("-")[0] ?? "";
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return [...groups];
}
