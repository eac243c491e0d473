import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { buildIntervalIndex, type IntervalIndex, touching } from '@core/paint/interval-index';
import { type PaintedPassage, paintLayers } from '@core/paint/paint-layers';
import { lastStartingBy } from '@core/reading/reading-units';
import { createHighlightLayer, type HighlightLayer } from './highlight-layer';
import type { LexicalText } from './lexical-text';

/** Single marks laid over the passages. */
export type Overlay = 'cursor' | 'pending' | 'hits' | 'found' | 'found-now';

export interface Painter {
  setPassages(passages: readonly PaintedPassage[], inHand: Id | null): void;
  setOverlay(overlay: Overlay, spans: readonly Span[]): void;
  /** What is painted now: the lines in the view and some above and below. */
  visible(): Span;
  /** Passages that hold the offset, by start. */
  at(offset: number): readonly PaintedPassage[];
  /** To be called when the view was scrolled or resized: repaints only when lines that are not painted came near. */
  refresh(): boolean;
  /** To be called when the window rests after the first painting: from now on more is painted than what is seen. */
  widen(): boolean;
  dispose(): void;
}

/** Before the first painting. */
const nowhere: Span = { start: 0, end: -1 };

/**
 * In heights of the view, above and below it: whose lines are made (so far a key may carry the caret), what is painted
 * at a time, and what must be painted already. No more than that, since whatever changes anywhere in the page makes
 * the engine go through all ranges again. What is painted first is what is seen: the rest follows when the window rests.
 */
const reach = {
  first: { made: 0.3, painted: 0.1, needed: 0 },
  usual: { made: 1.5, painted: 0.3, needed: 0.1 },
} as const;

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
 * Paints by the CSS Custom Highlight API. Ranges cost time in every frame, so only what is near the viewport is
 * handed over: the cost depends on what is visible, never on how much is coded.
 */
export function createPainter(text: LexicalText, scroller: HTMLElement): Painter {
  let index: IntervalIndex<PaintedPassage> = buildIntervalIndex<PaintedPassage>([]);
  let inHand: Id | null = null;
  let painted: Span = nowhere;
  let now: (typeof reach)[keyof typeof reach] = reach.first;
  const overlays = new Map<Overlay, readonly Span[]>();
  const layers = new Map<string, HighlightLayer>();

  const show = (name: string, spans: readonly Span[]): void => {
    let layer = layers.get(name);
    if (layer === undefined) {
      if (spans.length === 0) return;
      layer = createHighlightLayer(name, priorityOf(name), (span) => text.rangeOf(span));
      layers.set(name, layer);
    }
    layer.show(spans);
  };

  const showOverlay = (overlay: Overlay): void => {
    const { start, end } = painted;
    const spans = overlays.get(overlay) ?? [];
    show(
      `fw-${overlay}`,
      spans.filter((span) => span.end > start && span.start < end),
    );
  };

  /** What lies in the view and within `part` of its height above and below, in whole lines. */
  const near = (part: number): Span => {
    const box = scroller.getBoundingClientRect();
    const from = box.top - box.height * part;
    const to = box.bottom + box.height * part;
    const first = lineAt(text, from);
    const last = Math.max(first, lineAt(text, to));
    return { start: text.lines[first]?.start ?? 0, end: text.lines[last]?.end ?? 0 };
  };

  const paintPassages = (): void => {
    const { start, end } = painted;
    const wanted = paintLayers(touching(index, start, end), inHand);
    const names = new Set([...wanted.keys()].map((layer) => `fw-${layer}`));
    for (const [name, layer] of layers) if (!names.has(name) && !isOverlay(name)) layer.show([]);
    for (const [layer, spans] of wanted) {
      show(
        `fw-${layer}`,
        spans.filter((span) => span.end > start && span.start < end),
      );
    }
  };

  const makeNear = (): void => {
    const { top, bottom, height } = scroller.getBoundingClientRect();
    const beyond = height * now.made;
    text.fill(sectionAt(text, top - beyond), sectionAt(text, bottom + beyond));
  };

  const paintNear = (): void => {
    makeNear();
    painted = near(now.painted);
    paintPassages();
    for (const overlay of overlays.keys()) showOverlay(overlay);
  };

  return {
    setPassages: (passages, held) => {
      // Often only the passage in hand is another.
      if (passages !== index.items) index = buildIntervalIndex(passages);
      inHand = held;
      // What is near is looked up when the view moves or was laid out, not here: that would lay out the page in the
      // middle of a key.
      if (painted !== nowhere) paintPassages();
    },
    setOverlay: (overlay, spans) => {
      overlays.set(overlay, spans);
      showOverlay(overlay);
    },
    visible: () => painted,
    at: (offset) => touching(index, offset, offset + 1),
    refresh: () => {
      const needed = near(now.needed);
      if (needed.start >= painted.start && needed.end <= painted.end) return false;
      paintNear();
      return true;
    },
    widen: () => {
      now = reach.usual;
      if (painted === nowhere) return false;
      paintNear();
      return true;
    },
    dispose: () => {
      for (const layer of layers.values()) layer.dispose();
    },
  };
}

const overlayNames: ReadonlySet<string> = new Set(
  (['cursor', 'pending', 'hits', 'found', 'found-now'] satisfies readonly Overlay[]).map(
    (name) => `fw-${name}`,
  ),
);

function isOverlay(name: string): boolean {
  return overlayNames.has(name);
}

/** The last line that begins at or above `y`, in pixels of the window: by bisection, first among the sections. */
function lineAt(text: LexicalText, y: number): number {
  const section = text.sections[sectionAt(text, y)];
  if (section === undefined) return 0;
  const first = Math.max(0, lastStartingBy(text.lines, section.start));
  const count = lastStartingBy(text.lines, Math.max(section.start, section.end - 1)) - first + 1;
  return first + lastAbove(count, y, (at) => text.lineElement(first + at));
}

function sectionAt(text: LexicalText, y: number): number {
  return lastAbove(text.sections.length, y, (at) => text.sections[at]?.element);
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
