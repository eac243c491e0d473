import type { Span } from '@core/model/span';
import type { DirectedSpan } from '@core/reading/move-cursor';

interface Jumping {
  readonly selection: () => DirectedSpan | null;
  readonly select: (selection: DirectedSpan) => void;
  readonly reveal: (span: Span) => void;
}

/**
 * Takes the keys to the first and the last character of the text, with Shift to select up to there. The engine's own
 * way ends at the border of the last section while that one is not drawn, a screenful before the end. Returns the undo.
 */
export function jumpToEdges(
  root: HTMLElement,
  paragraphs: readonly Span[],
  { selection, select, reveal }: Jumping,
): () => void {
  const down = (event: KeyboardEvent): void => {
    const edge = edgeOf(event);
    const focus = edge === 'start' ? paragraphs[0]?.start : paragraphs.at(-1)?.end;
    if (edge === null || focus === undefined) return;
    event.preventDefault();
    select({ anchor: event.shiftKey ? (selection()?.anchor ?? focus) : focus, focus });
    // What stands before the end can be looked for on the screen, the end itself cannot.
    reveal(edge === 'start' ? { start: focus, end: focus + 1 } : { start: focus - 1, end: focus });
  };
  root.addEventListener('keydown', down);
  return () => root.removeEventListener('keydown', down);
}

function edgeOf({ altKey, ctrlKey, metaKey, key }: KeyboardEvent): 'start' | 'end' | null {
  if (altKey || ctrlKey === metaKey) return null;
  // On a Mac the Command key goes with the arrows.
  if (key === (ctrlKey ? 'Home' : 'ArrowUp')) return 'start';
  return key === (ctrlKey ? 'End' : 'ArrowDown') ? 'end' : null;
}
