import { useState } from 'react';
import { Check } from '../ui/check';
import { FilterField } from '../ui/filter-field';
import { formatCount, t } from '../ui/strings';
import type { ChoiceItem } from './choice-item';
import styles from './export-dialog.module.css';

export interface ChoiceListProps {
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  /** null: all. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** From this many on a field narrows the list. */
const filteredFrom = 12;
/** A list that is longer has to be narrowed first. */
const mostShown = 200;

/** A line that says how many are chosen, and opens to boxes to tick. */
export function ChoiceList({ label, items, chosen, onChange }: ChoiceListProps) {
  const [filter, setFilter] = useState('');
  const set = new Set(chosen ?? items.map(({ id }) => id));
  const wanted = filter.trim().toLocaleLowerCase('en');
  const found = items.filter(({ name }) => name.toLocaleLowerCase('en').includes(wanted));
  const give = (next: ReadonlySet<string>): void =>
    onChange(next.size === items.length ? null : items.map(({ id }) => id).filter((id) => next.has(id)));
  const choose = (ids: readonly string[], isOn: boolean): void => {
    const next = new Set(set);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    give(next);
  };
  const isAllOn = found.length > 0 && found.every(({ id }) => set.has(id));
  return (
    <details className={styles['chooser']}>
      <summary>
        {label}{' '}
        <span className={styles['chosen']}>
          {chosen === null
            ? t('exchange:partAll')
            : t('exchange:partCount', { count: set.size, total: items.length })}
        </span>
      </summary>
      <div className={styles['choices']}>
        {items.length >= filteredFrom && (
          <FilterField
            label={t('exchange:partFilter', { what: label.toLocaleLowerCase('en') })}
            value={filter}
            onChange={setFilter}
          />
        )}
        <Check
          label={`${t('exchange:partEverything')} (${formatCount(found.length)})`}
          isOn={isAllOn}
          onChange={(isOn) =>
            choose(
              found.map(({ id }) => id),
              isOn,
            )
          }
        />
        {found.slice(0, mostShown).map(({ id, name, depth = 0 }) => (
          <div key={id} style={{ paddingLeft: depth * 12 }}>
            <Check label={name} isOn={set.has(id)} onChange={(isOn) => choose([id], isOn)} />
          </div>
        ))}
        {found.length > mostShown && (
          <p className={styles['choiceHint']}>
            {t('exchange:partMore', { count: found.length - mostShown })}
          </p>
        )}
      </div>
    </details>
  );
}
