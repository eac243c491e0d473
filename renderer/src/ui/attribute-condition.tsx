import type { Attribute } from '@core/model/attribute';
import type { AttributeCondition } from '@core/query/passage-query';
import styles from './attribute-condition.module.css';
import { Choice } from './choice';
import { t } from './strings';

export interface AttributeConditionFieldProps {
  readonly attribute: Attribute;
  readonly condition: AttributeCondition | null;
  readonly onCondition: (condition: AttributeCondition | null) => void;
}

/** What a value of the attribute has to be, in the way of its type. */
export function AttributeConditionField({ attribute, condition, onCondition }: AttributeConditionFieldProps) {
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
