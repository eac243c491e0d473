import { useState } from 'react';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './questions.module.css';

/** A file whose text is here under another name. */
export interface TwinFile {
  readonly path: string;
  /** The document that has the text. */
  readonly title: string;
  readonly otherPath: string;
}

export interface TwinQuestionProps {
  readonly files: readonly TwinFile[];
  /** Paths of those that are to be documents of their own. */
  readonly onAnswer: (own: ReadonlySet<string>) => void;
}

/** Dialog "The same text under two names": one document or two, for each or for all. */
export function TwinQuestion({ files, onAnswer }: TwinQuestionProps) {
  const [own, setOwn] = useState<ReadonlySet<string>>(() => new Set(files.map(({ path }) => path)));
  return (
    <DialogFrame
      title={t('imports:twinTitle')}
      summary={t('imports:twinSummary', { count: files.length })}
      width="wide"
      onClose={() => onAnswer(new Set())}
      footer={
        <>
          <Button onPress={() => onAnswer(new Set())}>{t('imports:twinNone')}</Button>
          <Button variant="primary" isDisabled={own.size === 0} onPress={() => onAnswer(own)}>
            {t('imports:takeDocuments', { count: own.size })}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{t('imports:twinHint')}</p>
      <ul className={styles['documents']} aria-label={t('imports:twinFiles')}>
        {files.map(({ path, title, otherPath }) => (
          <li key={path} className={styles['document']}>
            <Check
              label={t('imports:twinTake', { path })}
              isOn={own.has(path)}
              onChange={(isOn) => {
                const rest = [...own].filter((one) => one !== path);
                setOwn(new Set(isOn ? [...rest, path] : rest));
              }}
            />
            <p className={`${styles['facts'] ?? ''} ${styles['ticked'] ?? ''}`}>
              {t('imports:twinOf', { title, path: otherPath })}
            </p>
          </li>
        ))}
      </ul>
    </DialogFrame>
  );
}
