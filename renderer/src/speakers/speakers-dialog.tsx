import { foldWords } from '@core/codebook/fold-name';
import { useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { SearchField } from '../ui/search-field';
import { t } from '../ui/strings';
import { MergeSpeaker } from './merge-speaker';
import type { SpeakerActions, SpeakerItem } from './speaker-actions';
import { SpeakerDetails } from './speaker-details';
import { SpeakerList } from './speaker-list';
import styles from './speakers-dialog.module.css';

export interface SpeakersDialogProps {
  /** By name. */
  readonly items: readonly SpeakerItem[];
  readonly chosen: string | null;
  readonly onChoose: (actorId: string) => void;
  /** What was done last, in a sentence. */
  readonly said: string;
  readonly actions: SpeakerActions;
  readonly onClose: () => void;
}

/** Speakers that are listed without a field to find one. */
const fewSpeakers = 8;

/** Dialog "Speakers": who speaks in the project, under which names, and in how many annotations. */
export function SpeakersDialog({ items, chosen, onChoose, said, actions, onClose }: SpeakersDialogProps) {
  const [words, setWords] = useState('');
  const [merged, setMerged] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  /** Back from choosing what to merge into. */
  const endMerge = (): void => {
    setMerged(null);
    setRound(round + 1);
  };
  const wanted = foldWords(words);
  const listed = items.filter(({ actor }) =>
    [actor.name, ...actor.aliases].some((name) => foldWords(name).includes(wanted)),
  );
  const item = items.find(({ actor }) => actor.id === chosen);
  return (
    <DialogFrame
      title={t('speakers:title')}
      summary={t('speakers:summary', { count: items.length })}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <output className={styles['said']}>{said}</output>
          <Button onPress={onClose}>{t('common:close')}</Button>
        </>
      }
    >
      {items.length === 0 ? (
        <p className={styles['quiet']}>{t('speakers:empty')}</p>
      ) : (
        <div className={styles['columns']}>
          <div className={styles['left']}>
            {items.length > fewSpeakers && (
              <SearchField
                label={t('speakers:filter')}
                clearLabel={t('common:clearFilter')}
                value={words}
                onChange={setWords}
              />
            )}
            {/* Drawn anew after what takes its button away: so it takes the focus, at the speaker that is chosen. */}
            <SpeakerList
              key={`${round} ${said}`}
              label={t('speakers:list')}
              items={listed}
              chosen={chosen}
              onChoose={(id) => {
                setMerged(null);
                onChoose(id);
              }}
            />
          </div>
          {item === undefined ? (
            <p className={styles['quiet']}>{t('speakers:choose')}</p>
          ) : merged === item.actor.id ? (
            <MergeSpeaker
              item={item}
              others={items.filter(({ actor }) => actor.id !== item.actor.id)}
              onMerge={(into) => {
                endMerge();
                actions.onMerge(item.actor.id, into);
              }}
              onBack={endMerge}
            />
          ) : (
            <SpeakerDetails
              key={item.actor.id}
              item={item}
              actions={actions}
              onMerge={items.length < 2 ? null : () => setMerged(item.actor.id)}
            />
          )}
        </div>
      )}
    </DialogFrame>
  );
}
