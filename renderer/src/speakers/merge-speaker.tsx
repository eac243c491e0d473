import type { Id } from '@core/model/identity';
import { isNameVariant } from '@core/structure/name-variant';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import type { SpeakerItem } from './speaker-actions';
import { SpeakerList } from './speaker-list';
import styles from './speakers-dialog.module.css';

export interface MergeSpeakerProps {
  /** The one that goes. */
  readonly item: SpeakerItem;
  readonly others: readonly SpeakerItem[];
  readonly onMerge: (intoId: Id) => void;
  readonly onBack: () => void;
}

/** Which speaker another one goes into, those with a similar name first, and what that does. */
export function MergeSpeaker({ item, others, onMerge, onBack }: MergeSpeakerProps) {
  const [chosen, setChosen] = useState<Id | null>(null);
  const { name } = item.actor;
  const likely = useMemo(
    () => new Set(others.filter((other) => isLike(item, other)).map(({ actor }) => actor.id)),
    [item, others],
  );
  const listed = others.toSorted(
    (one, other) => Number(likely.has(other.actor.id)) - Number(likely.has(one.actor.id)),
  );
  const into = others.find(({ actor }) => actor.id === chosen);
  return (
    <section aria-label={t('speakers:mergeTitle', { name })} className={styles['details']}>
      <h3 className={styles['label']}>{t('speakers:mergeTitle', { name })}</h3>
      <SpeakerList
        label={t('speakers:mergeTarget')}
        items={listed}
        chosen={chosen}
        likely={likely}
        onChoose={setChosen}
      />
      <output className={styles['outcome']}>{into === undefined ? null : outcomeWords(item, into)}</output>
      <div className={styles['buttons']}>
        <Button onPress={onBack}>{t('speakers:back')}</Button>
        <Button
          variant="primary"
          isDisabled={into === undefined}
          onPress={() => {
            if (into !== undefined) onMerge(into.actor.id);
          }}
        >
          {t('speakers:mergeDo')}
        </Button>
      </div>
    </section>
  );
}

function isLike({ actor: one }: SpeakerItem, { actor: other }: SpeakerItem): boolean {
  return [one.name, ...one.aliases].some((name) =>
    [other.name, ...other.aliases].some((known) => isNameVariant(name, known)),
  );
}

function outcomeWords(gone: SpeakerItem, into: SpeakerItem): string {
  if (gone.uses === null || into.uses === null) return t('speakers:counting');
  return t('speakers:mergeSummary', {
    gone: gone.actor.name,
    into: into.actor.name,
    goneCount: t('speakers:annotations', { count: gone.uses }),
    intoCount: t('speakers:annotations', { count: into.uses }),
  });
}
