import { ArrowLeft } from 'lucide-react';
import { Button } from '../ui/button';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import styles from './back-bar.module.css';
import { goBack, useView } from './view-state';

/** Above a text that was opened from a list: the way back to it. */
export function BackBar() {
  const back = useView((view) => view.back);
  if (back === null || back === 'read') return null;
  return (
    <div className={styles['bar']}>
      <Button variant="quiet" keys={keyLabel('goBack')} onPress={() => void goBack()}>
        <ArrowLeft size={14} aria-hidden />
        {t(`shell:back_${back}`)}
      </Button>
    </div>
  );
}
