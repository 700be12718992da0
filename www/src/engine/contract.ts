// Written by `cargo xtask docs` from the engine's own types; a test compares them.

/** Everything that was checked in one go. */
export interface CheckResult {
  schema: 1;
  offsets: Offsets;
  reports: Report[];
  between: Between[];
  settings: UsedSettings;
}

/** The unit of places: bytes for the command line, UTF-16 code units for the browser. */
export type Offsets = "utf8" | "utf16";

/** One report with what was found in it. */
export interface Report {
  /** The file as it was given; None where the text came without one. */
  file?: string;
  /** Why nothing could be read. */
  error?: ReadError;
  /** The text that places count in, where it is not byte for byte the file. */
  text?: string;
  /** As written, joined over lines, without white space. */
  title: string | null;
  organization: string | null;
  year: number | null;
  /** The edition of the form; null when no table says. */
  form: "2019" | "2021" | null;
  /** The date under the name at the end, YYYY-MM-DD. */
  signed: string | null;
  verdict: VerdictName;
  /** Something was not checked, whatever the verdict is. */
  gaps: boolean;
  /** What was not checked, in sentences; empty when `gaps` is false. */
  not_checked: Gap[];
  /** How many cells the user gave a value that the text does not have. */
  differs: number;
  checked: Checked;
  /** Always six, in order. */
  sections: Section[];
  /** What is no prose of the report: its tables, and the page around it. */
  off_prose: Place[];
  /** Every cell of the form by its full name. */
  cells: Record<string, Cell>;
  /** Numbers said in prose. */
  facts: Fact[];
  /** What the numbers outside the cells were understood to be. */
  account: Account;
  /** Every number's account, where it was asked for. */
  numbers?: AccountedNumber[];
  findings: Finding[];
  /** Proposals for the sums that do not hold, group by group, the best of each first, at most eight of a group. */
  repairs: Repair[];
  /** The tables with too many faults to propose anything. */
  beyond_repair: string[];
  /** Findings that the user looked at and found right; they are not among `findings`. */
  dismissed: DismissedFinding[];
  unchecked: Unchecked[];
  /** Wholes of the form with their parts: what came in, what became of it, the disputes. */
  groups: Group[];
  /** What became of the findings of an earlier result, where one was given. */
  since?: Since;
  /** In lines of JSON, where there is no object around the reports, the settings of the check. */
  settings?: UsedSettings;
}

export interface ReadError {
  code: string;
  message: string;
}

export type VerdictName = "errors" | "warnings" | "incomplete" | "settled" | "clean" | "unreadable";

/** Something that was not checked. */
export interface Gap {
  kind: GapKind;
  /** How many tables, cells, sums, rules, numbers or comparisons. */
  count: number;
  /** The same as a sentence. */
  message: string;
}

export type GapKind = "tables_missing" | "cells_uncertain" | "form_unknown" | "sums_unchecked" | "no_sums" | "rules_off" | "numbers_unread" | "not_compared";

/** How much was compared. */
export interface Checked {
  tables: number;
  cells: number;
  sums: number;
  facts: number;
  dates: number;
}

export interface Section {
  /** 1 to 6. */
  number: number;
  heading: string | null;
  found: boolean;
  start?: number;
  end?: number;
}

export interface Place {
  start: number;
  end: number;
}

export interface Cell {
  status: CellStatus;
  /** The number as written, never converted. */
  value?: number;
  /** As written. */
  text?: string;
  /** The unit written in the cell. */
  unit?: string;
  start?: number;
  end?: number;
  /** Set by the user, not read. */
  corrected?: boolean;
}

export type CellStatus = "value" | "blank" | "placeholder" | "text" | "missing" | "uncertain";

/** A number said in prose. */
export interface Fact {
  /** The cells whose sum is meant. */
  subject: string[];
  /** A claim of none has value 0. */
  value: number;
  unit: string | null;
  year: number | null;
  scope: FactScope;
  text: string;
  start: number;
  end: number;
}

export type FactScope = "self" | "other";

/** How many numbers outside the cells were understood as what; the last four add up to `all`. */
export interface Account {
  all: number;
  /** Held against cells. */
  checked: number;
  /** Quantities that the tables have nothing for. */
  beside: number;
  /** Dates, document numbers, addresses, ordinals and the like. */
  explained: number;
  unread: UnreadNumber[];
}

/** A number that was not understood. */
export interface UnreadNumber {
  start: number;
  end: number;
  /** The sentence it stands in. */
  text: string;
  /** The sentence speaks of what the tables count, so the report is not checked through. */
  matters: boolean;
}

/** A number and what it was understood to be. */
export interface AccountedNumber {
  start: number;
  end: number;
  as: StandingName;
  cells?: string[];
}

export type StandingName = "cell" | "checked" | "beside" | "date" | "period" | "document_number" | "article" | "address" | "telephone" | "ordinal" | "heading" | "list_mark" | "name" | "percentage" | "unread";

export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  suggestion: string;
  basis: string;
  cells: string[];
  spans: Span[];
  /** The part of the report that is put right. */
  part: Part;
  /** The section of that part, 1 to 6; null outside the six. */
  section: number | null;
  /** The two sides that should have agreed. */
  left?: number;
  right?: number;
  /** The terms of both sides. */
  sum?: WrittenSum;
  fixes: Fix[];
  /** Passages that last year's report has as well. */
  alike?: Alike[];
  /** The user found it right, and it stays all the same: the form's own arithmetic is no matter of judgement. */
  kept?: Decision;
}

export type Severity = "error" | "warning" | "info";

export interface Span {
  start: number;
  end: number;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  role: Role;
}

export type Role = "primary" | "related";

/** Where a finding is put right. */
export type Part = "whole" | "opening" | "section" | "closing" | "statistics";

/** A sum that does not hold, as terms. */
export interface WrittenSum {
  left: Term[];
  right: Term[];
}

export interface Term {
  /** The full name of the cell; null for a number that stands in no cell of this report. */
  cell: string | null;
  /** What tells it from the other terms: its row in a column, its column in a row, else both. */
  name: string;
  number: number;
}

/** An exact edit that puts a finding right. */
export interface Fix {
  start: number;
  end: number;
  text: string;
}

/** A passage of the report, and how it stands in last year's. */
export interface Alike {
  start: number;
  end: number;
  last_year: string;
}

/** What a person decided about a finding. */
export interface Decision {
  /** Why it is right as it is, in the person's own words; may be empty. */
  reason: string;
  by: DecidedBy;
}

/** Where it was decided. */
export type DecidedBy = "page" | "settings" | "filled";

/** A proposal: the changes that make the sums of its group hold. */
export interface Repair {
  changes: Change[];
  kind: RepairKind;
  /** The findings that go away with it, by their index. */
  settles: number[];
  /** One sentence for a person. */
  because: string;
  /** The facts that agree with it, by their index. */
  supported_by: number[];
  /** Proposals of one group mend the same fault; groups are independent. */
  group: number;
  /** Its place among those of its group; proposals with the same rank are equally likely. */
  rank: number;
  /** How many things were done wrong: a number, two cells exchanged, a row shifted or moved. */
  acts: number;
}

export interface Change {
  cell: string;
  /** Null for a cell that has no number. */
  from: number | null;
  to: number;
}

/** What went wrong, as far as the numbers show it. */
export type RepairKind = "digits_swapped" | "digit_changed" | "digit_lost" | "digit_added" | "cells_swapped" | "row_shifted" | "blank_filled" | "total_from_parts" | "value_moved" | "row_moved" | "part_from_total" | "other";

/** A finding that the user looked at and found right. */
export interface DismissedFinding {
  finding: Finding;
  /** Why it is right as it is, in the person's own words; may be empty. */
  reason: string;
  by: DecidedBy;
}

/** What could not be judged, and why. */
export interface Unchecked {
  rule: string;
  cells: string[];
  reason: string;
}

/** A whole of the form with its parts. */
export interface Group {
  /** `received`, `outcomes`, or the row of a dispute. */
  id: string;
  name: string;
  parts: GroupPart[];
}

export interface GroupPart {
  name: string;
  cells: string[];
  /** What the cells add up to; null where one of them cannot be told. */
  count: number | null;
}

/** What became of the findings of an earlier result. */
export interface Since {
  /** Whether the earlier result has this report. */
  known: boolean;
  /** Earlier findings that are no longer there. */
  mended: EarlierFinding[];
  /** By their index in `findings`. */
  still_there: number[];
  new: number[];
}

/** As much of an earlier finding as is compared and shown. */
export interface EarlierFinding {
  rule: string;
  message: string;
  cells: string[];
}

/** The settings a check was made with. */
export interface UsedSettings {
  /** The settings file, as it was given or found. */
  file: string | null;
  /** The rules that were switched off. */
  rules_off: string[];
  /** The name of the office's own profile. */
  profile: string | null;
}

/** A disagreement between two files. */
export interface Between {
  rule: string;
  files: string[];
  severity: Severity;
  message: string;
  cells: string[];
}

/** The forms and the rules. */
export interface Handbook {
  forms: Forms;
  rules: Rule[];
  /** The longest text that is checked, in bytes of UTF-8. */
  longest_text: number;
}

/** The forms as the page draws them. */
export interface Forms {
  "2019": Form;
  "2021": Form;
  statistics: FormTable;
}

export interface Form {
  edition: string;
  notice: string;
  tables: FormTable[];
  /** The sums of the form: what the page shows move while a number is typed. */
  sums: FormSum[];
}

export interface FormTable {
  id: TableId;
  title: string;
  rows: FormRow[];
}

export type TableId = "disclosure" | "requests" | "disputes" | "statistics";

export interface FormRow {
  id: string;
  path: string[];
  columns: FormColumn[];
}

export interface FormColumn {
  /** The full name of the cell. */
  id: string;
  label: string;
  group: string | null;
}

/** The cells on both sides of a sum, by their full names. */
export interface FormSum {
  left: string[];
  right: string[];
}

/** A rule as help pages and settings show it. */
export interface Rule {
  id: string;
  severity: Severity;
  /** Whether it speaks without being switched on. */
  on: boolean;
  /** Whether what it finds is personal data, which nothing that is handed on repeats. */
  personal: boolean;
  title: string;
  basis: string;
  checks: string;
  why: string;
  /** A report that breaks the rule, in a few words. */
  bad: string;
  /** One that almost does. */
  good: string;
}

/** What may be said beside the text. Everything may be left out. */
export interface CheckOptions {
  /** The day the report was or will be published, YYYY-MM-DD. */
  published?: string;
  /** The level of the reporting body, which decides its deadline. */
  level?: "township" | "department" | "county" | "city" | "province";
  /** Numbers that the user put in, by the cell's full name, or `index:name` in a text of several reports, the first being 0. */
  corrections?: Record<string, number>;
  /** What was decided about single rules; a severity is then that of all findings of the rule. */
  rules?: Record<string, RuleSetting>;
  /** The text of last year's report. */
  previous?: string;
  /** Findings that were looked at and found right. */
  dismissed?: Dismissal[];
  /** What the office of the county asks for beside the law. */
  profile?: Profile;
  /** The table of administrative divisions, as `divisions.txt` of the package has it. Without it the names of other places are not looked for. */
  divisions?: string;
  /** Whether every number's account is asked for. */
  numbers?: boolean;
}

export type RuleSetting = "off" | "on" | "error" | "warning" | "info";

/** A finding that was looked at and found right. It is known again by the words at its place, its cells, its message: all that is given has to fit, and something has to be given. */
export interface Dismissal {
  rule: string;
  /** The words at the finding's first place; empty for a finding without a place. */
  text?: string;
  cells?: string[];
  message?: string;
  /** Why it is right as it is. */
  reason?: string;
  by?: DecidedBy;
}

/** What an office asks of the reports of its county beside the law; the name alone may be given instead. */
export interface Profile {
  /** What findings name as their basis. */
  name?: string;
  /** The last day for a level, MM-DD; no later than the law's. */
  deadlines?: Record<string, string>;
  /** Whether a cell without a number stays empty or has a 0. */
  blank_cells?: "allowed" | "zero";
  /** What section one has to give a number of; words for the same are parted by /. */
  figures?: string[];
  /** Sentences that the notice itself prescribes: they are copied from nobody. */
  prescribed?: string[];
  rules?: Record<string, RuleSetting>;
  /** The bodies that report, with their levels. */
  bodies?: Record<string, "township" | "department" | "county" | "city" | "province">;
}
