import type { Problem, Repair } from '@preload/contract';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import styles from './import-report.module.css';

export interface ImportReportRow {
  readonly path: string;
  readonly outcome: 'imported' | 'duplicate' | 'skipped' | 'repaired';
  readonly problem?: Problem;
  readonly repairs?: readonly Repair[];
}

export interface ImportReportProps {
  /** Every file of the import. */
  readonly rows: readonly ImportReportRow[];
  readonly onClose: () => void;
}

/** What an import left out and what it had to mend, file by file. */
export function ImportReport({ rows, onClose }: ImportReportProps) {
  const listed = rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'repaired');
  return (
    <DialogFrame
      title={t('corpus:reportTitle')}
      summary={summary(rows)}
      width="wide"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {/* Focusable, so that the keys scroll a long list. */}
      <section
        className={styles['scroll']}
        aria-label={t('corpus:reportFile')}
        tabIndex={listed.length > 0 ? 0 : -1}
      >
        {listed.length === 0 ? (
          <p className={styles['nothing']}>{t('corpus:reportNothing')}</p>
        ) : (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('corpus:reportFile')}</th>
                <th scope="col">{t('corpus:reportReason')}</th>
              </tr>
            </thead>
            <tbody>
              {keyed(listed).map(({ key, row }) => (
                <tr key={key}>
                  <td className={styles['path']}>
                    <bdi>{row.path}</bdi>
                  </td>
                  <td>
                    <strong className={styles['outcome']} data-outcome={row.outcome}>
                      {t(row.outcome === 'skipped' ? 'corpus:isSkipped' : 'corpus:isRepaired')}
                    </strong>{' '}
                    {reasons(row).join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </DialogFrame>
  );
}

/** The same path may come twice, from two folders imported in one go: the second is told apart by its number. */
function keyed(rows: readonly ImportReportRow[]) {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const n = (seen.get(row.path) ?? 0) + 1;
    seen.set(row.path, n);
    return { key: `${n} ${row.path}`, row };
  });
}

/** The file stands in the row already. */
function sentenceBesideFile({ code, detail }: Problem): string {
  return problemSentence(detail === undefined ? { code } : { code, detail });
}

function reasons({ problem, repairs = [] }: ImportReportRow): readonly string[] {
  return [
    ...(problem === undefined ? [] : [sentenceBesideFile(problem)]),
    ...repairs.map(({ code, count }) =>
      code === 'byte-order-mark' ? t(`corpus:${code}`) : t(`corpus:${code}`, { count }),
    ),
  ];
}

/** "4 documents imported, 1 skipped, 1 already there": a repaired one is imported too. */
function summary(rows: readonly ImportReportRow[]): string {
  const count = (...outcomes: readonly ImportReportRow['outcome'][]): number =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return [
    t('corpus:imported', { count: count('imported', 'repaired') }),
    ...(count('repaired') > 0 ? [t('corpus:repaired', { count: count('repaired') })] : []),
    ...(count('skipped') > 0 ? [t('corpus:skipped', { count: count('skipped') })] : []),
    ...(count('duplicate') > 0 ? [t('corpus:duplicates', { count: count('duplicate') })] : []),
  ].join(', ');
}
