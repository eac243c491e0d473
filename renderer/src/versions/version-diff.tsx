import type { VersionChanges } from '@core/anchor/version-changes';
import { Group } from 'react-aria-components';
import { t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './version-diff.module.css';

export type ShownDiff =
  | { readonly state: 'comparing' }
  | { readonly state: 'missing' }
  | { readonly state: 'there'; readonly changes: VersionChanges };

export interface VersionDiffProps {
  /** Of the document, as it is called in the project. */
  readonly title: string;
  /** What the later version calls itself, where that is something else. */
  readonly newTitle: string | null;
  readonly diff: ShownDiff;
}

/** Two versions of a text in one, word by word: what was taken out struck through, what was put in on a ground. */
export function VersionDiff({ title, newTitle, diff }: VersionDiffProps) {
  return (
    // Focusable, so that the keys scroll a long one.
    <Group className={styles['diff'] ?? ''} aria-label={t('versions:diff', { title })} tabIndex={0}>
      {newTitle === null ? null : (
        <p className={styles['fact']}>{t('versions:newTitle', { title: newTitle })}</p>
      )}
      {diff.state === 'there' ? (
        <Changes changes={diff.changes} />
      ) : (
        <p className={styles['fact']} role="status">
          {t(diff.state === 'missing' ? 'versions:textMissing' : 'versions:comparing')}
        </p>
      )}
    </Group>
  );
}

function Changes({ changes }: { readonly changes: VersionChanges }) {
  const { pieces, gone, come, more } = changes;
  return (
    <>
      <p className={styles['fact']}>
        {gone + come === 0 ? t('versions:noWords') : t('versions:words', { gone, come })}
      </p>
      <p className={styles['text']} dir="auto">
        {pieces.map(({ kind, text }, at) => {
          // Pieces have no identity but their place: they are shown as a whole.
          const key = `${at}-${kind}`;
          if (kind === 'gone') return <del key={key}>{text}</del>;
          if (kind === 'come') return <ins key={key}>{text}</ins>;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return (
            <span key={key} className={styles['cut']}>
              <span aria-hidden> … </span>
              <VisuallyHidden>{t('versions:left')}</VisuallyHidden>
            </span>
          );
        })}
      </p>
      {more === 0 ? null : <p className={styles['fact']}>{t('versions:more', { count: more })}</p>}
    </>
  );
}
