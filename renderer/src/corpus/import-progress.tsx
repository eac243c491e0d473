import { X } from 'lucide-react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './import-progress.module.css';

export interface Importing {
  readonly done: number;
  /** 0 while the files are still being counted. */
  readonly total: number;
  /** The file in work. */
  readonly current: string;
  /** Documents a second. */
  readonly rate: number;
  readonly onCancel: () => void;
}

/** How far an import is, how fast it goes, and a way to end it; what is imported by then stays. */
export function ImportProgress({ done, total, current, rate, onCancel }: Importing) {
  const count = total === 0 ? t('corpus:listing') : t('corpus:importing', { done, total });
  return (
    <div className={styles['progress']}>
      <div className={styles['line']}>
        <span className={styles['count']}>{count}</span>
        <Button variant="icon" label={t('corpus:cancelImport')} onPress={onCancel}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      <div
        role="progressbar"
        aria-label={t('corpus:importProgress')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        {...(total === 0 ? {} : { 'aria-valuenow': done })}
        aria-valuetext={count}
        className={styles['bar']}
      >
        <div className={styles['fill']} style={{ width: `${total === 0 ? 0 : (100 * done) / total}%` }} />
      </div>
      <div className={styles['line']}>
        <span className={styles['current']} title={current}>
          <bdi>{current}</bdi>
        </span>
        <span className={styles['rate']}>{rate > 0 && t('corpus:rate', { rate: Math.round(rate) })}</span>
      </div>
    </div>
  );
}
