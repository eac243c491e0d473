import type { Id } from '@core/model/identity';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './passage-choice.module.css';

export interface ChoicePassage {
  readonly id: Id;
  /** In codebook order; none for an uncoded passage. */
  readonly codes: readonly {
    readonly id: Id;
    readonly name: string;
    readonly color: string;
    readonly mark: string;
  }[];
  /** How its words begin. */
  readonly quote: string;
  /** Named where it is somebody else's. */
  readonly coder: string | null;
}

interface PassageChoiceProps {
  readonly passages: readonly ChoicePassage[];
  /** The passage in hand. */
  readonly marked: Id | null;
  /** The line that was pointed at, in pixels of the window: the list stands below it, or above. */
  readonly place: { readonly top: number; readonly bottom: number; readonly left: number };
  readonly onMark: (id: Id) => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
  /** Chosen, or not: the focus is to go back to the text. */
  readonly onClose: () => void;
  /** A key that means nothing here. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Pixels between the line and the list. */
const gap = 6;
const width = 320;

/** Which of several passages at one place is meant. Arrows take one after the other in hand, Enter keeps it. */
export function PassageChoice(props: PassageChoiceProps) {
  const { passages, marked, place, onMark, onLeave, onClose } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const at = passages.findIndex((passage) => passage.id === marked);

  useEffect(() => box.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    // It stands where the text was.
    window.addEventListener('wheel', onLeave);
    window.addEventListener('resize', onLeave);
    return () => {
      window.removeEventListener('wheel', onLeave);
      window.removeEventListener('resize', onLeave);
    };
  }, [onLeave]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const height = element.offsetHeight;
    const below = place.bottom + gap;
    const above = place.top - gap - height;
    const isBelow = below + height <= window.innerHeight - gap || above < gap;
    element.style.top = `${isBelow ? below : above}px`;
    element.style.left = `${Math.max(gap, Math.min(place.left - 24, window.innerWidth - width - gap))}px`;
    element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const to = {
      ArrowDown: Math.min(at + 1, passages.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: passages.length - 1,
    }[event.key];
    const passage = to === undefined ? undefined : passages[to];
    if (passage !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onMark(passage.id);
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (!isModifier(event.key)) props.onKeyDown(event);
  };

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('reader:choice')}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      title={t('reader:choiceTip')}
      className={styles['choice']}
      style={{ width }}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    >
      {passages.map((passage, index) => (
        // Keys go to the list, which names this row as its active one; the mouse is the other way to choose.
        <div
          key={passage.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles['row']}
          onMouseDown={(event) => {
            event.preventDefault();
            onMark(passage.id);
            onClose();
          }}
        >
          <span className={styles['codes']}>
            {passage.codes.length === 0 ? t('reader:choiceUncoded') : null}
            {passage.codes.map((code) => (
              <span key={code.id} className={styles['code']}>
                <Swatch color={code.color} mark={code.mark} />
                <bdi>{code.name}</bdi>
              </span>
            ))}
          </span>
          <span className={styles['quote']}>
            <bdi>{passage.quote}</bdi>
            {passage.coder === null ? null : <span className={styles['coder']}>{passage.coder}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta';
}
