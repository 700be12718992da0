// The small signs that say in shape what the colours say: errors crossed, warnings in a triangle, doubts in a diamond.
import type { Severity, VerdictName } from "./contract";

export type SignName = Severity | VerdictName | "uncertain" | "corrected";

const shapes: Record<SignName, { outline: string; mark: string }> = {
  error: { outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z", mark: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" },
  warning: { outline: "M8 1.2 15.4 14.6H.6z", mark: "M8 6v4.2M8 12.2v.6" },
  info: { outline: "M2 2h12v12H2z", mark: "M8 7.2v4M8 4.6v.6" },
  uncertain: { outline: "M8 .6 15.4 8 8 15.4.6 8z", mark: "M6 6.4c0-1.2.9-1.9 2-1.9s2 .7 2 1.8c0 1.5-2 1.6-2 3.1M8 11.3v.6" },
  corrected: { outline: "M2 2h12v12H2z", mark: "M5 11l.4-2L10 4.4 11.6 6 7 10.6z" },
  clean: { outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z", mark: "M4.6 8.2l2.4 2.4 4.4-5" },
  errors: { outline: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z", mark: "M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" },
  warnings: { outline: "M8 1.2 15.4 14.6H.6z", mark: "M8 6v4.2M8 12.2v.6" },
  incomplete: { outline: "M8 .6 15.4 8 8 15.4.6 8z", mark: "M6 6.4c0-1.2.9-1.9 2-1.9s2 .7 2 1.8c0 1.5-2 1.6-2 3.1M8 11.3v.6" },
  unreadable: { outline: "M8 .6 15.4 8 8 15.4.6 8z", mark: "M6 6.4c0-1.2.9-1.9 2-1.9s2 .7 2 1.8c0 1.5-2 1.6-2 3.1M8 11.3v.6" },
};

/** Always beside words that say the same, so it is hidden from screen readers. */
export function Sign({ name, size = 16 }: { name: SignName; size?: number }) {
  const { outline, mark } = shapes[name];
  return (
    <svg class={`sign sign-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path class="sign-outline" d={outline} />
      <path class="sign-mark" d={mark} />
    </svg>
  );
}
