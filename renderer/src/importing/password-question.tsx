import { type SyntheticEvent, useId, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './questions.module.css';

export interface PasswordQuestionProps {
  readonly path: string;
  /** The password that was typed last does not open it. */
  readonly isWrong: boolean;
  readonly onOpen: (password: string) => void;
  readonly onLeaveOut: () => void;
}

/** Dialog "Password": opens a locked file; the rest of the import is done already. */
export function PasswordQuestion({ path, isWrong, onOpen, onLeaveOut }: PasswordQuestionProps) {
  const [password, setPassword] = useState('');
  const id = useId();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (password !== '') onOpen(password);
  };
  return (
    <DialogFrame
      title={t('imports:passwordTitle')}
      summary={path}
      onClose={onLeaveOut}
      footer={
        <>
          <Button onPress={onLeaveOut}>{t('imports:leaveOut')}</Button>
          <Button variant="primary" isDisabled={password === ''} onPress={() => onOpen(password)}>
            {t('imports:openLocked')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <p className={styles['hint']}>{t('imports:passwordHint')}</p>
        <label className={styles['label']} htmlFor={id}>
          {t('imports:password')}
        </label>
        <input
          id={id}
          type="password"
          className={styles['field']}
          value={password}
          autoComplete="off"
          // It is what the dialog was opened for.
          ref={(input) => input?.focus()}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        {isWrong ? (
          <p id={`${id}-wrong`} role="alert" className={styles['wrong']}>
            {t('imports:passwordWrong')}
          </p>
        ) : null}
      </form>
    </DialogFrame>
  );
}
