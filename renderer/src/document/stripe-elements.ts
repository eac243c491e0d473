import { hueOf, markOf } from '@core/codebook/hues';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import styles from './reader.module.css';

/** One coding as a stripe beside the text. */
export interface StripeItem extends Span {
  readonly annotation_id: Id;
  readonly coding_id: Id;
  /** Read by assistive tools and shown on hover. */
  readonly label: string;
  /** Of the code. */
  readonly name: string;
  readonly color: string;
  readonly mark: string;
}

/** A stripe with its place. */
export interface Stripe {
  readonly item: StripeItem;
  /** From 0, nearest the text. */
  readonly lane: number;
  /** Pixels below the top of the lanes. */
  readonly top: number;
  readonly bottom: number;
}

export interface StripeElements {
  /** Shows these stripes, and which more begin at some heights; elements of codings that stay are kept. */
  show(stripes: readonly Stripe[], more: ReadonlyMap<number, readonly StripeItem[]>, inHand: Id | null): void;
  /** Points out the stripes of one annotation, or of none. */
  point(annotationId: Id | null): void;
}

/** Pixels from one lane to the next: 4 wide, 4 between. */
export const laneStep = 8;

interface MoreSign {
  readonly element: HTMLElement;
  readonly items: readonly StripeItem[];
}

interface Drawn {
  readonly element: HTMLElement;
  readonly stripe: Stripe;
  readonly isInHand: boolean;
}

/** The elements of stripes within their holder, in the order given: only what differs is written. */
export function createStripeElements(holder: HTMLElement): StripeElements {
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  let signs: ReadonlyMap<number, MoreSign> = new Map();
  let pointed: Id | null = null;

  return {
    point: (annotationId) => {
      pointed = annotationId;
      for (const { element, stripe } of drawn.values()) markPointed(element, stripe, pointed);
    },
    show: (stripes, more, inHand) => {
      const next = new Map<string, Drawn>();
      for (const stripe of stripes) {
        const { annotation_id, coding_id } = stripe.item;
        const key = `${annotation_id} ${coding_id}`;
        const one = draw(drawn.get(key), stripe, annotation_id === inHand);
        markPointed(one.element, stripe, pointed);
        next.set(key, one);
      }
      const nextSigns = new Map([...more].map(([top, items]) => [top, sign(signs.get(top), top, items)]));
      for (const [top, { element }] of signs) if (nextSigns.get(top)?.element !== element) element.remove();
      for (const [key, { element }] of drawn) if (!next.has(key)) element.remove();
      let place = holder.firstChild;
      for (const { element } of [...next.values(), ...nextSigns.values()]) {
        if (element === place) place = place.nextSibling;
        else holder.insertBefore(element, place);
      }
      signs = nextSigns;
      drawn = next;
    },
  };
}

function draw(before: Drawn | undefined, stripe: Stripe, isInHand: boolean): Drawn {
  const element = before?.element ?? document.createElement('li');
  const { item, lane, top, bottom } = stripe;
  const was = before?.stripe;
  if (was?.item !== item) {
    const { label } = item;
    element.dataset['annotation'] = item.annotation_id;
    element.title = label;
    element.setAttribute('aria-label', label);
    element.style.setProperty('--stripe', `var(--hue-${hueOf(item.color)})`);
    element.dataset['mark'] = markOf(item.mark);
  }
  if (before?.isInHand !== isInHand) {
    element.className = [styles['stripe'], isInHand ? styles['stripeInHand'] : ''].join(' ');
  }
  if (was?.top !== top) element.style.top = `${top}px`;
  if (was?.top !== top || was.bottom !== bottom) element.style.height = `${Math.max(4, bottom - top)}px`;
  if (was?.lane !== lane) element.style.left = `${lane * laneStep}px`;
  return { element, stripe, isInHand };
}

function markPointed(element: HTMLElement, { item }: Stripe, pointed: Id | null): void {
  element.toggleAttribute('data-pointed', item.annotation_id === pointed);
}

/** "+4": what found no lane, by name for who points at it or hears it. */
function sign(before: MoreSign | undefined, top: number, items: readonly StripeItem[]): MoreSign {
  if (before !== undefined && sameItems(before.items, items)) return before;
  const element = document.createElement('li');
  element.className = styles['more'] ?? '';
  element.textContent = `+${items.length}`;
  const names = items.map(({ name }) => name).join(', ');
  element.title = names;
  element.setAttribute('aria-label', `+${items.length}: ${names}`);
  element.style.top = `${top}px`;
  return { element, items };
}

/** Whether two lists hold the very same codings. */
export function sameItems(one: readonly StripeItem[], other: readonly StripeItem[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
