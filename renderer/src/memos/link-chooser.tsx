import { FileText, Quote } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './link-chooser.module.css';
import type { CursorEdges } from './memo-links';
import type { PlaceChoice } from './memo-places';

export interface LinkChooserProps {
  /** Of the cursor, in the window, in pixels. */
  readonly edges: CursorEdges;
  readonly search: (words: string) => Promise<readonly PlaceChoice[]>;
  readonly onChoose: (choice: PlaceChoice) => void;
  /** Escape: back to the memo, nothing chosen. */
  readonly onCancel: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
}

/** Pixels. */
const width = 360;
const gap = 6;
/** Milliseconds without a key after which what was typed is looked for. */
const typingPause = 120;
const rowsShown = 8;

interface Found {
  readonly words: string;
  readonly choices: readonly PlaceChoice[];
}

/** Asks for the document, code or passage that a link is to lead to, by words. */
export function LinkChooser({ edges, search, onChoose, onCancel, onLeave }: LinkChooserProps) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [marked, setMarked] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ search, onChoose });
  /** Enter came before what was typed had been looked for: the first that is found is meant. */
  const wantsFirst = useRef(false);
  const list = useId();
  const choices = found?.choices ?? [];
  const at = Math.min(marked, choices.length - 1);

  useLayoutEffect(() => {
    latest.current = { search, onChoose };
  });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void latest.current.search(typed).then((choices) => {
          if (!isWanted) return;
          setFound({ words: typed, choices });
          setMarked(0);
          const [first] = choices;
          if (wantsFirst.current && first !== undefined) latest.current.onChoose(first);
        });
      },
      typed === '' ? 0 : typingPause,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [typed]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const height = element.offsetHeight;
    const below = edges.bottom + gap;
    const above = edges.top - gap - height;
    const fitsBelow = below + height <= window.innerHeight - gap;
    element.style.top = `${fitsBelow || above < gap ? below : above}px`;
    element.style.left = `${Math.max(gap, Math.min(edges.left, window.innerWidth - width - gap))}px`;
    element.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsShown, PageUp: -rowsShown };
    const step = new Map(Object.entries(steps)).get(event.key);
    const choice = choices[at];
    if (step !== undefined) setMarked(Math.max(0, Math.min(choices.length - 1, at + step)));
    else if (event.key === 'Enter') {
      // What is listed may still be the answer to fewer letters.
      if (found?.words !== typed) wantsFirst.current = true;
      else if (choice !== undefined) onChoose(choice);
    } else if (event.key === 'Escape') onCancel();
    else {
      // Keys of the list or window round the memo have nothing to do here.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={t('memos:chooser')}
      className={styles['chooser']}
      style={{ width }}
    >
      <input
        className={styles['input']}
        role="combobox"
        aria-label={t('memos:linkTo')}
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={choices.length === 0 ? undefined : `${list}-${at}`}
        placeholder={t('memos:linkPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        ref={(input) => input?.focus({ preventScroll: true })}
        onChange={(event) => {
          wantsFirst.current = false;
          setTyped(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <div id={list} role="listbox" aria-label={t('memos:places')} className={styles['rows']} tabIndex={-1}>
        {choices.map((choice, index) => (
          // Keys go to the input, which names this row as its active one; the mouse is the other way to choose.
          <div
            key={`${choice.address.kind}/${choice.address.id}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-marked={index === at ? '' : undefined}
            className={styles['row']}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(choice);
            }}
          >
            <span className={styles['sign']}>{sign(choice)}</span>
            <span className={styles['label']}>
              <bdi>{choice.label}</bdi>
            </span>
            <span className={styles['detail']}>
              <bdi>{choice.detail}</bdi>
            </span>
          </div>
        ))}
      </div>
      {found !== null && choices.length === 0 && (
        <p className={styles['none']}>
          {found.words.trim() === '' ? t('memos:nothingThere') : t('memos:noPlace', { words: found.words })}
        </p>
      )}
    </div>
  );
}

function sign({ address, look }: PlaceChoice) {
  if (look !== undefined) return <Swatch color={look.color} mark={look.mark} />;
  return address.kind === 'annotation' ? <Quote size={12} aria-hidden /> : <FileText size={12} aria-hidden />;
}
