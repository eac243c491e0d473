import { Button } from '../ui/button';
import { CoderNameField } from '../ui/coder-name-field';
import { t } from '../ui/strings';
import styles from './first-start.module.css';

export interface FirstStartProps {
  /** Who codes, as far as it is known; null where there is no need to ask. */
  readonly coderName: string | null;
  readonly onCoderName: (name: string) => void;
  readonly onOpen: (kind: 'folder' | 'files') => void;
  /** Null where the open project is the sample's. */
  readonly onSample: (() => void) | null;
  /** Chooses a project or codebook file. */
  readonly onImport: () => void;
}

/** The reader's place while the corpus is empty: what to do next, and nothing else. */
export function FirstStart({ coderName, onCoderName, onOpen, onSample, onImport }: FirstStartProps) {
  return (
    <div className={styles['place']}>
      <div className={styles['column']}>
        <h1 className={styles['sentence']}>{t('corpus:firstSentence')}</h1>
        <div className={styles['buttons']}>
          <Button variant="primary" onPress={() => onOpen('folder')}>
            {t('corpus:openCorpus')}
          </Button>
          {onSample === null ? null : <Button onPress={onSample}>{t('corpus:trySample')}</Button>}
          <Button variant="quiet" onPress={() => onOpen('files')}>
            {t('corpus:openSomeFiles')}
          </Button>
          <Button variant="quiet" onPress={onImport}>
            {t('corpus:import')}
          </Button>
        </div>
        {coderName === null ? null : (
          <div className={styles['coder']}>
            <CoderNameField name={coderName} hint={t('corpus:coderHint')} onName={onCoderName} />
          </div>
        )}
      </div>
    </div>
  );
}
