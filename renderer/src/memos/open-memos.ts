/** What keeps at once, of each memo that is being written. */
const open = new Set<() => void>();

/** Tells of a memo that is open for writing. Returns the end of it. */
export function holdOpen(flush: () => void): () => void {
  open.add(flush);
  return () => {
    open.delete(flush);
  };
}

/** Hands on at once all that is typed and not yet kept, as before an undo, a removal, or the window's end. */
export function flushOpenMemos(): void {
  for (const flush of [...open]) flush();
}
