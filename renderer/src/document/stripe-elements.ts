import { hueOf } from '@core/codebook/hues';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import styles from './reader.module.css';

/** One coding as a stripe beside the text. */
export interface StripeItem extends Span {
  readonly annotation_id: Id;
  readonly coding_id: Id;
  /** Read by assistive tools and shown on hover. */
  readonly label: string;
  readonly color: string;
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
  /** Shows these stripes, and how many more begin at some heights; elements of codings that stay are kept. */
  show(stripes: readonly Stripe[], more: ReadonlyMap<number, number>, inHand: Id | null): void;
}

/** Pixels from one lane to the next: 4 wide, 4 between. */
const laneStep = 8;

interface Drawn {
  readonly element: HTMLElement;
  readonly stripe: Stripe;
  readonly isInHand: boolean;
}

/** The elements of stripes within their holder, in the order given: only what differs is written. */
export function createStripeElements(holder: HTMLElement): StripeElements {
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  let signs: readonly HTMLElement[] = [];

  return {
    show: (stripes, more, inHand) => {
      const next = new Map<string, Drawn>();
      for (const stripe of stripes) {
        const { annotation_id, coding_id } = stripe.item;
        const key = `${annotation_id} ${coding_id}`;
        next.set(key, draw(drawn.get(key), stripe, annotation_id === inHand));
      }
      for (const sign of signs) sign.remove();
      for (const [key, { element }] of drawn) if (!next.has(key)) element.remove();
      let place = holder.firstChild;
      for (const { element } of next.values()) {
        if (element === place) place = place.nextSibling;
        else holder.insertBefore(element, place);
      }
      signs = [...more].map(([top, count]) => moreSign(top, count));
      holder.append(...signs);
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
    element.style.background = `var(--hue-${hueOf(item.color)})`;
  }
  if (before?.isInHand !== isInHand) {
    element.className = [styles['stripe'], isInHand ? styles['stripeInHand'] : ''].join(' ');
  }
  if (was?.top !== top) element.style.top = `${top}px`;
  if (was?.top !== top || was.bottom !== bottom) element.style.height = `${Math.max(4, bottom - top)}px`;
  if (was?.lane !== lane) element.style.left = `${lane * laneStep}px`;
  return { element, stripe, isInHand };
}

function moreSign(top: number, count: number): HTMLElement {
  const element = document.createElement('li');
  element.className = styles['more'] ?? '';
  element.textContent = `+${count}`;
  element.style.top = `${top}px`;
  return element;
}
