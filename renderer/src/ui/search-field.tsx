import { Search, X } from 'lucide-react';
import { Button as AriaButton, SearchField as AriaSearchField, Input } from 'react-aria-components';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  /** Read out, and shown while the field is empty. */
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows what is below while one types. Escape clears it. */
export function SearchField({ label, clearLabel, value, onChange }: SearchFieldProps) {
  return (
    <AriaSearchField className={styles['field'] ?? ''} aria-label={label} value={value} onChange={onChange}>
      <Search size={14} aria-hidden className={styles['icon']} />
      <Input className={styles['input'] ?? ''} placeholder={label} autoComplete="off" spellCheck={false} />
      <AriaButton className={styles['clear'] ?? ''} aria-label={clearLabel}>
        <X size={14} aria-hidden />
      </AriaButton>
    </AriaSearchField>
  );
}
