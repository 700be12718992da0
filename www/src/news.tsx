// A bar over the page: a newer version of the site is ready, and waits for the user's word.
import { newVersion, useNewVersion } from "./offline";
import { words } from "./words";

export function News() {
  if (!newVersion.value) return null;
  const { news } = words.value;
  return (
    <div class="news" role="status" data-testid="new-version">
      <span>{news.ready}</span>
      <button type="button" data-testid="button-new-version" onClick={useNewVersion}>
        {news.use}
      </button>
      <button type="button" class="quiet" onClick={() => (newVersion.value = null)}>
        {news.later}
      </button>
    </div>
  );
}
