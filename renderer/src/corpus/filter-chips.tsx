import { X } from 'lucide-react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import type { CorpusFilter, FilterChip } from './corpus-filter';
import styles from './filter-chips.module.css';

interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  readonly onFilter: (filter: CorpusFilter) => void;
}

/** The conditions of the list, each with a button that takes it off. */
export function FilterChips({ chips, onFilter }: FilterChipsProps) {
  return (
    <div className={styles['chips']}>
      {chips.map(({ id, words, code, without }) => (
        <span key={id} className={styles['chip']} title={words}>
          {code !== undefined && <Swatch color={code.color} mark={code.mark} />}
          <span className={styles['words']}>
            <bdi>{words}</bdi>
          </span>
          <Button
            variant="icon"
            label={t('corpus:filterWithout', { filter: words })}
            onPress={() => onFilter(without)}
          >
            <X size={12} aria-hidden />
          </Button>
        </span>
      ))}
    </div>
  );
}
