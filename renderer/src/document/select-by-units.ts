import { tidySpan } from '@core/commands/move-boundary';
import type { Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import type { DirectedSpan } from '@core/reading/move-cursor';
import { type Paragraph, spanAt } from '@core/reading/reading-units';
import { sentenceUnder } from '@core/reading/target';

interface Selecting {
  readonly offsetAtPoint: (x: number, y: number) => number | null;
  readonly selection: () => DirectedSpan | null;
  readonly select: (selection: DirectedSpan) => void;
}

type UnitAt = (event: MouseEvent) => Span | null;

/**
 * What a mouse selects beyond the browser's own characters and words: a third click the frozen sentence, a fourth its
 * paragraph, a click in the margin the paragraph there. Dragging on takes in more of the same unit, Shift in the
 * margin extends what is selected. Returns the undo.
 */
export function selectByUnits(
  root: HTMLElement,
  { text, structure }: { readonly text: string; readonly structure: Structure },
  paragraphs: readonly Paragraph[],
  { offsetAtPoint, selection, select }: Selecting,
): () => void {
  const sentenceAt: UnitAt = ({ clientX, clientY }) => {
    const offset = offsetAtPoint(clientX, clientY);
    if (offset === null) return null;
    const sentences = structure.sentences.map(([start, end]) => ({ start, end }));
    return sentenceUnder(offset, { length: text.length, sentences, paragraphs }, structure.blocks, text);
  };
  const paragraphAt: UnitAt = ({ clientX, clientY }) => {
    const { left, right } = root.getBoundingClientRect();
    const offset = offsetAtPoint(Math.min(Math.max(clientX, left + 1), right - 1), clientY);
    const paragraph = offset === null ? undefined : spanAt(paragraphs, offset);
    return paragraph === undefined ? null : tidySpan(text, paragraph);
  };

  let stop: (() => void) | null = null;
  const down = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    const isMargin = event.clientX < root.getBoundingClientRect().left;
    const unitAt = isMargin || event.detail > 3 ? paragraphAt : event.detail === 3 ? sentenceAt : null;
    const unit = unitAt?.(event) ?? null;
    if (unitAt === null || unit === null) return;
    event.preventDefault();
    const from = event.shiftKey ? selection() : null;
    const base = from === null ? unit : { start: from.anchor, end: from.anchor };
    root.focus({ preventScroll: true });
    select(across(base, unit));
    const move = (to: MouseEvent): void => {
      if ((to.buttons & 1) === 0) stop?.();
      else select(across(base, unitAt(to) ?? unit));
    };
    const up = (): void => stop?.();
    stop = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', up);
      stop = null;
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', up);
  };
  root.addEventListener('mousedown', down);
  return () => {
    root.removeEventListener('mousedown', down);
    stop?.();
  };
}

/** From the unit a selection began in to the end of another, whichever way that lies. */
function across(base: Span, to: Span): DirectedSpan {
  return to.start < base.start
    ? { anchor: base.end, focus: to.start }
    : { anchor: base.start, focus: Math.max(base.end, to.end) };
}

/** Draws a selection in to whole characters without outer white space, its direction kept. */
export function tidySelection(
  text: string,
  selection: DirectedSpan | null,
  select: (selection: DirectedSpan) => void,
): void {
  if (selection === null) return;
  const { anchor, focus } = selection;
  const tidy = tidySpan(text, { start: Math.min(anchor, focus), end: Math.max(anchor, focus) });
  if (tidy === null) return;
  const next =
    anchor <= focus ? { anchor: tidy.start, focus: tidy.end } : { anchor: tidy.end, focus: tidy.start };
  if (next.anchor !== anchor || next.focus !== focus) select(next);
}
