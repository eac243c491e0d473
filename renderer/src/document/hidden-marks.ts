import type { Span } from '@core/model/span';
import type { HiddenCharacter } from '@core/text/hidden-characters';
import { t } from '../ui/strings';
import type { MeasureEdges } from './measure-edges';
import styles from './reader.module.css';

/** Signs at the places of characters that are not seen: drawn over the text, which stays as it is. */
export interface HiddenMarks {
  /** In text order; none to show nothing. They are drawn with what is measured next. */
  set(characters: readonly HiddenCharacter[]): void;
  /** Looks where they stand; what it answers draws those that lie in the span. */
  measure(visible: Span): () => void;
  dispose(): void;
}

interface PlacedMark {
  readonly name: HiddenCharacter['name'];
  /** Pixels from the holder's upper left corner to the middle of the sign. */
  readonly left: number;
  readonly top: number;
}

/** Pixels that a sign takes. */
const size = { width: 34, height: 14 } as const;

/** Where parts of a text are turned several signs fall on one place: each stands behind the one before. */
function clearLeft(placed: readonly PlacedMark[], left: number, top: number): number {
  const isTaken = (at: number): boolean =>
    placed.some((one) => Math.abs(one.left - at) < size.width && Math.abs(one.top - top) < size.height);
  let clear = left;
  while (isTaken(clear)) clear += size.width;
  return clear;
}

export function createHiddenMarks(holder: HTMLElement, placeOf: MeasureEdges['placeOf']): HiddenMarks {
  let characters: readonly HiddenCharacter[] = [];
  let drawn = '';
  return {
    set: (next) => {
      characters = next;
    },
    measure: ({ start, end }) => {
      const near = characters.filter(({ at }) => at >= start && at < end);
      const origin = near.length === 0 ? null : holder.getBoundingClientRect();
      const placed: PlacedMark[] = [];
      for (const { at, name } of near) {
        const place = placeOf(at);
        if (place === null || origin === null) continue;
        const left = Math.round(place.left - origin.left);
        const top = Math.round(place.top - origin.top);
        placed.push({ name, left: clearLeft(placed, left, top), top });
      }
      return () => {
        const now = placed.map(({ name, left, top }) => `${name} ${left} ${top}`).join('|');
        if (now === drawn) return;
        drawn = now;
        holder.replaceChildren(
          ...placed.map(({ name, left, top }) => {
            const mark = document.createElement('span');
            mark.className = styles['hiddenMark'] ?? '';
            mark.textContent = name;
            mark.title = t(`reader:hiddenName.${name}`);
            mark.style.left = `${left}px`;
            mark.style.top = `${top}px`;
            return mark;
          }),
        );
      };
    },
    dispose: () => holder.replaceChildren(),
  };
}
