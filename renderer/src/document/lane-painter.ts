import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { assignLanes, laneCount } from '@core/paint/assign-lanes';
import { buildIntervalIndex, type IntervalIndex, placesTouching } from '@core/paint/interval-index';
import { createStripeElements, type Stripe, type StripeItem } from './stripe-elements';

export interface LanePainter {
  setItems(items: readonly StripeItem[], inHand: Id | null): void;
  /** Draws what lies in the span. */
  draw(visible: Span): void;
  /** To be called when places of the text may have moved on the page: they are measured anew by the next `draw`. */
  forgetPlaces(): void;
  /** Tells of a stripe that is pointed at. Returns the undo. */
  onTake(listener: (annotationId: Id) => void): () => void;
  dispose(): void;
}

/** Edges of one character in pixels of the window; null when it is not laid out. */
type Edges = (span: Span) => { readonly top: number; readonly bottom: number } | null;

/** Pixels below the top of the lanes. */
interface Place {
  readonly top: number;
  readonly bottom: number;
}

/** Stripes for what is near the viewport, at most six lanes and then how many more; drawn outside React's tree. */
export function createLanePainter(holder: HTMLElement, edges: Edges): LanePainter {
  let index: IntervalIndex<StripeItem> = buildIntervalIndex<StripeItem>([]);
  let lanes = assignLanes([]);
  let inHand: Id | null = null;
  /** Of what is wholly drawn, by start and end: measuring one costs more than all else that is done for it. */
  const places = new Map<string, Place>();
  const elements = createStripeElements(holder);

  // The text keeps the focus: a stripe is another way to point at it.
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  holder.addEventListener('mousedown', keepFocus);

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

  return {
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
      const more = new Map<number, number>();
      // All is measured before anything is written, so that the page is laid out once.
      for (const at of placesTouching(index, visible.start, visible.end)) {
        const item = index.items[at];
        const lane = lanes[at];
        if (item === undefined || lane === undefined) continue;
        const from = Math.max(item.start, visible.start);
        const place = measure(from, Math.min(item.end, visible.end), origin);
        if (place === null) continue;
        if (lane < laneCount) stripes.push({ item, lane, ...place });
        else more.set(place.top, (more.get(place.top) ?? 0) + 1);
      }
      elements.show(apart(stripes), more, inHand);
    },
    forgetPlaces: () => places.clear(),
    onTake: (listener) => {
      const click = (event: MouseEvent): void => {
        const id = event.target instanceof HTMLElement ? event.target.dataset['annotation'] : undefined;
        if (id !== undefined) listener(id);
      };
      holder.addEventListener('click', click);
      return () => holder.removeEventListener('click', click);
    },
    dispose: () => {
      holder.removeEventListener('mousedown', keepFocus);
      holder.replaceChildren();
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
