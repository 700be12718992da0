// The dialog of files behind a button: out of sight, and emptied after each use, so that the same file can be chosen again.
import type { Ref } from "preact";

interface Props {
  /** What the button clicks. */
  chooser: Ref<HTMLInputElement>;
  name: string;
  accept?: string;
  multiple?: boolean;
  take: (files: File[]) => void;
}

export function FileInput({ chooser, name, accept, multiple, take }: Props) {
  return (
    <input
      ref={chooser}
      type="file"
      hidden
      multiple={multiple}
      accept={accept}
      data-testid={name}
      onChange={({ currentTarget: input }) => {
        const files = Array.from(input.files ?? []);
        input.value = "";
        if (files.length > 0) take(files);
      }}
    />
  );
}
