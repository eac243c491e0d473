import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { assignLanes, laneCount } from '@core/paint/assign-lanes';
import { buildIntervalIndex, type IntervalIndex, placesTouching } from '@core/paint/interval-index';
import { placeNames, type WantedName } from '@core/paint/place-names';
import { type Caption, createNameElements, nameStep, type ShownName } from './name-elements';
import { createStripeElements, laneStep, type Stripe, type StripeItem } from './stripe-elements';

export interface LanePainter {
  setItems(items: readonly StripeItem[], inHand: Id | null): void;
  /** Draws what lies in the span. */
  draw(visible: Span): void;
  /** To be called when places of the text may have moved on the page: they are measured anew by the next `draw`. */
  forgetPlaces(): void;
  /** Names an annotation that is pointed at in the text; null when none is any more. */
  point(annotationId: Id | null): void;
  /** Tells of a stripe or a name that is pointed at. Returns the undo. */
  onTake(listener: (annotationId: Id) => void): () => void;
  dispose(): void;
}

/** Edges of one character in pixels of the window; null when it is not laid out. */
type Edges = (span: Span) => { readonly top: number; readonly bottom: number } | null;

/** The paragraph at an offset: its number, and its box in pixels of the window. */
export interface ParagraphBox {
  readonly index: number;
  readonly box: () => {
    readonly top: number;
    readonly bottom: number;
    readonly isRightToLeft: boolean;
  } | null;
}

/** Pixels below the top of the lanes. */
interface Place {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Stripes for what is near the viewport, at most six lanes and then how many more, and the names that belong to them;
 * drawn outside React's tree. The style sheet says where there is room for names, and where only for a caption.
 */
export function createLanePainter(
  parts: { readonly lanes: HTMLElement; readonly names: HTMLElement },
  edges: Edges,
  paragraphAt: (offset: number) => ParagraphBox,
): LanePainter {
  const holder = parts.lanes;
  let index: IntervalIndex<StripeItem> = buildIntervalIndex<StripeItem>([]);
  let lanes = assignLanes([]);
  let inHand: Id | null = null;
  /** Of what is wholly drawn, by start and end: measuring one costs more than all else that is done for it. */
  const places = new Map<string, Place>();
  const elements = createStripeElements(holder);
  const names = createNameElements(parts.names);
  let drawn: Span = { start: 0, end: -1 };
  let pointed: Id | null = null;

  // The text keeps the focus: a stripe is another way to point at it.
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  const over = ({ target }: Event): void => point(annotationOf(target));
  const out = (): void => point(null);
  for (const part of [holder, parts.names]) {
    part.addEventListener('mousedown', keepFocus);
    part.addEventListener('pointerover', over);
    part.addEventListener('pointerleave', out);
  }

  const measure = (from: number, to: number, origin: () => number): Place | null => {
    const key = `${from}-${to}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const first = edges({ start: from, end: Math.min(from + 1, to) });
    const last = edges({ start: Math.max(to - 1, from), end: to });
    if (first === null || last === null) return null;
    const place = {
      top: Math.round(first.top - origin()) + 2,
      bottom: Math.round(last.bottom - origin()) - 2,
    };
    places.set(key, place);
    return place;
  };

  /** In narrow windows, in the gap above or below its paragraphs: the names of what is pointed at, else in hand. */
  const captionOf = (annotationId: Id | null): Caption | null => {
    if (annotationId === null) return null;
    const items = placesTouching(index, drawn.start, drawn.end).flatMap((at) => index.items[at] ?? []);
    const named = items.filter(({ annotation_id }) => annotation_id === annotationId);
    const [item] = named;
    if (item === undefined) return null;
    const first = item.start < drawn.start ? null : edges({ start: item.start, end: item.start + 1 });
    const last = item.end > drawn.end ? null : edges({ start: item.end - 1, end: item.end });
    const above = first === null ? null : paragraphAt(item.start).box();
    const below = last === null ? null : paragraphAt(item.end - 1).box();
    const up = first === null || above === null ? Number.POSITIVE_INFINITY : first.top - above.top;
    const down = last === null || below === null ? Number.POSITIVE_INFINITY : below.bottom - last.bottom;
    const box = up <= down ? above : below;
    if (box === null) return null;
    const origin = holder.getBoundingClientRect().top;
    const place = up <= down ? { bottom: box.top - origin } : { top: box.bottom - origin };
    return { items: named, isRightToLeft: box.isRightToLeft, ...place };
  };

  const point = (annotationId: Id | null): void => {
    if (annotationId === pointed) return;
    pointed = annotationId;
    elements.point(pointed);
    names.point(pointed);
    names.caption(captionOf(pointed ?? inHand));
  };

  return {
    point,
    setItems: (items, held) => {
      inHand = held;
      // Often only the passage in hand is another.
      if (items === index.items) return;
      index = buildIntervalIndex(items);
      lanes = assignLanes(index.items);
    },
    draw: (visible) => {
      let top: number | null = null;
      const origin = (): number => (top ??= holder.getBoundingClientRect().top);
      const stripes: Stripe[] = [];
      const more = new Map<number, StripeItem[]>();
      const wanted: WantedName[] = [];
      const sources = new Map<string, Omit<ShownName, 'top' | 'more'>>();
      drawn = visible;
      // All is measured before anything is written, so that the page is laid out once.
      for (const at of placesTouching(index, visible.start, visible.end)) {
        const item = index.items[at];
        const lane = lanes[at];
        if (item === undefined || lane === undefined) continue;
        const from = Math.max(item.start, visible.start);
        const place = measure(from, Math.min(item.end, visible.end), origin);
        if (place === null) continue;
        if (lane < laneCount) stripes.push({ item, lane, ...place });
        else {
          const others = more.get(place.top);
          if (others === undefined) more.set(place.top, [item]);
          else others.push(item);
        }
        // What began further up is named there.
        if (item.start < visible.start) continue;
        const key = `${item.annotation_id} ${item.coding_id}`;
        const isHeld = item.annotation_id === inHand;
        wanted.push({ key, top: place.top, paragraph: paragraphAt(item.start).index, isHeld });
        sources.set(key, { item, isHeld, from: { x: lane * laneStep + 4, y: place.top + 8 } });
      }
      const shown = placeNames(wanted, nameStep).flatMap(({ key, ...placed }): readonly ShownName[] => {
        const source = sources.get(key);
        return source === undefined ? [] : [{ ...source, ...placed }];
      });
      const caption = captionOf(pointed ?? inHand);
      elements.show(apart(stripes), more, inHand);
      names.show(shown);
      names.caption(caption);
    },
    forgetPlaces: () => places.clear(),
    onTake: (listener) => {
      const click = ({ target }: MouseEvent): void => {
        const id = annotationOf(target);
        if (id !== null) listener(id);
      };
      for (const part of [holder, parts.names]) part.addEventListener('click', click);
      return () => {
        for (const part of [holder, parts.names]) part.removeEventListener('click', click);
      };
    },
    dispose: () => {
      for (const part of [holder, parts.names]) {
        part.removeEventListener('mousedown', keepFocus);
        part.removeEventListener('pointerover', over);
        part.removeEventListener('pointerleave', out);
        part.replaceChildren();
      }
    },
  };
}

/** Two passages that meet on one line of text share that line's height in their lane. */
function apart(stripes: readonly Stripe[]): readonly Stripe[] {
  const placed: Stripe[] = [];
  const lastOfLane = new Map<number, number>();
  for (const stripe of stripes) {
    const at = lastOfLane.get(stripe.lane);
    const above = at === undefined ? undefined : placed[at];
    lastOfLane.set(stripe.lane, placed.length);
    if (at !== undefined && above !== undefined && above.bottom > stripe.top) {
      const middle = Math.round((Math.max(above.top, stripe.top) + above.bottom) / 2);
      placed[at] = { ...above, bottom: middle - 1 };
      placed.push({ ...stripe, top: middle + 1 });
    } else placed.push(stripe);
  }
  return placed;
}

function annotationOf(target: EventTarget | null): Id | null {
  const element = target instanceof Element ? target.closest('[data-annotation]') : null;
  return element instanceof HTMLElement ? (element.dataset['annotation'] ?? null) : null;
}
