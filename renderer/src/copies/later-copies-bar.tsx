import { Button } from '../ui/button';
import styles from '../ui/offer-bar.module.css';
import { t } from '../ui/strings';

export interface LaterCopiesBarProps {
  /** Coded passages that stand in documents that came later, and how many documents those are. */
  readonly passages: number;
  readonly documents: number;
  readonly isWorking: boolean;
  readonly onCode: () => void;
  readonly onDismiss: () => void;
}

/** What was coded before and stands in new documents: offered once, done only when it is asked for. */
export function LaterCopiesBar({ passages, documents, isWorking, onCode, onDismiss }: LaterCopiesBarProps) {
  return (
    <section className={styles['bar']} aria-label={t('copies:laterRegion')}>
      <p className={styles['words']}>
        {t('copies:later', {
          count: passages,
          passages: t('copies:laterPassages', { count: passages }),
          documents: t('copies:laterDocuments', { count: documents }),
        })}
      </p>
      <Button tooltip={t('copies:laterHint')} isDisabled={isWorking} onPress={onCode}>
        {t('copies:laterCode')}
      </Button>
      <Button variant="quiet" isDisabled={isWorking} onPress={onDismiss}>
        {t('copies:laterDismiss')}
      </Button>
    </section>
  );
}
