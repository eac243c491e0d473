import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { DraftField } from '../ui/draft-field';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import styles from './document-details.module.css';
import { encodingName, encodingsWith } from './encoding-name';

export interface DocumentDetailsProps {
  readonly title: string;
  readonly path: string;
  readonly words: ReactNode;
  /** A date as a person reads it. */
  readonly imported: string;
  /** WHATWG label. */
  readonly encoding: string;
  /** How sure its guess was, 0 to 1; null where it was not guessed. */
  readonly guess: number | null;
  /** Why the encoding has to stay; null where it can be changed. */
  readonly hold: 'annotated' | 'done' | 'memo' | null;
  /** The file is being read again. */
  readonly isReading: boolean;
  /** Why reading it again did not work. */
  readonly problem: string | null;
  /** The version before this one; null where there is none. */
  readonly earlier: {
    /** Annotations of the coder's that are still on it. */
    readonly count: number;
    readonly isCarrying: boolean;
    readonly onCarry: () => void;
    readonly onOpen: () => void;
  } | null;
  /** It is a web page, of which the main text was taken, or all. */
  readonly isPage: boolean;
  readonly onPart: (whole_page: boolean) => void;
  /** Attributes and their values, each edited where it stands. */
  readonly attributes: ReactNode;
  /** Keeps another title; false where it cannot be one. */
  readonly onTitle: (title: string) => boolean;
  readonly onEncoding: (label: string) => void;
  /** Asks whether the document is to go. */
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Where a document comes from and how its characters were read, which can be changed while nothing is coded. */
export function DocumentDetails(props: DocumentDetailsProps) {
  const { title, path, words, imported, encoding, hold, problem, onClose } = props;
  const { attributes, onTitle } = props;
  const [isTitleRefused, setTitleRefused] = useState(false);
  const id = useId();
  const offered = encodingsWith(encoding);
  return (
    <DialogFrame
      title={t('corpus:detailsTitle')}
      summary={title}
      onClose={onClose}
      footer={
        <>
          <Button isDanger onPress={props.onRemove}>
            {t('corpus:removeCommand')}
          </Button>
          <span className={styles['spring']} />
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles['title']}>
        <DraftField
          label={t('attributes:title')}
          value={title}
          {...(isTitleRefused ? { hint: t('attributes:titleEmpty') } : {})}
          onCommit={(typed) => {
            const isKept = onTitle(typed);
            setTitleRefused(!isKept);
            return isKept;
          }}
        />
      </div>
      <div className={styles['attributes']}>{attributes}</div>
      <dl className={styles['facts']}>
        <dt>{t('corpus:detailsPath')}</dt>
        <dd>
          <bdi>{path}</bdi>
        </dd>
        <dt>{t('corpus:detailsWords')}</dt>
        <dd>{words}</dd>
        <dt>{t('corpus:detailsImported')}</dt>
        <dd>{imported}</dd>
      </dl>
      <div className={styles['encoding']} hidden={isOffice(path)}>
        <Select
          label={t('corpus:encoding')}
          value={encoding}
          options={offered.map((label) => ({ id: label, label: encodingName(label) }))}
          // Not while it is read again: the focus would be lost, and with it the keys of the dialog.
          isDisabled={hold !== null}
          describedBy={id}
          onChange={props.onEncoding}
        />
        <p id={id} className={styles['hint']}>
          {hintOf(props)}
        </p>
      </div>
      {props.isPage ? (
        <fieldset className={styles['part']} aria-describedby={id}>
          <legend>{t('corpus:textPart')}</legend>
          <Button isDisabled={hold !== null} onPress={() => props.onPart(false)}>
            {t('corpus:mainText')}
          </Button>
          <Button isDisabled={hold !== null} onPress={() => props.onPart(true)}>
            {t('corpus:wholePage')}
          </Button>
        </fieldset>
      ) : null}
      {props.earlier === null ? null : <Earlier {...props.earlier} />}
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </DialogFrame>
  );
}

function Earlier({ count, isCarrying, onCarry, onOpen }: NonNullable<DocumentDetailsProps['earlier']>) {
  const words = count === 0 ? t('corpus:earlierNone') : t('corpus:earlierCount', { count });
  return (
    <fieldset className={styles['part']}>
      <legend>{t('corpus:earlier')}</legend>
      <p className={styles['sentence']}>{isCarrying ? t('corpus:carrying') : words}</p>
      {count === 0 ? null : (
        <Button isDisabled={isCarrying} onPress={onCarry}>
          {t('corpus:carry')}
        </Button>
      )}
      <Button onPress={onOpen}>{t('corpus:openEarlier')}</Button>
    </fieldset>
  );
}

/** Files that say themselves how their characters are written. */
function isOffice(path: string): boolean {
  return /\.(?:docx|odt|rtf|pdf|epub|xlsx)$/i.test(path);
}

function hintOf({ hold, isReading, guess }: DocumentDetailsProps): string {
  if (isReading) return t('corpus:encodingReading');
  if (hold !== null) return t(`corpus:hold_${hold}`);
  if (guess === null) return t('corpus:encodingHint');
  return t('corpus:encodingGuessed', { percent: Math.round(guess * 100) });
}
