// Every sentence the page says, in the language that the user chose. What the engine says of a report is Chinese in both.
import { computed } from "@preact/signals";

import { language } from "../shell/state/preferences";
import { english } from "./en";
import { chinese, type Words } from "./zh";

export const words = computed<Words>(() => (language.value === "en" ? english : chinese));
