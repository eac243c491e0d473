import { t } from '../ui/strings';
import { FirstStartPane } from './first-start-pane';
import { runningImport } from './running-import';
import styles from './shell.module.css';
import { useView } from './view-state';
import { useObservable } from './workbench-context';

/** In the place of a text while there is none: ways to begin, or that the first texts are on their way. */
export function FirstScreen() {
  const isBegun = useView((view) => view.isFilling);
  const isFilling = useObservable(runningImport) !== null || isBegun;
  return isFilling ? (
    <div className={styles['centre']}>
      <p>{t('corpus:filling')}</p>
    </div>
  ) : (
    <FirstStartPane />
  );
}
