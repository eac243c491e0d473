import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button } from './button';
import styles from './filter-field.module.css';
import { t } from './strings';

export interface FilterFieldProps {
  /** Its accessible name, and what stands in it while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The down arrow goes on to the list. */
  readonly onDown?: () => void;
  /** Enter opens the first that was found. */
  readonly onEnter?: () => void;
}

/** Narrows the list while one types. */
export function FilterField({ label, value, onChange, onDown, onEnter }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && onDown !== undefined) onDown();
    else if (event.key === 'Enter' && onEnter !== undefined) onEnter();
    else if (event.key === 'Escape' && value !== '') onChange('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles['field']} data-filled={value === '' ? undefined : ''}>
      <Search size={14} aria-hidden className={styles['icon']} />
      <input
        ref={input}
        type="search"
        className={styles['input']}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
        <span className={styles['clear']}>
          <Button
            variant="icon"
            label={t('common:clearFilter')}
            keys="Esc"
            onPress={() => {
              onChange('');
              input.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </Button>
        </span>
      )}
    </div>
  );
}
