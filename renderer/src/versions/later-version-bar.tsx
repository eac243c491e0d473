import { Button } from '../ui/button';
import styles from '../ui/offer-bar.module.css';
import { t } from '../ui/strings';

/** Said of an earlier version: that it is one, and the way to the latest. */
export function LaterVersionBar({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <section aria-label={t('versions:earlier')} className={styles['bar']}>
      <p className={styles['words']}>{t('versions:isEarlier')}</p>
      <Button onPress={onOpen}>{t('versions:openLatest')}</Button>
    </section>
  );
}
