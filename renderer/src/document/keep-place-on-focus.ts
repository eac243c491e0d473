import type { DirectedSpan } from '@core/reading/move-cursor';

export interface KeptPlace {
  /** Notes the place that the program has chosen, before the browser tells of it. */
  readonly put: (selection: DirectedSpan) => void;
  /**
   * The place in the text as of now; null where there is none. A place that is on its way back after the focus came
   * is brought back first: a key pressed that early must not act on the browser's own caret.
   */
  readonly settled: () => DirectedSpan | null;
  /** The same without bringing it back: for those who only look. */
  readonly present: () => DirectedSpan | null;
  readonly dispose: () => void;
}

/**
 * Focus that comes by key or by program puts the browser's caret at the start of the text. The reader's place is
 * where it was when the focus left.
 */
export function keepPlaceOnFocus(
  root: HTMLElement,
  selection: () => DirectedSpan | null,
  select: (selection: DirectedSpan) => void,
): KeptPlace {
  let last: DirectedSpan | null = null;
  let byPointer = false;
  let returning = false;

  const remember = (): void => {
    if (document.activeElement === root && !returning) last = selection() ?? last;
  };
  const isTheBrowsers = (place: DirectedSpan | null): boolean =>
    place === null || (place.anchor === 0 && place.focus === 0);
  const restore = (): void => {
    if (last !== null && isTheBrowsers(selection()) && document.activeElement === root) select(last);
  };
  const arrive = (): void => {
    if (!returning) return;
    restore();
    returning = false;
  };
  const focus = (): void => {
    if (byPointer) return;
    returning = true;
    // The browser places its caret after this event; for some ways of focusing only in the next task.
    queueMicrotask(restore);
    setTimeout(arrive);
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
  return {
    put: (selection) => {
      last = selection;
    },
    settled: () => {
      arrive();
      remember();
      return selection();
    },
    present: () => {
      const now = selection();
      return returning && isTheBrowsers(now) ? (last ?? now) : now;
    },
    dispose: () => {
      document.removeEventListener('selectionchange', remember);
      root.removeEventListener('focus', focus);
      root.removeEventListener('pointerdown', down);
      window.removeEventListener('pointerup', up);
    },
  };
}
