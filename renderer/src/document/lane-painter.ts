import { hueOf } from '@core/codebook/hues';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { assignLanes, laneCount } from '@core/paint/assign-lanes';
import { buildIntervalIndex, type IntervalIndex, touching } from '@core/paint/interval-index';
import styles from './reader.module.css';

/** One coding as a stripe beside the text. */
export interface StripeItem extends Span {
  readonly annotation_id: Id;
  readonly coding_id: Id;
  /** Read by assistive tools and shown on hover. */
  readonly label: string;
  readonly color: string;
}

export interface LanePainter {
  setItems(items: readonly StripeItem[], inHand: Id | null): void;
  /** Draws anew what lies in the span; called whenever places on screen may have moved. */
  draw(visible: Span): void;
  /** Tells of a stripe that is pointed at. Returns the undo. */
  onTake(listener: (annotationId: Id) => void): () => void;
  dispose(): void;
}

interface Laned extends Span {
  readonly item: StripeItem;
  readonly lane: number;
}

/** Edges of one character in pixels of the window; null when it is not laid out. */
type Edges = (span: Span) => { readonly top: number; readonly bottom: number } | null;

/** Pixels from one lane to the next: 4 wide, 4 between. */
const laneStep = 8;

/** Stripes for what is near the viewport, at most six lanes and then how many more; drawn outside React's tree. */
export function createLanePainter(holder: HTMLElement, edges: Edges): LanePainter {
  let all: readonly StripeItem[] = [];
  let index: IntervalIndex<Laned> = buildIntervalIndex<Laned>([]);
  let inHand: Id | null = null;

  // The text keeps the focus: a stripe is another way to point at it.
  const keepFocus = (event: MouseEvent): void => event.preventDefault();
  holder.addEventListener('mousedown', keepFocus);

  return {
    setItems: (items, held) => {
      inHand = held;
      // Only the passage in hand is another.
      if (items === all) return;
      all = items;
      index = buildIntervalIndex(
        assignLanes(items).map(({ item, lane }) => ({ item, lane, start: item.start, end: item.end })),
      );
    },
    draw: (visible) => {
      const origin = holder.getBoundingClientRect().top;
      const stripes: Stripe[] = [];
      const more = new Map<number, number>();
      for (const { item, lane, start, end } of touching(index, visible.start, visible.end)) {
        const from = Math.max(start, visible.start);
        const to = Math.min(end, visible.end);
        const first = edges({ start: from, end: Math.min(from + 1, to) });
        if (first === null) continue;
        const top = Math.round(first.top - origin) + 2;
        if (lane >= laneCount) {
          more.set(top, (more.get(top) ?? 0) + 1);
          continue;
        }
        const last = edges({ start: Math.max(to - 1, from), end: to });
        if (last !== null) stripes.push({ item, lane, top, bottom: Math.round(last.bottom - origin) - 2 });
      }
      const elements = apart(stripes).map((one) => stripeElement(one, one.item.annotation_id === inHand));
      holder.replaceChildren(...elements, ...[...more].map(([top, count]) => moreSign(top, count)));
    },
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

interface Stripe {
  readonly item: StripeItem;
  readonly lane: number;
  /** Pixels below the top of the lanes. */
  readonly top: number;
  readonly bottom: number;
}

/** Two passages that meet on one line of text share that line's height in their lane. */
function apart(stripes: readonly Stripe[]): readonly Stripe[] {
  const placed: Stripe[] = [];
  const lastOfLane = new Map<number, number>();
  for (const stripe of stripes) {
    const at = lastOfLane.get(stripe.lane);
    const above = at === undefined ? undefined : placed[at];
    let { top } = stripe;
    if (at !== undefined && above !== undefined && above.bottom > top) {
      const middle = Math.round((Math.max(above.top, top) + above.bottom) / 2);
      placed[at] = { ...above, bottom: middle - 1 };
      top = middle + 1;
    }
    lastOfLane.set(stripe.lane, placed.length);
    placed.push({ ...stripe, top });
  }
  return placed;
}

function stripeElement({ item, lane, top, bottom }: Stripe, isInHand: boolean): HTMLElement {
  const element = document.createElement('li');
  element.className = [styles['stripe'], isInHand ? styles['stripeInHand'] : ''].join(' ');
  element.dataset['annotation'] = item.annotation_id;
  element.title = item.label;
  element.setAttribute('aria-label', item.label);
  element.style.top = `${top}px`;
  element.style.height = `${Math.max(4, bottom - top)}px`;
  element.style.left = `${lane * laneStep}px`;
  element.style.background = `var(--hue-${hueOf(item.color)})`;
  return element;
}

function moreSign(top: number, count: number): HTMLElement {
  const element = document.createElement('li');
  element.className = styles['more'] ?? '';
  element.textContent = `+${count}`;
  element.style.top = `${top}px`;
  return element;
}
