import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { formatCount, t } from '../ui/strings';
import styles from './questions.module.css';

export interface SplitDocument {
  readonly title: string;
  /** A date as a person reads it; '' where none was found. */
  readonly date: string;
  readonly source: string;
  readonly words: number;
}

export interface SplitQuestionProps {
  readonly path: string;
  readonly documents: readonly SplitDocument[];
  /** How it was split, and what goes into no document, in sentences. */
  readonly notes: readonly string[];
  readonly onTake: () => void;
  readonly onLeaveOut: () => void;
}

/** Rows that are shown; of more the number is told. */
const mostShown = 500;

/** Dialog "Several documents": what a download is split into and what is left out of it, before it comes in. */
export function SplitQuestion({ path, documents, notes, onTake, onLeaveOut }: SplitQuestionProps) {
  const more = documents.length - mostShown;
  return (
    <DialogFrame
      title={t('imports:splitTitle')}
      summary={path}
      width="wide"
      contentLabel={t('imports:splitContent')}
      onClose={onLeaveOut}
      footer={
        <>
          <Button onPress={onLeaveOut}>{t('imports:leaveOut')}</Button>
          <Button variant="primary" autoFocus onPress={onTake}>
            {t('imports:takeDocuments', { count: documents.length })}
          </Button>
        </>
      }
    >
      <ul className={styles['notes']} aria-label={t('imports:splitNotes')}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <table className={styles['table']} aria-label={t('imports:splitDocuments')}>
        <thead>
          <tr>
            <th scope="col">{t('imports:columnTitle')}</th>
            <th scope="col">{t('imports:columnSource')}</th>
            <th scope="col">{t('imports:columnDate')}</th>
            <th scope="col" className={styles['number']}>
              {t('imports:columnWords')}
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.slice(0, mostShown).map(({ title, source, date, words }, at) => (
            <tr key={keyOf(title, at)}>
              <td>
                <bdi>{title}</bdi>
              </td>
              <td>
                <bdi>{source}</bdi>
              </td>
              <td className={styles['date']}>{date}</td>
              <td className={styles['number']}>{formatCount(words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className={styles['hint']}>{t('imports:moreDocuments', { count: more })}</p> : null}
    </DialogFrame>
  );
}

/** Titles may come twice, and the list never changes while it is shown. */
const keyOf = (title: string, at: number): string => `${at} ${title}`;
