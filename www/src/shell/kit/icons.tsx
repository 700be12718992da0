// Small icons that say in shape what the colours say: errors are crossed, warnings stand in a triangle, doubts in an open ring with a question mark.
import type { Severity, VerdictName } from "../../engine/contract";

export type IconName = Severity | VerdictName | "uncertain" | "corrected";

interface Shape {
  outline: string;
  mark: string;
}

const ring = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z";
const error: Shape = { outline: ring, mark: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" };
const warning: Shape = { outline: "M8 1.2 15.4 14.6H.6z", mark: "M8 6v4.2M8 12.2v.6" };
const doubt: Shape = { outline: ring, mark: "M5.9 6.3c0-1.2.9-2 2.1-2s2.1.8 2.1 1.9c0 1.6-2.1 1.6-2.1 3.2M8 11.5v.5" };

const shapes: Record<IconName, Shape> = {
  error,
  warning,
  info: { outline: "M2 2h12v12H2z", mark: "M8 7.2v4M8 4.6v.6" },
  uncertain: doubt,
  corrected: { outline: "M2 2h12v12H2z", mark: "M5 11l.4-2L10 4.4 11.6 6 7 10.6z" },
  clean: { outline: ring, mark: "M4.6 8.2l2.4 2.4 4.4-5" },
  settled: { outline: "M2 2h12v12H2z", mark: "M4.6 8.2l2.4 2.4 4.4-5" },
  errors: error,
  warnings: warning,
  incomplete: doubt,
  unreadable: doubt,
};

/** Always beside words that say the same, so it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const { outline, mark } = shapes[name];
  return (
    <svg class={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path class="icon-outline" d={outline} />
      <path class="icon-mark" d={mark} />
    </svg>
  );
}
