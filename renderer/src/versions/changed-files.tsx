import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { t } from '../ui/strings';
import styles from './changed-files.module.css';
import { type ShownDiff, VersionDiff } from './version-diff';

/** A text that reads otherwise than when it was imported. */
export interface ChangedFileItem {
  /** Of the document that is here. */
  readonly id: string;
  readonly title: string;
  /** What the file calls it now, where that is something else. */
  readonly newTitle: string | null;
  readonly path: string;
  /** Passages that are marked in it. */
  readonly passages: number;
  readonly isTicked: boolean;
}

export interface ChangedFilesProps {
  /** How far the look at the files is; null when it is over. */
  readonly looking: { readonly done: number; readonly total: number } | null;
  readonly items: readonly ChangedFileItem[];
  /** What became of all files, in numbers. */
  readonly summary: string;
  /** The one whose changes are shown. */
  readonly shown: { readonly id: string; readonly diff: ShownDiff } | null;
  /** What else there is to say, in sentences. */
  readonly notes: readonly string[];
  readonly isTaking: boolean;
  readonly problem: string | null;
  readonly onTick: (id: string, isTicked: boolean) => void;
  readonly onShow: (id: string) => void;
  readonly onChooseFolder: () => void;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** Dialog "Changes in the files": what has changed since it was imported, to be taken in all or one by one. */
export function ChangedFiles(props: ChangedFilesProps) {
  const { looking, items, summary, shown, notes, isTaking, problem, onClose } = props;
  const ticked = items.filter(({ isTicked }) => isTicked).length;
  const shownItem = items.find(({ id }) => id === shown?.id);
  return (
    <DialogFrame
      title={t('versions:title')}
      summary={summary}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={looking !== null || isTaking} onPress={props.onChooseFolder}>
            {t('versions:chooseFolder')}
          </Button>
          <span className={styles['spring']} />
          <Button onPress={onClose}>{t('common:close')}</Button>
          {items.length === 0 ? null : (
            <Button variant="primary" isDisabled={ticked === 0 || isTaking} onPress={props.onTake}>
              {takeWords(ticked, isTaking)}
            </Button>
          )}
        </>
      }
    >
      {looking === null || looking.total === 0 ? null : (
        <progress
          className={styles['progress']}
          aria-label={t('versions:progress')}
          max={looking.total}
          value={looking.done}
        />
      )}
      {items.length === 0 ? null : (
        <>
          <p className={styles['hint']}>{t('versions:hint')}</p>
          <ul className={styles['list']} aria-label={t('versions:list')}>
            {items.map((item) => (
              <Row key={item.id} item={item} isShown={item.id === shown?.id} {...props} />
            ))}
          </ul>
        </>
      )}
      {shown === null || shownItem === undefined ? null : (
        <div className={styles['wide']}>
          <VersionDiff title={shownItem.title} newTitle={shownItem.newTitle} diff={shown.diff} />
        </div>
      )}
      {notes.length === 0 ? null : (
        <ul className={styles['notes']} aria-label={t('versions:notes')}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </DialogFrame>
  );
}

function takeWords(count: number, isTaking: boolean): string {
  if (isTaking) return t('versions:taking');
  return count === 0 ? t('versions:takeNone') : t('versions:take', { count });
}

function Row({
  item,
  isShown,
  isTaking,
  onTick,
  onShow,
}: Pick<ChangedFilesProps, 'isTaking' | 'onTick' | 'onShow'> & {
  readonly item: ChangedFileItem;
  readonly isShown: boolean;
}) {
  const { id, title, path, passages, isTicked } = item;
  return (
    <li className={styles['row']} data-shown={isShown ? '' : undefined}>
      <input
        type="checkbox"
        aria-label={t('versions:tick', { title })}
        checked={isTicked}
        disabled={isTaking}
        onChange={(event) => onTick(id, event.target.checked)}
      />
      <AriaButton className={styles['name'] ?? ''} aria-expanded={isShown} onPress={() => onShow(id)}>
        <bdi className={styles['title']}>{title}</bdi>
        <span className={styles['facts']}>
          {[path, ...(passages === 0 ? [] : [t('corpus:coded', { count: passages })])].join(' · ')}
        </span>
      </AriaButton>
    </li>
  );
}
