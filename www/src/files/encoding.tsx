// Beside what was opened: another encoding for a text that shows garbled, and a button to give up a file that takes long to read.
import { Choices } from "../shell/kit/choices";
import { notice, report } from "../shell/state/page";
import { words } from "../words";
import { openedText, openOne, readingLong, stopOpening } from "./open";

export function StopReading() {
  if (readingLong.value === null) return null;
  return (
    <p class="notice">
      <button type="button" class="link" data-testid="button-stop-reading" onClick={stopOpening}>
        {words.value.files.stopReading}
      </button>
    </p>
  );
}

/** The rule that finds garbled text. */
const garbled = "RD-05";

export function EncodingChoice() {
  const last = openedText.value;
  if (!last || notice.value !== last.said) return null;
  const { files } = words.value;
  const looksWrong = report.value?.findings.some(({ rule }) => rule === garbled) ?? false;
  return (
    <p class={looksWrong ? "notice encoding encoding-wrong" : "notice encoding"}>
      <label>
        {looksWrong ? files.encodingWrong : files.encoding}
        <select
          data-testid="encoding"
          value={last.encoding}
          onChange={(event) => void openOne(last.file, event.currentTarget.value)}
        >
          <Choices list={files.encodings} />
        </select>
      </label>
    </p>
  );
}
