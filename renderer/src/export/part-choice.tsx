import type { PartChoice as Choice } from '@core/exchange/choose-part';
import { t } from '../ui/strings';
import type { ChoiceItem } from './choice-item';
import { ChoiceList } from './choice-list';
import styles from './export-dialog.module.css';

/** What can be chosen from, as a person knows it. */
export interface PartRecords {
  readonly documents: readonly ChoiceItem[];
  readonly codes: readonly ChoiceItem[];
  readonly coders: readonly ChoiceItem[];
  readonly rounds: readonly ChoiceItem[];
}

export interface PartChoiceProps {
  readonly part: Choice;
  readonly records: PartRecords;
  readonly onChange: (part: Choice) => void;
}

/** Which documents, codes, coders and rounds are written; at first all of them. */
export function PartChoice({ part, records, onChange }: PartChoiceProps) {
  return (
    <section className={styles['part']} aria-label={t('exchange:part')}>
      <h3 className={styles['lossTitle']}>{t('exchange:part')}</h3>
      {(['documents', 'codes', 'coders'] as const).map((kind) => (
        <ChoiceList
          key={kind}
          label={t(`exchange:part_${kind}`)}
          items={records[kind]}
          chosen={part[kind]}
          onChange={(chosen) => onChange({ ...part, [kind]: chosen })}
        />
      ))}
      {records.rounds.length > 1 && (
        <ChoiceList
          label={t('exchange:part_rounds')}
          items={records.rounds}
          chosen={part.rounds?.map(String) ?? null}
          onChange={(chosen) => onChange({ ...part, rounds: chosen?.map(Number) ?? null })}
        />
      )}
    </section>
  );
}
