import type { Loss } from '@core/exchange/losses';
import { formatCount, t } from '../ui/strings';
import styles from './export-dialog.module.css';

/** Ids shown of one kind; all of them stand in what a script is told. */
const mostIds = 100;

/** What a format cannot hold: kind, count, and on request the ids concerned. */
export function LossTable({ losses }: { readonly losses: readonly Loss[] }) {
  return (
    <ul className={styles['lossList']} aria-label={t('exchange:lossList')}>
      {losses.map(({ kind, count, ids }) => (
        <li key={kind} className={styles['loss']}>
          <span className={styles['lossCount']}>{formatCount(count)}</span>
          {ids.length === 0 ? (
            <span>{t(`exchange:loss_${kind}`, { count })}</span>
          ) : (
            <details>
              <summary>{t(`exchange:loss_${kind}`, { count })}</summary>
              <p className={styles['ids']}>
                {ids.slice(0, mostIds).join(' ')}
                {ids.length > mostIds && ` ${t('exchange:moreIds', { count: ids.length - mostIds })}`}
              </p>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
