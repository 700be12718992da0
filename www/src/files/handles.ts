// Where a file lies on the disk, for reading it again: some browsers give a handle of it, and only on https, on this machine or from disk.

interface FileHandle {
  kind?: string;
  getFile(): Promise<File>;
}

type Picker = (options: object) => Promise<FileHandle[]>;

/** Handles by what a file is known by; another object stands for the same file at every asking. */
const handles = new Map<string, Promise<FileHandle | null>>();

const known = ({ name, size, lastModified }: File) => `${name}/${size}/${lastModified}`;

/** Keeps the handles of files that are dropped: they can be asked for only while the event is dealt with. */
export function rememberDropped({ dataTransfer }: DragEvent): void {
  for (const item of Array.from(dataTransfer?.items ?? [])) {
    const file = item.kind === "file" ? item.getAsFile() : null;
    const ask = (item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileHandle | null> }).getAsFileSystemHandle;
    if (file && ask) handles.set(known(file), ask.call(item).catch(() => null));
  }
}

/** Opens the browser's own dialog where it gives handles; null where it has none, and an empty list when the user chose nothing. */
export async function chooseFiles(names: string, several: boolean): Promise<File[] | null> {
  const pick = (window as unknown as { showOpenFilePicker?: Picker }).showOpenFilePicker;
  if (!pick) return null;
  try {
    const chosen = await pick.call(window, { multiple: several, types: [{ accept: { "*/*": names.split(",") } }] });
    return await Promise.all(
      chosen.map(async (handle) => {
        const file = await handle.getFile();
        handles.set(known(file), Promise.resolve(handle));
        return file;
      }),
    );
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? [] : null;
  }
}

/** The file as it lies on the disk now; null where it can only be chosen again. */
export async function fileAnew(file: File): Promise<File | null> {
  try {
    const handle = await handles.get(known(file));
    if (!handle?.getFile) return null;
    const anew = await handle.getFile();
    handles.set(known(anew), Promise.resolve(handle));
    return anew;
  } catch {
    return null;
  }
}
