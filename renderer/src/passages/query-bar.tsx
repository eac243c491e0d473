import { everyPassage, type PassageQuery } from '@core/query/passage-query';
import { Search, X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { PopUp } from '../ui/pop-up';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { CodeChooser } from './code-chooser';
import { FilterForm } from './filter-form';
import type { PassageNames } from './passage-names';
import styles from './query-bar.module.css';
import { type QueryChip, queryChips } from './query-chips';

interface QueryBarProps {
  readonly query: PassageQuery;
  readonly names: PassageNames;
  readonly onQuery: (query: PassageQuery) => void;
}

/** What is asked, in one line: words, codes, filters, and each condition as a chip that can be taken off. */
export function QueryBar({ query, names, onQuery }: QueryBarProps) {
  const chips = queryChips(query, names);
  const isAsking = chips.length > 0 || query.text !== '' || query.coded !== null;
  return (
    <search className={styles['bar']} aria-label={t('passages:query')}>
      <div className={styles['field']}>
        <Search size={14} aria-hidden className={styles['icon']} />
        <input
          type="search"
          className={styles['input']}
          aria-label={t('passages:words')}
          placeholder={t('passages:words')}
          autoComplete="off"
          spellCheck={false}
          value={query.text}
          onChange={(event) => onQuery({ ...query, text: event.target.value })}
        />
      </div>
      <PopUp label={t('passages:codes')}>
        <CodeChooser query={query} names={names} onQuery={onQuery} />
      </PopUp>
      <PopUp label={t('passages:filters')}>
        <FilterForm query={query} names={names} onQuery={onQuery} />
      </PopUp>
      <ToggleButton
        className={styles['toggle'] ?? ''}
        isSelected={query.coded === 'uncoded'}
        onChange={(isOn) => onQuery({ ...query, coded: isOn ? 'uncoded' : null })}
      >
        {t('passages:uncoded')}
      </ToggleButton>
      {chips.map((chip, at) => (
        <Chip key={chip.id} chip={chip} isFirst={chip.about !== chips[at - 1]?.about} onQuery={onQuery} />
      ))}
      {isAsking ? (
        <Button variant="quiet" tooltip={t('passages:clearHint')} onPress={() => onQuery(everyPassage)}>
          {t('passages:clear')}
        </Button>
      ) : null}
    </search>
  );
}

interface ChipProps {
  readonly chip: QueryChip;
  /** The first of several about the same says what they are about. */
  readonly isFirst: boolean;
  readonly onQuery: (query: PassageQuery) => void;
}

function Chip({ chip, isFirst, onQuery }: ChipProps) {
  const { about, words, code } = chip;
  return (
    <span className={styles['chip']}>
      {isFirst && <span className={styles['about']}>{about}</span>}
      {code !== undefined && <Swatch color={code.color} mark={code.mark} />}
      <span className={styles['words']}>
        <bdi>{words}</bdi>
      </span>
      <Button
        variant="icon"
        label={t('passages:without', { filter: `${about} ${words}` })}
        onPress={() => onQuery(chip.without)}
      >
        <X size={12} aria-hidden />
      </Button>
    </span>
  );
}
