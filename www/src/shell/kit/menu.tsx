// A button with a list below it that is shut by Escape, by a click elsewhere, and when the keyboard leaves it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface Properties {
  label: string;
  name: string;
  /** What lies in the box; `shut` closes it and gives the keyboard back to the button. */
  children: (shut: () => void) => ComponentChildren;
  /** What stands beside the box. */
  beside?: ComponentChildren;
}

export function Menu({ label, name, children, beside }: Properties) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("mousedown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("mousedown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  const shut = () => {
    setOpen(false);
    box.current?.querySelector("button")?.focus();
  };
  return (
    <div
      class="export"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        shut();
      }}
    >
      <button type="button" aria-expanded={open} data-testid={name} onClick={() => setOpen(!open)}>
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open ? children(shut) : null}
      {beside}
    </div>
  );
}
