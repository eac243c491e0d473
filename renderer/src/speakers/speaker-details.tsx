import type { Actor } from '@core/model/actor';
import { useState } from 'react';
import { Button } from '../ui/button';
import { DraftField } from '../ui/draft-field';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { AliasList } from './alias-list';
import type { SpeakerActions, SpeakerItem } from './speaker-actions';
import styles from './speakers-dialog.module.css';

export interface SpeakerDetailsProps {
  readonly item: SpeakerItem;
  readonly actions: SpeakerActions;
  /** Asks which other speaker it is to go into; null where there is no other. */
  readonly onMerge: (() => void) | null;
}

const kinds = [
  'person',
  'organisation',
  'state',
  'group',
  'medium',
] as const satisfies readonly Actor['kind'][];

/** What is known of one speaker, changed where it stands. Give it a `key` of the actor. */
export function SpeakerDetails({ item, actions, onMerge }: SpeakerDetailsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { actor, uses, canGo } = item;
  return (
    <section aria-label={t('speakers:details', { name: actor.name })} className={styles['details']}>
      <DraftField
        label={t('speakers:name')}
        value={actor.name}
        {...(problem === null ? {} : { hint: problem })}
        onCommit={(typed) => {
          const refused = actions.onRename(actor.id, typed);
          setProblem(refused);
          return refused === null;
        }}
        onDone={() => setProblem(null)}
      />
      <Select
        label={t('speakers:kind')}
        isLabelBeside
        value={actor.kind}
        options={kinds.map((id) => ({ id, label: t(`speakers:kind_${id}`) }))}
        onChange={(id) => {
          const kind = kinds.find((one) => one === id);
          if (kind !== undefined) actions.onKind(actor.id, kind);
        }}
      />
      <p className={styles['uses']}>
        {uses === null ? t('speakers:counting') : t('speakers:uses', { count: uses })}
      </p>
      <AliasList item={item} actions={actions} />
      <div className={styles['buttons']}>
        <Button
          variant="quiet"
          isDisabled={onMerge === null}
          tooltip={t('speakers:mergeHint')}
          {...(onMerge === null ? {} : { onPress: onMerge })}
        >
          {t('speakers:merge')}
        </Button>
        <Button
          variant="quiet"
          isDanger
          isDisabled={!canGo}
          tooltip={t(canGo ? 'speakers:removeHint' : 'speakers:removeInUse')}
          onPress={() => actions.onRemove(actor.id)}
        >
          {t('speakers:remove')}
        </Button>
      </div>
    </section>
  );
}
