import { useState } from 'react';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { Select, type SelectOption } from '../ui/select';
import { t } from '../ui/strings';
import styles from './questions.module.css';

export interface EncodingQuestionProps {
  readonly path: string;
  /** The encoding that the preview is read in. */
  readonly label: string;
  readonly encodings: readonly SelectOption[];
  /** How the file begins in it; null where it cannot be read so. */
  readonly preview: string | null;
  /** Files after this one that do not say how they are written either. */
  readonly others: number;
  readonly onChoose: (label: string) => void;
  readonly onTake: (isForOthers: boolean) => void;
  readonly onLeaveOut: () => void;
}

/** Dialog "How is this text written?": a file that does not say its encoding, shown in the one that is guessed. */
export function EncodingQuestion(props: EncodingQuestionProps) {
  const { path, label, encodings, preview, others, onChoose, onTake, onLeaveOut } = props;
  const [isForOthers, setForOthers] = useState(false);
  return (
    <DialogFrame
      title={t('imports:encodingTitle')}
      summary={path}
      width="wide"
      onClose={onLeaveOut}
      footer={
        <>
          <Button onPress={onLeaveOut}>{t('imports:leaveOut')}</Button>
          <Button variant="primary" isDisabled={preview === null} onPress={() => onTake(isForOthers)}>
            {t('imports:takeText')}
          </Button>
        </>
      }
    >
      <p className={styles['hint']}>{t('imports:encodingHint')}</p>
      <Select label={t('corpus:encoding')} value={label} options={encodings} onChange={onChoose} />
      <section aria-label={t('imports:encodingPreview')} className={styles['preview']}>
        <h3 className={styles['label']}>{t('imports:encodingPreview')}</h3>
        {preview === null ? (
          <p className={styles['hint']} role="alert">
            {t('imports:encodingUnreadable')}
          </p>
        ) : (
          <p className={styles['beginning']} dir="auto">
            {preview}
          </p>
        )}
      </section>
      {others === 0 ? null : (
        <Check
          label={t('imports:encodingOthers', { count: others })}
          isOn={isForOthers}
          onChange={setForOthers}
        />
      )}
    </DialogFrame>
  );
}
