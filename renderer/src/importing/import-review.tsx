import type { Outcome, ReportRow } from '@core/exchange/import-report';
import type { PositionReading } from '@core/exchange/refi/detect-dialect';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './import-review.module.css';
import { ReviewRows } from './review-rows';

export interface ImportReviewProps {
  readonly name: string;
  /** Of a file of another program; null for one of our own. */
  readonly source: {
    readonly format: 'qdpx' | 'qdc' | 'w3c';
    readonly origin: string;
    readonly positions: PositionReading | null;
  } | null;
  readonly report: readonly ReportRow[];
  /** How many changes it makes; 0 where everything is here already. */
  readonly changes: number;
  readonly onImport: () => void;
  readonly onClose: () => void;
}

/** The parts of the report, in the order in which they are read. */
const parts: readonly (readonly [
  title: 'comesIn' | 'changed' | 'removed' | 'repaired' | 'leftOut' | 'here',
  readonly Outcome[],
])[] = [
  ['comesIn', ['added']],
  ['changed', ['changed']],
  ['removed', ['removed']],
  ['repaired', ['repaired']],
  ['leftOut', ['left-out']],
  ['here', ['kept', 'bound', 'unchanged']],
];

/** Dialog "Import": what comes in, what is repaired, what cannot be kept and why; then one step brings it in. */
export function ImportReview({ name, source, report, changes, onImport, onClose }: ImportReviewProps) {
  return (
    <DialogFrame
      title={t('imports:reviewTitle', { name })}
      summary={source === null ? t('imports:own') : sourceWords(source)}
      width="wide"
      contentLabel={t('imports:report')}
      onClose={onClose}
      footer={
        <>
          <p className={styles['undo']}>{t(changes === 0 ? 'imports:nothingNew' : 'imports:oneStep')}</p>
          <Button onPress={() => onClose()}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={changes === 0} onPress={onImport}>
            {t('imports:take')}
          </Button>
        </>
      }
    >
      <div className={styles['scroll']}>
        {source?.positions != null && <Positions reading={source.positions} />}
        {parts.map(([title, outcomes]) => {
          const rows = report.filter(({ outcome }) => outcomes.includes(outcome));
          return rows.length === 0 ? null : (
            <section key={title} className={styles['part']} data-part={title}>
              <h3 className={styles['title']}>{t(`imports:part_${title}`)}</h3>
              <ReviewRows rows={rows} label={t(`imports:part_${title}`)} />
            </section>
          );
        })}
      </div>
    </DialogFrame>
  );
}

function sourceWords({ format, origin }: NonNullable<ImportReviewProps['source']>): string {
  const kind = t(`imports:format_${format}`);
  return origin === '' ? kind : t('imports:from', { kind, origin });
}

/** How the program that wrote the file counts, and how sure that is. */
function Positions({ reading }: { readonly reading: PositionReading }) {
  const { unit, lineEnd, mark, end, matched, named, decidedBy } = reading;
  return (
    <section className={styles['part']} data-part="positions">
      <h3 className={styles['title']}>{t('imports:part_positions')}</h3>
      <p>
        {[
          t(`imports:unit_${unit}`),
          t(`imports:lineEnd_${lineEnd}`),
          t(`imports:mark_${mark}`),
          t(`imports:end_${end}`),
        ].join(' · ')}
      </p>
      <p className={styles['score']}>
        {named === 0
          ? t(`imports:score_${decidedBy === 'origin' ? 'origin' : 'standard'}`)
          : t('imports:score', { matched, count: named })}
      </p>
    </section>
  );
}
