// A county's own profile that the page itself carries: words in an element that no browser runs, put there by whoever hands the page on.
import { signal } from "@preact/signals";

import type { Profile } from "../../engine/contract";

/** What the element of the page is called. */
export const CARRIED = "profile";

/** The words of that element, and none in the page as it was published. */
export const carriedText = () => (document.getElementById(CARRIED)?.textContent ?? "").trim();

/** The carried profile once it was tried: in force, or what is wrong with it and on which line. */
export const carried = signal<{ profile: Profile } | { fault: string } | null>(null);
