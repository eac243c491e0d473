import type { MemoContent } from '@core/memo/memo-content';
import type { MemoEntry } from '@core/memo/memo-entries';
import type { Id } from '@core/model/identity';
import { type ReactNode, useState } from 'react';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import { MemoList } from './memo-list';
import type { MemoPlaces } from './memo-places';
import { firstLook, type MemosLook, memoKey } from './memos-look';
import { MemosTools } from './memos-tools';
import styles from './memos-view.module.css';
import { useSteadyEntries } from './use-steady-entries';

export interface MemosViewProps {
  readonly state: 'reading' | 'read' | 'failed';
  /** Why the memos could not be read. */
  readonly problem: string | null;
  /** Those the filter lets through, in the order asked for. */
  readonly entries: readonly MemoEntry[];
  /** How many there are without the filter. */
  readonly count: number;
  readonly look: MemosLook;
  readonly onLook: (look: MemosLook) => void;
  /** Who wrote any of the memos; by name. */
  readonly coderNames: ReadonlyMap<Id, string>;
  /** Whose memos can be written here. */
  readonly coder_id: Id;
  readonly projectMemo: ReactNode;
  readonly places: MemoPlaces;
  readonly onOpen: (entry: MemoEntry) => void;
  readonly onChange: (entry: MemoEntry, content: MemoContent) => void;
  /** The writing has ended; resolves once all of it is stored. */
  readonly onRest: () => Promise<void>;
  /** Back to the text. */
  readonly onClose: () => void;
}

/** Region "Memos": the project's own memo, then all others, to be found, read, written in and followed. */
export function MemosView(props: MemosViewProps) {
  const { state, problem, count, look, onLook, coderNames } = props;
  const { entries, edited, edit, rest } = useSteadyEntries(props.entries);
  const [token, setToken] = useState<object>({});
  const isFiltered = look.words !== '' || look.kind !== null || look.coder_id !== null;
  const showAll = (): void => onLook({ ...firstLook, order: look.order, at: look.at });

  return (
    <section
      data-memos
      tabIndex={-1}
      aria-label={t('memos:region')}
      className={styles['view']}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <header className={styles['header']}>
        <div className={styles['head']}>
          <div className={styles['line']}>
            <h2 className={styles['title']}>{t('memos:region')}</h2>
            <output className={styles['count']}>
              {state === 'read' && count > 0
                ? isFiltered
                  ? t('memos:found', { found: entries.length, count })
                  : t('memos:count', { count })
                : ''}
            </output>
          </div>
          <div className={styles['project']}>{props.projectMemo}</div>
          {count > 0 && <MemosTools look={look} onLook={onLook} coderNames={coderNames} />}
        </div>
      </header>
      {entries.length > 0 ? (
        <MemoList
          // Another order begins at its top.
          key={look.order}
          entries={entries}
          coderNames={coderNames}
          coder_id={props.coder_id}
          edited={edited === null ? null : { key: edited, token }}
          at={look.at}
          onAt={(at) => onLook({ ...look, at })}
          places={props.places}
          onOpen={(entry) => {
            onLook({ ...look, at: memoKey(entry.memo) });
            props.onOpen(entry);
          }}
          onEdit={(entry) => {
            onLook({ ...look, at: memoKey(entry.memo) });
            setToken({});
            edit(entry);
          }}
          onChange={props.onChange}
          onRest={({ memo }) => {
            // Not before the last words are stored, lest a memo that was emptied be gone for a moment.
            void props.onRest().then(() => rest(memoKey(memo)));
          }}
        />
      ) : (
        <div className={styles['rest']}>
          <div className={styles['empty']}>
            {state === 'failed' ? (
              <Alert>{t('memos:failed', { reason: problem ?? '' })}</Alert>
            ) : state === 'reading' ? (
              <p>{t('memos:reading')}</p>
            ) : count > 0 ? (
              <>
                <p>{t('memos:noMatch')}</p>
                <Button onPress={showAll}>{t('memos:showAll')}</Button>
              </>
            ) : (
              <>
                <p>{t('memos:none')}</p>
                <Button onPress={props.onClose}>{t('memos:toText')}</Button>
              </>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

/** Puts the keyboard on the list of memos, or on the view where there is no list. */
export function focusMemos(): void {
  const view = document.querySelector('[data-memos]');
  const row = view?.querySelector('[data-index] button[tabindex="0"]') ?? view;
  if (row instanceof HTMLElement) row.focus();
}
