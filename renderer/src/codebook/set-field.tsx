import { ChevronsUpDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { t } from '../ui/strings';
import styles from './set-field.module.css';

export interface SetFieldProps {
  /** The set the code is in; empty for none. */
  readonly value: string;
  /** Those there are. */
  readonly sets: readonly string[];
  /** null: out of its set. */
  readonly onSet: (set: string | null) => void;
}

/** The exclusive set of a code: one of those there are, or a new one that is typed. Give it a `key` of the code. */
export function SetField({ value, sets, onSet }: SetFieldProps) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setTyped(value);
  }
  const sent = useRef(value);
  const commit = (name: string): void => {
    const set = name.trim();
    if (set === value || set === sent.current) return;
    sent.current = set;
    onSet(set === '' ? null : set);
  };
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      allowsCustomValue
      menuTrigger="manual"
      inputValue={typed}
      onInputChange={(text) => {
        sent.current = value;
        setTyped(text);
      }}
      value={sets.includes(value) ? value : null}
      onChange={(set) => {
        if (set !== null) commit(String(set));
      }}
      onBlur={() => commit(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(typed);
        else if (event.key === 'Escape') setTyped(value);
      }}
    >
      <Label className={styles['label'] ?? ''}>{t('codebook:set')}</Label>
      <div className={styles['box']}>
        <Input
          className={styles['input'] ?? ''}
          placeholder={t('codebook:setPlaceholder')}
          spellCheck="false"
          title={t('codebook:setHint')}
        />
        {sets.length > 0 && (
          <Button className={styles['button'] ?? ''}>
            <ChevronsUpDown size={12} aria-hidden />
          </Button>
        )}
      </div>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={sets.map((set) => ({ id: set }))}>
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className={styles['option'] ?? ''}>
              <bdi>{id}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
