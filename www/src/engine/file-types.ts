// What is asked of the files and what they answer. Places count UTF-16 code units of the text that `read` gives.

/** Why something was not done, in a sentence for the user. */
export interface Refused {
  error: string;
  code: string;
}

/** What a file says: its text, or a sentence why there is none. */
export type FileContent =
  | {
      text: string;
      kind: string;
      /** The encoding of a text file. */
      encoding?: string;
      /** Whether a corrected copy can be made of that kind. */
      writable: boolean;
    }
  | Refused;

/** Words in place of those from `start` to `end`; for a comment, what is said of them. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** Who changes or comments. */
export interface ChangeAuthor {
  name: string;
  /** As in `2024-01-31T09:30:00Z`. */
  date: string;
}

/** A corrected copy. */
export interface WrittenCopy {
  bytes: Uint8Array;
  /** The changes that were made, by their number among those asked for. */
  done: number[];
  refused: RefusedChange[];
  /** What to say beside the copy, such as that a signature no longer holds. */
  notes: string[];
  /** The parts of the package that are not as before. */
  parts: string[];
}

/** A change that was not made. */
export interface RefusedChange {
  /** Its number among those asked for. */
  change: number;
  code: string;
  /** Why, in a sentence for the user. */
  message: string;
}

/** A copy with comments. */
export interface AnnotatedCopy {
  bytes: Uint8Array;
  /** The kind of the copy: that of the original where it has comments, else `docx`. */
  kind: string;
  notes: string[];
}

export interface MadeFile {
  bytes: Uint8Array;
}

/** Which of the official forms. */
export interface FormChoice {
  edition: "2019" | "2021";
  /** The whole report with its six headings instead of the tables alone; a workbook has the tables alone. */
  report?: boolean;
  format: "docx" | "html" | "xlsx" | "txt";
}
