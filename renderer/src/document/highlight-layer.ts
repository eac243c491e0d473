import type { Span } from '@core/model/span';
import { wearHighlight } from './highlight-styles';

/** One highlight of the page: a look, and the ranges that have it. */
export interface HighlightLayer {
  /** Shows these spans, in order and apart, and nothing else. Only ranges that come or go are touched. */
  show(spans: readonly Span[]): void;
  dispose(): void;
}

/** `rangeOf` answers null where there is nothing to show. A higher priority lies over a lower one. */
export function createHighlightLayer(
  name: string,
  priority: number,
  rangeOf: (span: Span) => AbstractRange | null,
): HighlightLayer {
  let highlight: Highlight | null = null;
  let shown: readonly Span[] = [];
  let ranges: readonly (AbstractRange | null)[] = [];

  const add = (span: Span): AbstractRange | null => {
    const range = rangeOf(span);
    if (range === null) return null;
    if (highlight === null) {
      highlight = new Highlight();
      highlight.priority = priority;
      wearHighlight(name);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    return range;
  };
  const take = (range: AbstractRange | null | undefined): void => {
    if (range != null) highlight?.delete(range);
  };

  return {
    show: (spans) => {
      const next: (AbstractRange | null)[] = [];
      let at = 0;
      for (const span of spans) {
        let before = shown[at];
        while (
          before !== undefined &&
          (before.start < span.start || (before.start === span.start && before.end !== span.end))
        ) {
          take(ranges[at]);
          at += 1;
          before = shown[at];
        }
        if (before?.start === span.start) {
          next.push(ranges[at] ?? null);
          at += 1;
        } else next.push(add(span));
      }
      for (; at < shown.length; at += 1) take(ranges[at]);
      shown = spans;
      ranges = next;
    },
    dispose: () => {
      CSS.highlights.delete(name);
    },
  };
}
