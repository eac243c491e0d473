import { hueOf } from '@core/codebook/hues';
import type { Id } from '@core/model/identity';
import styles from './reader.module.css';
import { type StripeItem, sameItems } from './stripe-elements';

/** Pixels from one name to the next below it. */
export const nameStep = 17;

/** The name of a coding in the gutter. All in pixels from the upper left corner of the lanes. */
export interface ShownName {
  readonly item: StripeItem;
  readonly isHeld: boolean;
  /** Where its hairline begins. */
  readonly from: { readonly x: number; readonly y: number };
  readonly top: number;
  /** Names of the paragraph that found no room below this one. */
  readonly more: number;
}

/** Names in one line, between paragraphs; one of its edges is given, in pixels below the top of the lanes. */
export interface Caption {
  readonly items: readonly StripeItem[];
  readonly isRightToLeft: boolean;
  readonly top?: number;
  readonly bottom?: number;
}

export interface NameElements {
  show(names: readonly ShownName[]): void;
  caption(caption: Caption | null): void;
  /** Points out the names of one annotation, or of none. */
  point(annotationId: Id | null): void;
}

/** Pixels from the lanes' left edge to where hairlines bend, and to where they end. */
const bend = { from: 48, to: 62 } as const;

interface Drawn {
  readonly name: ShownName;
  readonly element: HTMLElement;
  readonly line: SVGPathElement;
}

/** Names beside the lanes with their hairlines, and the caption of narrow windows: only what differs is written. */
export function createNameElements(holder: HTMLElement): NameElements {
  const lines = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  lines.classList.add(styles['hairlines'] ?? '');
  const caption = document.createElement('div');
  caption.className = styles['caption-row'] ?? '';
  holder.replaceChildren(lines, caption);
  let drawn: ReadonlyMap<string, Drawn> = new Map();
  let captioned: Caption | null = null;
  let pointed: Id | null = null;

  const mark = ({ element, line, name }: Drawn): void => {
    const isPointed = name.item.annotation_id === pointed;
    element.toggleAttribute('data-pointed', isPointed);
    line.toggleAttribute('data-pointed', isPointed);
  };

  return {
    show: (names) => {
      const next = new Map<string, Drawn>();
      for (const name of names) {
        const key = `${name.item.annotation_id} ${name.item.coding_id}`;
        const before = drawn.get(key);
        const one = draw(before, name);
        if (before === undefined) {
          holder.append(one.element);
          lines.append(one.line);
        }
        mark(one);
        next.set(key, one);
      }
      for (const [key, { element, line }] of drawn) {
        if (next.has(key)) continue;
        element.remove();
        line.remove();
      }
      drawn = next;
    },
    caption: (shown) => {
      const isSame = captioned !== null && shown !== null && sameItems(captioned.items, shown.items);
      captioned = shown;
      caption.hidden = shown === null;
      if (shown === null) return;
      if (!isSame) caption.replaceChildren(...shown.items.map(captionPart));
      const { top, bottom, isRightToLeft } = shown;
      // Its height is that of the gap: the style sheet's.
      caption.style.top = top === undefined ? `calc(${bottom ?? 0}px - var(--caption))` : `${top}px`;
      caption.dir = isRightToLeft ? 'rtl' : 'ltr';
    },
    point: (annotationId) => {
      pointed = annotationId;
      for (const one of drawn.values()) mark(one);
    },
  };
}

function draw(before: Drawn | undefined, name: ShownName): Drawn {
  const element = before?.element ?? document.createElement('div');
  const line = before?.line ?? document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const { item, top, more, from, isHeld } = name;
  const was = before?.name;
  if (was?.item !== item || was.more !== more) {
    element.className = styles['name'] ?? '';
    element.dataset['annotation'] = item.annotation_id;
    element.title = item.label;
    const words = document.createElement('span');
    words.dir = 'auto';
    words.textContent = item.name;
    element.replaceChildren(words, ...(more === 0 ? [] : [moreOf(more)]));
    const hue = `var(--hue-${hueOf(item.color)})`;
    element.style.setProperty('--stripe', hue);
    line.style.setProperty('--stripe', hue);
  }
  if (was?.isHeld !== isHeld) {
    element.toggleAttribute('data-held', isHeld);
    line.toggleAttribute('data-held', isHeld);
  }
  if (was?.top !== top) element.style.top = `${top}px`;
  if (was?.top !== top || was.from.x !== from.x || was.from.y !== from.y) {
    const start = Math.min(from.x, bend.from);
    line.setAttribute('d', `M${start} ${from.y + 0.5}H${bend.from}L${bend.to} ${top + nameStep / 2}`);
  }
  return { name, element, line };
}

function moreOf(count: number): HTMLElement {
  const element = document.createElement('small');
  element.textContent = `+${count}`;
  return element;
}

function captionPart(item: StripeItem): HTMLElement {
  const element = document.createElement('span');
  element.style.setProperty('--stripe', `var(--hue-${hueOf(item.color)})`);
  element.textContent = item.name;
  return element;
}
