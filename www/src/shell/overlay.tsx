// What lies over the page when asked for: the help of one rule, all rules with their settings, or how to verify that nothing is
// sent and that the page is the one that was published.
import { PapersPanel } from "../papers/panel";
import { RuleChoice } from "../settings/rule-choice";
import { RuleSettingsPanel } from "../settings/rule-settings";
import { words } from "../words";
import { About } from "./about";
import { Dialog } from "./kit/dialog";
import { Privacy } from "./privacy";
import { isSite } from "./state/offline";
import { overlay, ruleOf, showSettings } from "./state/page";

export function Overlay() {
  const what = overlay.value;
  const close = () => (overlay.value = null);
  if (what === null) return null;
  if (what.kind === "privacy") {
    return (
      <Dialog title={words.value.privacy.title} name="privacy" close={close}>
        <Privacy open />
        <About />
      </Dialog>
    );
  }
  if (what.kind === "papers") return <PapersPanel close={close} />;
  return what.kind === "settings" ? <RuleSettingsPanel close={close} /> : <RuleHelp key={what.id} id={what.id} close={close} />;
}

function RuleHelp({ id, close }: { id: string; close: () => void }) {
  const rule = ruleOf(id);
  const { handbook } = words.value;
  if (!rule) return null;
  const parts = [
    [handbook.checks, rule.checks],
    [handbook.why, rule.why],
    [handbook.basis, rule.basis],
    [handbook.bad, rule.bad],
    [handbook.good, rule.good],
  ];
  return (
    <Dialog title={`${rule.id} ${rule.title}`} name="rule-help" close={close}>
      <dl class="rule-help">
        {parts.map(([name, what]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{what}</dd>
          </div>
        ))}
      </dl>
      <p class="rule-choice">
        <label for={`choice-${rule.id}`}>{handbook.choice}</label>
        <RuleChoice rule={rule} />
        <button type="button" class="link" onClick={showSettings}>
          {handbook.all}
        </button>
        {isSite ? (
          <a href={`rules.html#${rule.id}`} target="_blank" rel="noopener" data-testid="rule-page">
            {handbook.page}
          </a>
        ) : null}
      </p>
    </Dialog>
  );
}
