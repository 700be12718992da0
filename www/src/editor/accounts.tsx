// What became of the numbers of the text: how many were held against the tables, and which were not understood.
import type { Report } from "../engine/contract";
import { allAccounts, report } from "../shell/state/page";
import { words } from "../words";
import { checkSoon } from "./checking";
import { showText } from "./show-text";

export function Accounts() {
  const found = report.value;
  if (!found || found.verdict === "unreadable" || found.account.all === 0) return null;
  const { accounts } = words.value;
  const { all, checked, beside, explained, unread } = found.account;
  return (
    <details class="accounts" data-testid="accounts">
      <summary>
        {accounts.title(all)}
        {unread.length > 0 ? (
          <span class="accounts-unread">
            <i class="account-sample" /> {accounts.unread(unread.length)}
          </span>
        ) : null}
      </summary>
      <p>{accounts.counts(checked, beside, explained)}</p>
      <Unread report={found} />
      <label>
        <input
          type="checkbox"
          data-testid="all-accounts"
          checked={allAccounts.value}
          onChange={(event) => {
            allAccounts.value = event.currentTarget.checked;
            checkSoon();
          }}
        />{" "}
        {accounts.showAll}
      </label>
      {allAccounts.value ? (
        <p class="accounts-legend">
          {(["checked", "beside", "explained", "unread"] as const).map((kind) => (
            <span key={kind} class={`account-${kind}`}>
              {accounts.kinds[kind]}
            </span>
          ))}
        </p>
      ) : null}
    </details>
  );
}

/** Those that the tables may have something for come first. */
function Unread({ report: { account } }: { report: Report }) {
  const list = [...account.unread].sort((a, b) => Number(b.matters) - Number(a.matters));
  if (list.length === 0) return null;
  return (
    <ul class="accounts-list">
      {list.map(({ start, text }) => (
        <li key={start}>
          <button type="button" class="link" lang="zh-CN" onClick={() => showText(start)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
