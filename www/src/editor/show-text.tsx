// The way from a result to its place in the text.
import { words } from "../words";
import { editor } from "./editor";

export function ShowText({ start }: { start: number }) {
  return (
    <button type="button" class="link show-text" data-testid="button-show-text" onClick={() => showText(start)}>
      {words.value.inspector.showText}
    </button>
  );
}

export function showText(start: number): void {
  document.getElementById("text")?.scrollIntoView({ block: "nearest" });
  editor.value?.reveal(start);
}
