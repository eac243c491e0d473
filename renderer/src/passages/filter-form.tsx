import { type PassageQuery, unset } from '@core/query/passage-query';
import { AttributeConditionField } from '../ui/attribute-condition';
import { Choice, named } from '../ui/choice';
import { t } from '../ui/strings';
import styles from './filter-form.module.css';
import type { PassageNames } from './passage-names';

interface FilterFormProps {
  readonly query: PassageQuery;
  readonly names: PassageNames;
  readonly onQuery: (query: PassageQuery) => void;
}

const rounds = ['1', '2', '3', '4'] as const;

/** All that can be asked of a passage besides codes and words. */
export function FilterForm({ query, names, onQuery }: FilterFormProps) {
  const set = (change: Partial<PassageQuery>): void => onQuery({ ...query, ...change });
  return (
    <div className={styles['form']}>
      <Choice
        label={t('passages:coded')}
        value={query.coded}
        options={named(['coded', 'uncoded'], (id) => t(`passages:coded_${id}`))}
        onChange={(coded) => set({ coded })}
      />
      <Choice
        label={t('passages:stance')}
        value={query.stance}
        options={named(['affirms', 'denies', 'mentions', unset], (id) => t(`passages:stance_${id}`))}
        onChange={(stance) => set({ stance })}
      />
      <Choice
        label={t('passages:certainty')}
        value={query.certainty}
        options={named(['unsure', 'sure'], (id) => t(`passages:certainty_${id}`))}
        onChange={(certainty) => set({ certainty })}
      />
      <Choice
        label={t('passages:review')}
        value={query.review}
        options={named(['to_review', 'accepted'], (id) => t(`passages:review_${id}`))}
        onChange={(review) => set({ review })}
      />
      <Choice
        label={t('passages:speaker')}
        value={query.speaker_id}
        options={[
          ...names.actors.map(({ id, name }) => ({ id, label: name })),
          { id: unset, label: t('passages:speaker_unset') },
        ]}
        onChange={(speaker_id) => set({ speaker_id })}
      />
      <Choice
        label={t('passages:voice')}
        value={query.voice}
        options={named(['own', 'reported', 'direct', 'endorsed', unset], (id) => t(`passages:voice_${id}`))}
        onChange={(voice) => set({ voice })}
      />
      <Choice
        label={t('passages:coder')}
        value={query.coder_id}
        options={names.coders.map(({ id, name }) => ({ id, label: name }))}
        onChange={(coder_id) => set({ coder_id })}
      />
      <Choice
        label={t('passages:round')}
        value={rounds.find((round) => Number(round) === query.round) ?? null}
        options={rounds.map((id) => ({ id, label: id }))}
        onChange={(round) => set({ round: round === null ? null : Number(round) })}
      />
      <Choice
        label={t('passages:level')}
        value={query.level}
        options={named(['passage', 'document'], (id) => t(`passages:level_${id}`))}
        onChange={(level) => set({ level })}
      />
      <Choice
        label={t('passages:documents')}
        value={query.done ? 'done' : null}
        options={named(['done'], () => t('passages:documents_done'))}
        onChange={(done) => set({ done: done !== null })}
      />
      {names.attributes.map((attribute) => (
        <AttributeConditionField
          key={attribute.id}
          attribute={attribute}
          condition={query.attributes.find(({ attribute_id }) => attribute_id === attribute.id) ?? null}
          onCondition={(condition) => {
            const others = query.attributes.filter(({ attribute_id }) => attribute_id !== attribute.id);
            set({ attributes: condition === null ? others : [...others, condition] });
          }}
        />
      ))}
    </div>
  );
}
