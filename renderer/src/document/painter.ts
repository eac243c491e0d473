import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { buildIntervalIndex, type IntervalIndex, touching } from '@core/paint/interval-index';
import { type PaintedPassage, paintLayers } from '@core/paint/paint-layers';
import { lastStartingBy } from '@core/reading/reading-units';
import type { LexicalText } from './lexical-text';

/** Single marks laid over the passages. */
export type Overlay = 'cursor' | 'pending' | 'found' | 'found-now';

export interface Painter {
  setPassages(passages: readonly PaintedPassage[], inHand: Id | null): void;
  setOverlay(overlay: Overlay, spans: readonly Span[]): void;
  /** What is painted now: the lines in the view and some above and below. */
  visible(): Span;
  /** Passages that hold the offset, by start. */
  at(offset: number): readonly PaintedPassage[];
  /** To be called when the view was scrolled or resized: repaints only when lines that are not painted came near. */
  refresh(): boolean;
  dispose(): void;
}

/** In heights of the view, above and below it: what is painted at a time, and what must be painted already. */
const reach = { painted: 1, needed: 0.25 } as const;

/** Later layers lie over earlier ones. */
const priorities: readonly (readonly [prefix: string, priority: number])[] = [
  ['fw-line-', 2],
  ['fw-hand-', 3],
  ['fw-cursor', 1],
  ['fw-found', 4],
  ['fw-found-now', 5],
  ['fw-pending', 6],
];

function priorityOf(name: string): number {
  return priorities.reduce((found, [prefix, priority]) => (name.startsWith(prefix) ? priority : found), 0);
}

/**
 * Paints by the CSS Custom Highlight API. Live ranges cost time in every frame, so only what is near the viewport
 * is handed over: the cost depends on what is visible, never on how much is coded.
 */
export function createPainter(text: LexicalText, scroller: HTMLElement): Painter {
  let all: readonly PaintedPassage[] = [];
  let index: IntervalIndex<PaintedPassage> = buildIntervalIndex<PaintedPassage>([]);
  let inHand: Id | null = null;
  let painted: Span = { start: 0, end: -1 };
  const overlays = new Map<Overlay, readonly Span[]>();
  const used = new Set<string>();

  const show = (name: string, spans: readonly Span[]): void => {
    let highlight = CSS.highlights.get(name);
    if (highlight === undefined) {
      if (spans.length === 0) return;
      highlight = new Highlight();
      highlight.priority = priorityOf(name);
      CSS.highlights.set(name, highlight);
    }
    highlight.clear();
    for (const span of spans) {
      const range = text.rangeOf(span);
      if (range !== null) highlight.add(range);
    }
    used.add(name);
  };

  /** What lies in the view and within `part` of its height above and below, in whole lines. */
  const near = (part: number): Span => {
    const box = scroller.getBoundingClientRect();
    const from = box.top - box.height * part;
    const to = box.bottom + box.height * part;
    const first = lineAt(text, from);
    const last = Math.max(first, lineAt(text, to));
    return { start: text.paragraphs[first]?.start ?? 0, end: text.paragraphs[last]?.end ?? 0 };
  };

  const paint = (): void => {
    const { start, end } = painted;
    const layers = paintLayers(touching(index, start, end), inHand);
    const names = new Set([...layers.keys()].map((layer) => `fw-${layer}`));
    for (const name of used) if (!names.has(name) && !isOverlay(name)) show(name, []);
    for (const [layer, spans] of layers) {
      show(
        `fw-${layer}`,
        spans.filter((span) => span.end > start && span.start < end),
      );
    }
    for (const [overlay, spans] of overlays) {
      show(
        `fw-${overlay}`,
        spans.filter((span) => span.end > start && span.start < end),
      );
    }
  };

  const refresh = (): boolean => {
    const needed = near(reach.needed);
    if (needed.start >= painted.start && needed.end <= painted.end) return false;
    painted = near(reach.painted);
    paint();
    return true;
  };

  return {
    setPassages: (passages, held) => {
      // Only the passage in hand may be another.
      if (passages !== all) index = buildIntervalIndex(passages);
      all = passages;
      inHand = held;
      painted = near(reach.painted);
      paint();
    },
    setOverlay: (overlay, spans) => {
      overlays.set(overlay, spans);
      const { start, end } = painted;
      show(
        `fw-${overlay}`,
        spans.filter((span) => span.end > start && span.start < end),
      );
    },
    visible: () => painted,
    at: (offset) => touching(index, offset, offset + 1),
    refresh,
    dispose: () => {
      for (const name of used) CSS.highlights.delete(name);
    },
  };
}

function isOverlay(name: string): boolean {
  return ['fw-cursor', 'fw-pending', 'fw-found', 'fw-found-now'].includes(name);
}

/** The last line that begins at or above `y`, in pixels of the window: by bisection, first among the sections. */
function lineAt(text: LexicalText, y: number): number {
  const section = text.sections[lastAbove(text.sections.length, y, (at) => text.sections[at]?.element)];
  if (section === undefined) return 0;
  const first = Math.max(0, lastStartingBy(text.paragraphs, section.start));
  const count = lastStartingBy(text.paragraphs, section.end) - first + 1;
  return first + lastAbove(count, y, (at) => text.lineElement(first + at));
}

/** Index of the last of some elements, which stand in order, that begins at or above `y`; 0 when none does. */
function lastAbove(
  count: number,
  y: number,
  elementAt: (index: number) => HTMLElement | null | undefined,
): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((elementAt(middle)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
