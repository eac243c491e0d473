import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './find-bar.module.css';

export interface FindBarProps {
  readonly query: string;
  /** How many were found. */
  readonly count: number;
  /** From 0; null while none is the present one. */
  readonly current: number | null;
  readonly onQuery: (query: string) => void;
  readonly onStep: (step: 'next' | 'previous') => void;
  readonly onClose: () => void;
  /** A new object (each Ctrl+F) takes the focus to the box and selects what is in it. */
  readonly focusToken: object | null;
}

/** The bar of Ctrl+F over the open document. */
export function FindBar({ query, count, current, onQuery, onStep, onClose, focusToken }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusToken === null) return;
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [focusToken]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') onStep(event.shiftKey ? 'previous' : 'next');
    else if (event.key === 'ArrowDown') onStep('next');
    else if (event.key === 'ArrowUp') onStep('previous');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isFound = count > 0;
  return (
    <search className={styles['bar']}>
      <input
        ref={input}
        type="search"
        className={styles['input']}
        aria-label={t('reader:findLabel')}
        placeholder={t('reader:findLabel')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className={styles['count']} data-none={query !== '' && !isFound ? '' : undefined}>
        {query === '' ? '' : isFound ? words(current, count) : t('reader:findNone')}
      </output>
      <Button
        variant="icon"
        label={t('reader:findPrevious')}
        keys="Shift+Enter"
        isDisabled={!isFound}
        onPress={() => onStep('previous')}
      >
        <ChevronUp size={16} aria-hidden />
      </Button>
      <Button
        variant="icon"
        label={t('reader:findNext')}
        keys="Enter"
        isDisabled={!isFound}
        onPress={() => onStep('next')}
      >
        <ChevronDown size={16} aria-hidden />
      </Button>
      <span className={styles['spring']} />
      <Button variant="icon" label={t('reader:findClose')} keys="Escape" onPress={onClose}>
        <X size={14} aria-hidden />
      </Button>
    </search>
  );
}

function words(current: number | null, total: number): string {
  return current === null
    ? t('reader:findTotal', { count: total })
    : t('reader:findCount', { n: current + 1, total });
}
