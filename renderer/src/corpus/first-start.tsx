import { Button } from '../ui/button';
import { DraftField } from '../ui/draft-field';
import { t } from '../ui/strings';
import styles from './first-start.module.css';

export interface FirstStartProps {
  /** Who codes, as far as it is known; may be empty. */
  readonly coderName: string;
  readonly onCoderName: (name: string) => void;
  readonly onOpen: (kind: 'folder' | 'files') => void;
  /** Chooses a project or codebook file. */
  readonly onImport: () => void;
}

/** The reader's place while the corpus is empty: what to do next, and nothing else. */
export function FirstStart({ coderName, onCoderName, onOpen, onImport }: FirstStartProps) {
  return (
    <div className={styles['place']}>
      <div className={styles['column']}>
        <p className={styles['sentence']}>{t('corpus:firstSentence')}</p>
        <div className={styles['buttons']}>
          <Button variant="primary" onPress={() => onOpen('folder')}>
            {t('corpus:openCorpus')}
          </Button>
          <Button onPress={() => onOpen('files')}>{t('corpus:openSomeFiles')}</Button>
          <Button variant="quiet" onPress={onImport}>
            {t('corpus:import')}
          </Button>
        </div>
        <div className={styles['coder']}>
          <DraftField
            label={t('corpus:coderName')}
            hint={t('corpus:coderHint')}
            value={coderName}
            onCommit={(name) => {
              onCoderName(name);
              return true;
            }}
          />
        </div>
      </div>
    </div>
  );
}
