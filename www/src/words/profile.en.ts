import type { chineseProfile } from "./profile.zh";

export const englishProfile: typeof chineseProfile = {
  title: "What the county asks for (written by the office in charge, handed on as a file)",
  what: "Write what the local notice asks for. Once in use, findings that stem from it name it as their basis. It is kept in this browser alone; saved as gouji.json it can be handed on and opened by others.",
  fields: {
    name: "Name (such as 禾川县)",
    blankCells: "Empty cells",
    deadlines: "Last days (month-day, such as 01-20; only earlier than the law's)",
    figures: "Figures that section one has to give (one a line; words for the same parted by /)",
    prescribed: "Sentences that the notice prescribes: no copying (one a line; ×× where each body differs)",
    bodies: "Bodies and levels (one a line, such as 柳溪镇人民政府，Township)",
  },
  blankCells: [
    ["", "nothing asked"],
    ["allowed", "stay empty"],
    ["zero", "have a 0"],
  ],
  rules: (n) => (n === 0 ? "No rule is changed." : `${n} rules are changed.`),
  takeRules: "Take the rules changed above",
  use: "Use",
  open: "Open a file",
  save: "Save as a file",
  clear: "Use none",
  used: "Reports are checked with it.",
  saved: "In use, and saved as a file.",
  cleared: "No longer in use.",
  opened: (name) => `${name} is open and in use.`,
  refused: (name, fault) => `${name} is wrong: ${fault}`,
  cannotTry: "It could not be tried. Please try again.",
};
