import type { Id } from '@core/model/identity';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { formatCount, t } from '../ui/strings';
import { VisuallyHidden } from '../ui/visually-hidden';
import type { SpeakerItem } from './speaker-actions';
import styles from './speakers-dialog.module.css';

export interface SpeakerListProps {
  readonly label: string;
  readonly items: readonly SpeakerItem[];
  readonly chosen: Id | null;
  /** Of these is said that their name is like the one at hand. */
  readonly likely?: ReadonlySet<Id>;
  readonly onChoose: (actorId: Id) => void;
}

/** Speakers to choose one of, each with the number of annotations that name it. */
export function SpeakerList({ label, items, chosen, likely, onChoose }: SpeakerListProps) {
  return (
    <ListBox
      aria-label={label}
      className={styles['list'] ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      autoFocus="first"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onChoose(String(key));
      }}
      items={items.map((item) => ({ id: item.actor.id, item }))}
      dependencies={[likely]}
      renderEmptyState={() => <p className={styles['quiet']}>{t('speakers:noMatch')}</p>}
    >
      {({ id, item: { actor, uses } }) => (
        <ListBoxItem id={id} textValue={actor.name} className={styles['row'] ?? ''}>
          <bdi className={styles['name']}>{actor.name}</bdi>
          {likely?.has(id) === true && <span className={styles['likely']}>{t('speakers:likely')}</span>}
          {uses !== null && (
            <>
              <span className={styles['count']} aria-hidden>
                {formatCount(uses)}
              </span>
              <VisuallyHidden>{t('speakers:rowUses', { count: uses })}</VisuallyHidden>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
