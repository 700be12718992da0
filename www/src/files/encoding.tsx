// Beside what was opened: another encoding for a text that shows garbled.
import { notice } from "../state";
import { words } from "../words";
import { opened, openOne } from "./open";

export function EncodingChoice() {
  const last = opened.value;
  if (!last || notice.value !== last.said) return null;
  const { files } = words.value;
  return (
    <p class="notice encoding">
      <label>
        {files.encoding}
        <select
          data-testid="encoding"
          value={last.encoding}
          onChange={(event) => void openOne(last.file, event.currentTarget.value)}
        >
          {files.encodings.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
