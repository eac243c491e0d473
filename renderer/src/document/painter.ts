import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { buildIntervalIndex, type IntervalIndex, touching } from '@core/paint/interval-index';
import { type PaintedPassage, paintLayers } from '@core/paint/paint-layers';
import type { LexicalText } from './lexical-text';

/** Single marks laid over the passages. */
export type Overlay = 'cursor' | 'pending' | 'found' | 'found-now';

export interface Painter {
  setPassages(passages: readonly PaintedPassage[], inHand: Id | null): void;
  setOverlay(overlay: Overlay, spans: readonly Span[]): void;
  /** Spans of the sections now near the viewport. */
  visible(): Span;
  /** Passages that hold the offset, by start. */
  at(offset: number): readonly PaintedPassage[];
  /** To be called when the view was scrolled or resized: repaints only when other sections came near. */
  refresh(): boolean;
  dispose(): void;
}

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
  let index: IntervalIndex<PaintedPassage> = buildIntervalIndex<PaintedPassage>([]);
  let inHand: Id | null = null;
  let painted: readonly [number, number] = [-1, -1];
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
      if (range !== null) highlight.add(new StaticRange(range));
    }
    used.add(name);
  };

  const window = (): readonly [number, number] => {
    const box = scroller.getBoundingClientRect();
    const first = firstBelow(text, box.top - box.height);
    let last = first;
    while (last + 1 < text.sections.length && topOf(text, last + 1) < box.bottom + box.height) last++;
    return [first, last];
  };

  const spanOf = ([first, last]: readonly [number, number]): Span => ({
    start: text.sections[first]?.start ?? 0,
    end: text.sections[last]?.end ?? 0,
  });

  const paint = (): void => {
    const { start, end } = spanOf(painted);
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
    const now = window();
    if (now[0] === painted[0] && now[1] === painted[1]) return false;
    painted = now;
    paint();
    return true;
  };

  return {
    setPassages: (passages, held) => {
      index = buildIntervalIndex(passages);
      inHand = held;
      painted = window();
      paint();
    },
    setOverlay: (overlay, spans) => {
      overlays.set(overlay, spans);
      const { start, end } = spanOf(painted);
      show(
        `fw-${overlay}`,
        spans.filter((span) => span.end > start && span.start < end),
      );
    },
    visible: () => spanOf(painted),
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

function topOf(text: LexicalText, section: number): number {
  return text.sections[section]?.element.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
}

/** The first section whose lower edge lies below `y`, by bisection: sections stand in order. */
function firstBelow(text: LexicalText, y: number): number {
  let low = 0;
  let high = Math.max(0, text.sections.length - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((text.sections[middle]?.element.getBoundingClientRect().bottom ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
