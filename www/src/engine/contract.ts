// What the engine answers: the same object as `gouji check --format json`, with places in UTF-16 units of the text that was checked.

export type Severity = "error" | "warning" | "info";

export type VerdictName = "errors" | "warnings" | "clean" | "incomplete" | "unreadable";

export type CellStatus = "value" | "blank" | "placeholder" | "text" | "missing" | "uncertain";

export interface Cell {
  status: CellStatus;
  value?: number;
  /** As written. */
  text?: string;
  unit?: string;
  start?: number;
  end?: number;
  /** Set by the user on the page. */
  corrected?: boolean;
}

export interface Span {
  start: number;
  end: number;
  line: number;
  column: number;
  role: "primary" | "related";
}

export interface Fix {
  start: number;
  end: number;
  text: string;
}

export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  suggestion: string;
  basis: string;
  cells: string[];
  spans: Span[];
  /** The two sides that should have agreed. */
  left?: number;
  right?: number;
  fixes: Fix[];
  /** Passages that last year's report has as well. */
  alike?: Alike[];
}

export interface Alike {
  start: number;
  end: number;
  last_year: string;
}

/** What a user may decide about a rule; one of the severities is then that of all its findings. */
export type RuleSetting = "off" | "on" | Severity;

export interface Section {
  number: number;
  heading: string | null;
  found: boolean;
  start?: number;
  end?: number;
}

export interface Checked {
  tables: number;
  cells: number;
  sums: number;
  facts: number;
  dates: number;
}

export interface Unchecked {
  rule: string;
  cells: string[];
  reason: string;
}

export interface Report {
  title: string | null;
  organization: string | null;
  year: number | null;
  /** The edition of the form, null when no table says. */
  form: "2019" | "2021" | null;
  signed: string | null;
  verdict: VerdictName;
  checked: Checked;
  sections: Section[];
  cells: Record<string, Cell>;
  /** Numbers said in prose, by their places; the engine tells more of them. */
  facts: { start: number; end: number }[];
  findings: Finding[];
  unchecked: Unchecked[];
  error?: { code: string; message: string };
}

export interface CheckResult {
  schema: number;
  offsets: "utf16";
  reports: Report[];
}

export interface CheckOptions {
  /** YYYY-MM-DD */
  published?: string;
  level?: string;
  /** Numbers the user put in where the reader could not tell: by cell id, or by `index:id` for one of several reports. */
  corrections?: Record<string, number>;
  /** By the id of the rule. */
  rules?: Record<string, RuleSetting>;
  /** The text of last year's report. */
  previous?: string;
}

export interface FormColumn {
  /** The full id of the cell in this row. */
  id: string;
  label: string;
  /** The merged header above it; in the statistics sheet the unit. */
  group: string | null;
}

export interface FormRow {
  id: string;
  /** Labels from the outermost group to the row's own. */
  path: string[];
  columns: FormColumn[];
}

export type TableId = "disclosure" | "requests" | "disputes" | "statistics";

export interface FormTable {
  id: TableId;
  title: string;
  rows: FormRow[];
}

export interface Form {
  edition: string;
  notice: string;
  tables: FormTable[];
}

export interface Forms {
  "2019": Form;
  "2021": Form;
  statistics: FormTable;
}

export interface Rule {
  id: string;
  /** False for a rule that speaks only when it is switched on. */
  on: boolean;
  /** What it finds is personal data, which nothing that is handed on repeats. */
  personal: boolean;
  severity: Severity;
  title: string;
  basis: string;
  checks: string;
  why: string;
  /** A report that breaks the rule, in a few words. */
  bad: string;
  /** One that almost does. */
  good: string;
}

/** What the page knows before it has read a report. */
export interface Handbook {
  forms: Forms;
  rules: Rule[];
}

/** What a file says: its text, or a sentence why there is none. */
export type FileContent = { text: string; kind: string; encoding?: string } | { error: string; code: string };

/** The readers of files, as wasm-bindgen writes them. */
export interface FilesGlue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  read(bytes: Uint8Array, encoding?: string): FileContent;
  pasted(html: string): string;
}

export type Decoded = { text: string; encoding: string } | { error: string };

/** One instance of the engine: called once with the compiled module, then holding its functions. */
export interface Glue {
  (start: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  check(text: string, options?: CheckOptions): CheckResult;
  decode(bytes: Uint8Array, label?: string): Decoded;
  version(): string;
}
