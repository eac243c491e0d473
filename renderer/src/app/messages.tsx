import { memo } from 'react';
import { Alert } from '../ui/alert';
import { readingTime } from '../ui/reading-time';
import styles from './shell.module.css';
import { dismiss, useView } from './view-state';

/** What was done, in a word, and problems until they are dismissed. */
export const Messages = memo(function Messages() {
  const messages = useView((view) => view.messages);
  const last = messages.findLast(({ kind }) => kind === 'status');
  const stays = readingTime(last?.text ?? '');
  return (
    <div className={styles['messages']}>
      {messages
        .filter(({ kind }) => kind !== 'status')
        .map(({ id, kind, text }) => (
          <Alert key={id} isMended={kind === 'mended'} onDismiss={() => dismiss(id)}>
            {text}
          </Alert>
        ))}
      <output
        key={last?.id}
        className={styles['said']}
        data-empty={last === undefined ? '' : undefined}
        style={{ animationDelay: `${stays}ms, ${stays + 200}ms` }}
      >
        {last?.text ?? ''}
      </output>
    </div>
  );
});
