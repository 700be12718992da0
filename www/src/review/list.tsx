// The files that were opened together, each with its verdict; a click shows one in the editor.
import { Icon } from "../shell/kit/icons";
import { textNumber } from "../shell/state/page";
import { words } from "../words";
import { closeBatch, isRunning, type Item, items, stopBatch } from "./batch";
import { openItem, shownItem } from "./open-files";

export function FileList() {
  const all = items.value;
  if (all.length === 0) return null;
  const { files } = words.value;
  const done = all.filter((item) => item.state === "checked" || item.state === "failed").length;
  const count = (fits: (item: Item) => boolean) => all.filter(fits).length;
  const sentence = isRunning.value
    ? files.progress(done, all.length)
    : files.finished(
        done,
        count((item) => item.state === "checked" && item.errors > 0),
        count((item) => item.state === "failed"),
      );
  return (
    <section class="files" aria-label={files.list} data-testid="files">
      <div class="files-head">
        <span role="status" data-testid="files-progress">
          {sentence}
        </span>
        {isRunning.value ? <progress value={done} max={all.length} aria-label={files.list} /> : null}
        <button type="button" data-testid={isRunning.value ? "button-stop" : "button-close-files"} onClick={isRunning.value ? stopBatch : closeBatch}>
          {isRunning.value ? files.stop : files.close}
        </button>
      </div>
      <ul class="files-list">
        {all.map((item, index) => (
          <li key={index}>
            {item.state === "failed" ? (
              <p class="files-item" data-testid="files-item" data-state="failed">
                <span class="files-name" title={item.name}>
                  {item.name}
                </span>
                <Outcome item={item} />
                <span class="files-why">{item.why}</span>
              </p>
            ) : (
              <button
                type="button"
                class="files-item"
                data-testid="files-item"
                data-state={item.state === "checked" ? item.verdict : item.state}
                aria-current={isShown(item)}
                disabled={item.state !== "checked"}
                onClick={() => openItem(item)}
              >
                <span class="files-name" title={item.name}>
                  {item.name}
                </span>
                <Outcome item={item} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the text in the editor is that of this file still. */
function isShown(item: Item): boolean {
  const shown = shownItem.value;
  return shown !== null && shown.item === item && shown.text === textNumber.value;
}

function Outcome({ item }: { item: Item }) {
  const { files, verdict } = words.value;
  switch (item.state) {
    case "waiting":
      return <span class="files-verdict">{files.waiting}</span>;
    case "working":
      return <span class="files-verdict">{files.working}</span>;
    case "stopped":
      return <span class="files-verdict">{files.stopped}</span>;
    case "failed":
      return (
        <span class="files-verdict">
          <Icon name="unreadable" /> {files.unread}
        </span>
      );
    case "checked":
      return (
        <span class="files-verdict">
          <Icon name={item.verdict} /> {verdict.named[item.verdict]}
          {item.errors > 0 ? ` ${item.errors}` : ""}
        </span>
      );
  }
}
