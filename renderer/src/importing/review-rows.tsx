import type { ReportRow } from '@core/exchange/import-report';
import { formatCount, t } from '../ui/strings';
import styles from './import-review.module.css';

/** Records shown of one row: a list of thousands is read by nobody. */
const mostShown = 200;

/** A line for each kind of record and reason, with the number, and on request each record by name and id. */
export function ReviewRows({ rows, label }: { readonly rows: readonly ReportRow[]; readonly label: string }) {
  return (
    <ul className={styles['rows']} aria-label={label}>
      {rows.map((row) => {
        const { outcome, record, reason, ids } = row;
        return (
          <li key={`${outcome} ${record} ${reason ?? ''}`} className={styles['row']}>
            <span className={styles['count']}>{formatCount(ids.length)}</span>
            <details>
              <summary>
                {t(`imports:record_${record}`, { count: ids.length })}
                {reason !== null && (
                  <span className={styles['reason']}>
                    {' '}
                    {t('imports:why', { reason: t(`imports:reason_${reason}`) })}
                  </span>
                )}
              </summary>
              <Records row={row} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}

/** Ids may come twice, and the list never changes while it is shown. */
const keyOf = (id: string, at: number): string => `${at} ${id}`;

function Records({ row: { ids, names } }: { readonly row: ReportRow }) {
  return (
    <ul className={styles['records']}>
      {ids.slice(0, mostShown).map((id, at) => (
        <li key={keyOf(id, at)}>
          <bdi>{names[at] === '' || names[at] === undefined ? t('imports:unnamed') : names[at]}</bdi>{' '}
          <span className={styles['id']}>{id}</span>
        </li>
      ))}
      {ids.length > mostShown && <li>{t('imports:moreRecords', { count: ids.length - mostShown })}</li>}
    </ul>
  );
}
