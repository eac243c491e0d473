import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { t } from '../ui/strings';
import styles from './new-code-form.module.css';

export interface NewCodeFormProps {
  /** The selected code, below which the new one may go. */
  readonly below: Code | null;
  readonly onCreate: (typed: string, below: Id | null, kind: Code['kind']) => boolean;
  readonly onClose: () => void;
}

/** One line to name a code; it stays open, so that a whole codebook can be typed in. */
export function NewCodeForm({ below, onCreate, onClose }: NewCodeFormProps) {
  const [typed, setTyped] = useState('');
  const [isBelow, setBelow] = useState(below?.kind === 'folder');
  const [isFolder, setFolder] = useState(false);
  const [parent, setParent] = useState(below);
  // Creating selects the new code; the next one goes to the same place until another code is chosen by hand.
  const [made, setMade] = useState(false);
  if (below !== parent && !made) setParent(below);

  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const create = (): void => {
    if (typed.trim() === '') return;
    setMade(true);
    // The button cannot be pressed again before the next name is typed.
    input.current?.focus();
    if (onCreate(typed, isBelow ? (parent?.id ?? null) : null, isFolder ? 'folder' : 'code')) setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') create();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <fieldset
      aria-label={t('codebook:newCode')}
      className={styles['form']}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (typed.trim() === '' && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      <div className={styles['line']}>
        <input
          className={styles['input']}
          aria-label={t('codebook:newName')}
          placeholder={t('codebook:newPlaceholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          ref={input}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button variant="primary" isDisabled={typed.trim() === ''} keys="Enter" onPress={create}>
          {t('codebook:create')}
        </Button>
      </div>
      <div className={styles['options']}>
        <Check
          label={t('codebook:asFolder')}
          hint={t('codebook:folderHint')}
          isOn={isFolder}
          onChange={setFolder}
        />
        {parent !== null && (
          <Check label={t('codebook:below', { name: parent.name })} isOn={isBelow} onChange={setBelow} />
        )}
      </div>
    </fieldset>
  );
}
