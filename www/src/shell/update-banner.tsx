// A bar over the page: a newer version of the site is ready, and waits for the user's word.
import { words } from "../words";
import { newVersion, useNewVersion } from "./state/offline";

export function UpdateBanner() {
  if (!newVersion.value) return null;
  const { updateBanner } = words.value;
  return (
    <div class="update-banner" role="status" data-testid="new-version">
      <span>{updateBanner.ready}</span>
      <button type="button" data-testid="button-new-version" onClick={useNewVersion}>
        {updateBanner.use}
      </button>
      <button type="button" class="quiet" onClick={() => (newVersion.value = null)}>
        {updateBanner.later}
      </button>
    </div>
  );
}
