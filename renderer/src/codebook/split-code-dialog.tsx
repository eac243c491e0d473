import type { Code } from '@core/model/code';
import { type SyntheticEvent, useId, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './split-code-dialog.module.css';

export interface SplitCodeDialogProps {
  readonly code: Code;
  /** Passages that move. */
  readonly count: number;
  /** Chosen passages that stay, since they are not this coder's in this round. */
  readonly left: number;
  /** Splits it off; a sentence where that cannot be. */
  readonly onSplit: (name: string, description: string) => string | null;
  readonly onClose: () => void;
}

/** Dialog: what the new code is called that chosen passages of another move to. Mounted while it is open. */
export function SplitCodeDialog({ code, count, left, onSplit, onClose }: SplitCodeDialogProps) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const split = (): void => {
    if (name.trim() !== '') setProblem(onSplit(name, description.trim()));
  };
  return (
    <DialogFrame
      title={t('codebook:splitTitle', { name: code.name })}
      summary={[
        t('codebook:splitSummary', { count }),
        ...(left === 0 ? [] : [t('codebook:splitLeft', { count: left })]),
      ].join(' ')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === '' || count === 0} onPress={split}>
            {t('codebook:splitDo')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          split();
        }}
      >
        <label className={styles['label']} htmlFor={`${id}-name`}>
          {t('codebook:splitName')}
        </label>
        <input
          id={`${id}-name`}
          className={styles['input']}
          autoComplete="off"
          spellCheck={false}
          value={name}
          ref={focusOnce}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
        {problem !== null && (
          <p id={`${id}-problem`} role="alert" className={styles['problem']}>
            {problem}
          </p>
        )}
        <label className={styles['label']} htmlFor={`${id}-description`}>
          {t('codebook:splitDefinition')}
        </label>
        <textarea
          id={`${id}-description`}
          className={styles['input']}
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        {/* What Enter presses in a form; the dialog's own button stands in its footer. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </DialogFrame>
  );
}

/** A stable function: React calls it once, when the field appears. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
