// Light, dark, or as the system has it (set by the boot script at first); the button goes round the three.
import { effect, signal } from "@preact/signals";

export type Theme = "system" | "light" | "dark";

const kept = "gouji.theme";
const round: Theme[] = ["system", "light", "dark"];
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

/** Some browsers refuse storage from file://; the choice then lasts until the page is closed. */
function remembered(): Theme {
  try {
    return round.find((theme) => theme === localStorage.getItem(kept)) ?? "system";
  } catch {
    return "system";
  }
}

function remember(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(kept);
    else localStorage.setItem(kept, theme);
  } catch {
    return;
  }
}

const dark = signal(systemIsDark.matches);
export const theme = signal<Theme>(remembered());

// The older way to listen: Safari 12 and 13 have no other.
systemIsDark.addListener((system) => (dark.value = system.matches));

effect(() => {
  const shown = theme.value === "system" ? (dark.value ? "dark" : "light") : theme.value;
  document.documentElement.setAttribute("data-theme", shown);
});

export function nextTheme(): void {
  theme.value = round[(round.indexOf(theme.value) + 1) % round.length] ?? "system";
  remember(theme.value);
}
