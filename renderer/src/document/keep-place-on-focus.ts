import type { DirectedSpan } from '@core/reading/move-cursor';

/**
 * Focus that comes by key or by program puts the browser's caret at the start of the text. The reader's place is
 * where it was when the focus left. Returns the undo.
 */
export function keepPlaceOnFocus(
  root: HTMLElement,
  selection: () => DirectedSpan | null,
  select: (selection: DirectedSpan) => void,
): () => void {
  let last: DirectedSpan | null = null;
  let byPointer = false;
  let returning = false;

  const remember = (): void => {
    if (document.activeElement === root && !returning) last = selection() ?? last;
  };
  const restore = (): void => {
    const now = selection();
    const isAtStart = now === null || (now.anchor === 0 && now.focus === 0);
    if (last !== null && isAtStart && document.activeElement === root) select(last);
  };
  const focus = (): void => {
    if (byPointer || last === null) return;
    returning = true;
    // The browser places its caret after this event; for some ways of focusing only in the next task.
    queueMicrotask(restore);
    setTimeout(() => {
      restore();
      returning = false;
    });
  };
  const down = (): void => {
    byPointer = true;
  };
  const up = (): void => {
    byPointer = false;
  };
  document.addEventListener('selectionchange', remember);
  root.addEventListener('focus', focus);
  root.addEventListener('pointerdown', down);
  window.addEventListener('pointerup', up);
  return () => {
    document.removeEventListener('selectionchange', remember);
    root.removeEventListener('focus', focus);
    root.removeEventListener('pointerdown', down);
    window.removeEventListener('pointerup', up);
  };
}
