// Whether something dragged over the page is a file, and not a piece of its text.

export function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer !== null && Array.from(event.dataTransfer.types).includes("Files");
}
