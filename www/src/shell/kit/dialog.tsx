// A box over the page: it takes the focus, keeps it while it is open, and gives it back. Old browsers have no <dialog>.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { words } from "../../words";

interface Properties {
  title: string;
  name: string;
  close: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, name, close, children }: Properties) {
  const box = useRef<HTMLDivElement>(null);
  // Before the box is drawn: a key pressed at once is meant for it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && document.contains(before)) before.focus();
    };
  }, []);

  const pressed = (event: KeyboardEvent) => {
    // The keys of the page beneath rest.
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key === "Tab" && box.current) keepInside(event, box.current);
  };
  return (
    <div class="dialog-back" onClick={(event) => event.target === event.currentTarget && close()}>
      <div
        class="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={`${name}-title`}
        data-testid={name}
        tabIndex={-1}
        ref={box}
        onKeyDown={pressed}
      >
        <div class="dialog-head">
          <h2 id={`${name}-title`}>{title}</h2>
          <button type="button" data-testid="button-close" onClick={close}>
            {words.value.dialog.close}
          </button>
        </div>
        {children}
      </div>
    </div>
  );
}

/** From the last stop of the Tab key to the first, and back. */
function keepInside(event: KeyboardEvent, box: HTMLElement): void {
  const stops = Array.from(box.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href], summary"));
  const first = stops[0];
  const last = stops[stops.length - 1];
  const from = document.activeElement;
  const to = event.shiftKey ? (from === first || from === box ? last : null) : from === last ? first : null;
  if (!to) return;
  event.preventDefault();
  to.focus();
}
