// Shown while a check lasts long: that it goes on, and a button to give it up. How far it is, the engine cannot say.
import { cancelCheck } from "../editor/checking";
import { words } from "../words";
import { engine, longCheck, textLength } from "./state/page";

export function Progress() {
  const seconds = longCheck.value;
  if (seconds === null) return null;
  const { verdict } = words.value;
  return (
    <div class="progress" data-testid="progress">
      <progress aria-label={verdict.checking} />
      <span>{verdict.goesOn(textLength.value, seconds)}</span>
      {engine.value?.cancel ? (
        <button type="button" data-testid="button-cancel" onClick={cancelCheck}>
          {verdict.cancel}
        </button>
      ) : null}
    </div>
  );
}
