import type { Span } from '@core/model/span';
import styles from './reader.module.css';

/** A reprinted stretch as the margin tells of it. */
export interface CopyMark extends Span {
  /** What it says: "also in 2 documents". */
  readonly label: string;
  /** What is written beside the line; empty where there is nothing to count. */
  readonly short: string;
}

export interface CopyMarks {
  /** They are drawn with what is measured next. */
  set(marks: readonly CopyMark[]): void;
  /** Looks where they stand; what it answers draws what lies in the span. So all is measured before anything is written. */
  measure(visible: Span): () => void;
  forgetPlaces(): void;
  /** Tells of a mark that is pointed at. Returns the undo. */
  onTake(listener: (mark: CopyMark) => void): () => void;
  dispose(): void;
}

interface PlacedMark {
  readonly mark: CopyMark;
  /** Its place among all. */
  readonly at: number;
  /** Pixels below the top of the holder. */
  readonly top: number;
  readonly bottom: number;
  /** Height of its first line. */
  readonly line: number;
}

type Edges = (span: Span) => { readonly top: number; readonly bottom: number } | null;

/** Lines beside reprinted stretches, in the margin left of the text; drawn outside React's tree, as stripes are. */
export function createCopyMarks(holder: HTMLElement, edges: Edges): CopyMarks {
  let marks: readonly CopyMark[] = [];
  let drawn = '';
  let takes: ((mark: CopyMark) => void) | null = null;

  const click = (event: MouseEvent): void => {
    const at = event.target instanceof Element ? event.target.closest('button')?.dataset['mark'] : undefined;
    const mark = at === undefined ? undefined : marks[Number(at)];
    if (mark !== undefined) takes?.(mark);
  };
  holder.addEventListener('click', click);

  const place = (visible: Span): readonly PlacedMark[] => {
    const near = marks.flatMap((mark, at) =>
      mark.end <= visible.start || mark.start >= visible.end ? [] : [{ mark, at }],
    );
    if (near.length === 0) return [];
    const origin = holder.getBoundingClientRect().top;
    return near.flatMap(({ mark, at }) => {
      const from = Math.max(mark.start, visible.start);
      const to = Math.min(mark.end, visible.end);
      const first = edges({ start: from, end: from + 1 });
      const end = edges({ start: to - 1, end: to });
      if (first === null || end === null) return [];
      const [top, bottom] = [Math.round(first.top - origin), Math.round(end.bottom - origin)];
      return [{ mark, at, top, bottom, line: Math.round(first.bottom - first.top) }];
    });
  };

  const draw = (placed: readonly PlacedMark[]): void => {
    const now = placed.map(({ mark, at, top, bottom }) => `${at} ${top} ${bottom} ${mark.label}`).join('|');
    if (now === drawn) return;
    drawn = now;
    holder.replaceChildren(
      ...placed.map(({ mark, at, top, bottom, line }) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.className = styles['copyMark'] ?? '';
        button.dataset['mark'] = String(at);
        button.dataset['short'] = mark.short;
        button.title = mark.label;
        button.setAttribute('aria-label', mark.label);
        // The key for copies does the same: a stop for each would stand between the text and what follows it.
        button.tabIndex = -1;
        button.style.top = `${top + 4}px`;
        // Below the paragraph's number, which stands in its first line, of a headline too.
        button.style.setProperty('--short-top', `${line - 6}px`);
        button.style.height = `${Math.max(12, bottom - top - 8)}px`;
        item.append(button);
        return item;
      }),
    );
  };

  return {
    set: (next) => {
      marks = next;
      drawn = '';
    },
    measure: (visible) => {
      const placed = place(visible);
      return () => draw(placed);
    },
    forgetPlaces: () => {
      drawn = '';
    },
    onTake: (listener) => {
      takes = listener;
      return () => {
        takes = null;
      };
    },
    dispose: () => {
      holder.removeEventListener('click', click);
      holder.replaceChildren();
    },
  };
}
