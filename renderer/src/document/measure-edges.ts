import type { Span } from '@core/model/span';
import type { LexicalText } from './lexical-text';

export interface Edges {
  /** Pixels of the window. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where spans of a text stand in the window. */
export interface MeasureEdges {
  /** Edges of a span's text; null when it is not laid out, or nothing of it is seen. */
  readonly edges: (span: Span) => Edges | null;
  /** The place of one unit, also where it has no width; null when it is not laid out. */
  readonly placeOf: (offset: number) => Pick<Edges, 'left' | 'top' | 'bottom'> | null;
}

export function createMeasureEdges(text: LexicalText): MeasureEdges {
  // One for all measuring: see LexicalText.rangeOf.
  const measuring = document.createRange();
  const rectsOf = (span: Span): readonly DOMRect[] => {
    const range = text.rangeOf(span);
    if (range === null) return [];
    measuring.setStart(range.startContainer, range.startOffset);
    measuring.setEnd(range.endContainer, range.endOffset);
    return [...measuring.getClientRects()];
  };
  return {
    edges: (span) => {
      const list = rectsOf(span).filter(({ width }) => width > 0);
      const last = list.at(-1);
      const first = list[0];
      if (first === undefined || last === undefined) return null;
      return { top: first.top, bottom: last.bottom, left: last.left, right: last.right };
    },
    placeOf: (offset) => {
      const last = rectsOf({ start: offset, end: offset + 1 }).at(-1);
      return last === undefined ? null : { left: last.left, top: last.top, bottom: last.bottom };
    },
  };
}
