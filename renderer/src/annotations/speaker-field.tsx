import { matchSpeakers } from '@core/commands/speaker-entry';
import type { Actor } from '@core/model/actor';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '../ui/strings';
import styles from './speaker-field.module.css';

export interface SpeakerFieldProps {
  /** Speakers stated now, outer to inner, as text; empty where nobody is named. */
  readonly value: string;
  readonly actors: readonly Actor[];
  /** A new object asks for the focus. */
  readonly focus: object | null;
  /** What was typed is to be kept; false where it cannot be, and stays in the field. */
  readonly onSpeaker: (typed: string) => boolean;
  /** After Enter or Escape. */
  readonly onLeave: () => void;
}

/** Who speaks: an actor of the project or a new name; "outer > inner" where one quotes another. */
export function SpeakerField({ value, actors, focus, onSpeaker, onLeave }: SpeakerFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Set by Enter and Escape, which move the focus: the blur that follows must not keep once more.
  const isEnded = useRef(false);
  useEffect(() => {
    if (focus === null) return;
    input.current?.focus();
    input.current?.select();
  }, [focus]);

  const matches = typed === null ? [] : matchSpeakers(typed, actors).slice(0, 20);
  const at = marked === null ? null : Math.min(marked, matches.length - 1);
  const open = (): void => {
    isEnded.current = false;
    setTyped((now) => now ?? value);
  };
  const end = (): void => {
    isEnded.current = true;
    setTyped(null);
    setMarked(null);
    setRefused(false);
  };
  const keep = (text: string): boolean => {
    if (text.trim() !== value && !onSpeaker(text)) {
      setRefused(true);
      return false;
    }
    end();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (matches.length > 0)
        setMarked(((at ?? (step > 0 ? -1 : 0)) + step + matches.length) % matches.length);
    } else if (event.key === 'Enter') {
      const chosen = at === null ? undefined : matches[at];
      if (keep(chosen?.text ?? typed ?? value)) onLeave();
    } else if (event.key === 'Escape') {
      end();
      onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['field']}>
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-label={t('annotations:speaker')}
        aria-expanded={matches.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at === null ? undefined : `${id}-${at}`}
        aria-invalid={isRefused}
        aria-describedby={`${id}-hint`}
        placeholder={t('annotations:speakerPlaceholder')}
        title={typed === null && value !== '' ? value : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? value}
        onFocus={open}
        onChange={(event) => {
          isEnded.current = false;
          setTyped(event.target.value);
          setMarked(null);
        }}
        onBlur={() => {
          if (typed !== null && !isEnded.current) keep(typed);
        }}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-hint`} hidden>
        {t(isRefused ? 'annotations:speakerTooMany' : 'annotations:speakerHint')}
      </span>
      {matches.length > 0 && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('annotations:speakers')}
          className={styles['list']}
        >
          {matches.map(({ actor, by, text }, index) => (
            // Keys go to the input, which names this row as its active one; the mouse is the other way to choose.
            <div
              key={actor.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              data-marked={index === at ? '' : undefined}
              className={styles['option']}
              onMouseDown={(event) => {
                event.preventDefault();
                if (keep(text)) onLeave();
              }}
            >
              <bdi>{actor.name}</bdi>
              {by !== actor.name && <span className={styles['alias']}>{by}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
