import type { Attribute } from '@core/model/attribute';
import type { AttributeCondition, PassageQuery } from '@core/query/passage-query';
import { Select, type SelectOption } from '../ui/select';
import { t } from '../ui/strings';
import styles from './filter-form.module.css';
import type { PassageNames } from './passage-names';

interface FilterFormProps {
  readonly query: PassageQuery;
  readonly names: PassageNames;
  readonly onQuery: (query: PassageQuery) => void;
}

/** Stands for "no condition" in a field, which takes no empty value. */
const anything = 'anything';
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
        options={named(['affirms', 'denies', 'mentions'], (id) => t(`passages:stance_${id}`))}
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
        options={names.actors.map(({ id, name }) => ({ id, label: name }))}
        onChange={(speaker_id) => set({ speaker_id })}
      />
      <Choice
        label={t('passages:voice')}
        value={query.voice}
        options={named(['own', 'reported', 'direct', 'endorsed'], (id) => t(`passages:voice_${id}`))}
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
        <AttributeFilter
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

interface Option<T extends string> extends SelectOption {
  readonly id: T;
}

function named<const T extends string>(ids: readonly T[], wordsOf: (id: T) => string): readonly Option<T>[] {
  return ids.map((id) => ({ id, label: wordsOf(id) }));
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: NoInfer<T> | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: NoInfer<T> | null) => void;
}

function Choice<const T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select
      label={label}
      value={value ?? anything}
      options={[{ id: anything, label: t('passages:anything') }, ...options]}
      isDisabled={options.length === 0}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? null)}
    />
  );
}

interface AttributeFilterProps {
  readonly attribute: Attribute;
  readonly condition: AttributeCondition | null;
  readonly onCondition: (condition: AttributeCondition | null) => void;
}

function AttributeFilter({ attribute, condition, onCondition }: AttributeFilterProps) {
  const { id: attribute_id, name, type } = attribute;
  switch (type) {
    case 'boolean':
    case 'choice':
    case 'choices': {
      const values = type === 'boolean' ? ['true', 'false'] : (attribute.choices ?? []);
      const value = condition?.kind === 'is' ? (condition.values[0] ?? null) : null;
      return (
        <Choice
          label={name}
          value={condition?.kind === 'missing' ? missing : value}
          options={[
            ...values.map((id) => ({ id, label: id })),
            { id: missing, label: t('passages:missing') },
          ]}
          onChange={(chosen) =>
            onCondition(
              chosen === null
                ? null
                : chosen === missing
                  ? { kind: 'missing', attribute_id }
                  : { kind: 'is', attribute_id, values: [chosen] },
            )
          }
        />
      );
    }
    case 'date':
    case 'integer':
    case 'number': {
      const ends = condition?.kind === 'between' ? condition : { from: null, to: null };
      const set = (from: string | null, to: string | null): void =>
        onCondition(from === null && to === null ? null : { kind: 'between', attribute_id, from, to });
      const placeholder = type === 'date' ? '2022-01-19' : '';
      return (
        <div className={styles['ends']}>
          <Words
            {...{ label: t('passages:from', { name }), placeholder, value: ends.from ?? '' }}
            onChange={(from) => set(from === '' ? null : from, ends.to)}
          />
          <Words
            {...{ label: t('passages:to', { name }), placeholder, value: ends.to ?? '' }}
            onChange={(to) => set(ends.from, to === '' ? null : to)}
          />
        </div>
      );
    }
    case 'text':
      return (
        <Words
          label={t('passages:contains', { name })}
          value={condition?.kind === 'contains' ? condition.text : ''}
          onChange={(text) =>
            onCondition(
              text.trim() === '' ? null : { kind: 'contains', attribute_id, text: text.trimStart() },
            )
          }
        />
      );
  }
}

/** No value of an attribute has this name: control characters are not allowed in one. */
const missing = '\u0000missing';

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

function Words({ label, value, placeholder, onChange }: WordsProps) {
  return (
    <label className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <input
        className={styles['input']}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
