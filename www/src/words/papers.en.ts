import type { chinesePapers } from "./papers.zh";

const sides: readonly [string, string] = ["File 1", "File 2"];

export const englishPapers: typeof chinesePapers = {
  button: "Compare two",
  title: "Compare two files",
  what: "Choose two files of one report, such as the approved draft and the published page, or reports that are open in the list. Only what they say is compared: cells, numbers in the text, dates, signature, sections and sentences; fonts, line breaks and spaces do not count.",
  sides,
  open: "the open report",
  takeOpen: "Take the open report",
  fromDesk: (side) => `${sides[side]}: one from the list`,
  row: (body, year, file) => [body, year ?? "", file].filter(Boolean).join("  "),
  taken: (name, sha256) => `${name}, SHA-256: ${sha256}`,
  file: (side, name, sha256) => `${sides[side]}: ${name}, SHA-256: ${sha256}`,
  reading: "Reading the files…",
  same: (cells, numbers) => `Both say the same: ${cells} cells, ${numbers} numbers in the text and all words were compared.`,
  differ: (n, cells, numbers) => `${n} differences (${cells} cells, ${numbers} numbers in the text and all words were compared).`,
  notCompared: (sentence) => `Not compared: ${sentence}`,
  where: "Where",
  line: (line) => `Line ${line}: `,
  nothing: "(nothing)",
  side: (side, words) => `  ${sides[side]}: ${words}`,
  copy: "Copy",
  print: "Print",
  noReport: "No yearly report was recognised, so nothing was compared.",
  several: (n) => `This file holds ${n} reports. Please save each as a file of its own.`,
  failed: "They could not be compared. Please choose the files again.",
};
