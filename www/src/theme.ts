// Light or dark: the browser's wish at first (set by the boot script), then what the button says.
import { signal } from "@preact/signals";

type Theme = "light" | "dark";

export const theme = signal<Theme>(document.documentElement.getAttribute("data-theme") === "dark" ? "dark" : "light");

export function toggleTheme(): void {
  theme.value = theme.value === "dark" ? "light" : "dark";
  document.documentElement.setAttribute("data-theme", theme.value);
  try {
    localStorage.setItem("gouji.theme", theme.value);
  } catch {
    // Some browsers refuse storage from file://; the choice then lasts until the page is closed.
  }
}
