import { t } from '../ui/strings';
import styles from './drop-frame.module.css';

/** Lies over the window while files are dragged over it. Keyboards have the buttons instead. */
export function DropFrame() {
  return (
    <div className={styles['frame']}>
      <p className={styles['words']}>{t('corpus:dropHere')}</p>
    </div>
  );
}
