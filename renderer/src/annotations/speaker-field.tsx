import type { ChosenAlias } from '@core/commands/speaker-entry';
import { matchSpeakers, type SpeakerMatch, type SpeakerOffer } from '@core/commands/speaker-offers';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { t } from '../ui/strings';
import { pressRest, takeTypedLine } from '../ui/typed-ahead';
import { useGrantedFocus } from '../ui/use-granted-focus';
import styles from './speaker-field.module.css';

export interface SpeakerFieldProps {
  /** Speakers stated now, outer to inner, as text; empty where nobody is named. */
  readonly value: string;
  readonly offers: readonly SpeakerOffer[];
  /** A new object asks for the focus, once. */
  readonly focus: object | null;
  /** What was typed or chosen is to be kept; false where it cannot be, and stays in the field. */
  readonly onSpeaker: (typed: string, alias: ChosenAlias | null) => boolean;
  /** How many passages it is stated for. */
  readonly passages: number;
  /** It was kept, or given up. */
  readonly onEnd: () => void;
  /** After Enter or Escape. */
  readonly onLeave: () => void;
}

/** Who speaks: an actor of the project or a new name; "outer > inner" where one quotes another. */
export function SpeakerField(props: SpeakerFieldProps) {
  const { value, offers, focus, passages, onSpeaker, onLeave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Set by Enter and Escape, which move the focus: the blur that follows must not keep once more.
  const isEnded = useRef(false);
  useGrantedFocus(focus, () => {
    input.current?.focus();
    input.current?.select();
    setTyped(takeTypedLine() || value);
  });
  // With what was typed in it: Enter, pressed before the field was there, states that.
  useEffect(() => {
    if (typed !== null) pressRest();
  }, [typed]);

  const matches = typed === null ? [] : matchSpeakers(typed, offers).slice(0, 20);
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
    props.onEnd();
  };
  const keep = (text: string, alias: ChosenAlias | null, isLeft = false): boolean => {
    // Of several passages the others may say something else: to leave the field is no statement, to press Enter is.
    const isMeant = text.trim() !== value || alias !== null || (passages > 1 && !isLeft);
    if (isMeant && !onSpeaker(text, alias)) {
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
      if (keep(chosen?.text ?? typed ?? value, chosen?.alias ?? null)) onLeave();
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
        placeholder={
          passages > 1
            ? t('annotations:speakerOfMany', { count: passages })
            : t('annotations:speakerPlaceholder')
        }
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
          if (typed !== null && !isEnded.current) keep(typed, null, true);
        }}
        onKeyDown={onKeyDown}
      />
      <span id={`${id}-hint`} hidden>
        {t(isRefused ? 'annotations:speakerTooMany' : 'annotations:speakerHint')}
      </span>
      {passages > 1 && (
        <p className={styles['many']}>{t('annotations:speakerForMany', { count: passages })}</p>
      )}
      {matches.length > 0 && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('annotations:speakers')}
          className={styles['list']}
        >
          {matches.map((match, index) => (
            // Keys go to the input, which names this row as its active one; the mouse is the other way to choose.
            <div
              key={`${match.offer.actor.id} ${match.alias?.name ?? ''}`}
              ref={index === at ? showRow : null}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              data-marked={index === at ? '' : undefined}
              className={styles['option']}
              onMouseDown={(event) => {
                event.preventDefault();
                if (keep(match.text, match.alias)) onLeave();
              }}
            >
              <bdi>{match.offer.actor.name}</bdi>
              <span className={styles['alias']}>{besideName(match)}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** A stable function: React calls it when another row is the marked one. */
function showRow(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

/** The alias that was meant; of what the text offers what would be made of it. */
function besideName({ offer, by }: SpeakerMatch): string {
  const { actor } = offer;
  if (offer.kind === 'alias') return t('annotations:speakerAlias', { alias: offer.name });
  if (offer.kind === 'known') return by === actor.name ? '' : by;
  return actor.aliases.length === 0
    ? t('annotations:speakerNew')
    : t('annotations:speakerNewRole', { roles: actor.aliases.join(', ') });
}
