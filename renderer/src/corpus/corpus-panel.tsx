import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { FilterField } from '../ui/filter-field';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import { type CorpusFilter, countStates, type FilterChoices, filterChips } from './corpus-filter';
import styles from './corpus-panel.module.css';
import { DocumentList, type DocumentListHandle } from './document-list';
import type { DocumentRowData } from './document-row';
import { FilterChips } from './filter-chips';
import { FilterSheet } from './filter-sheet';
import { OpenCorpusButton } from './open-corpus-button';

export interface CorpusPanelProps {
  /** All documents, in the order of the corpus. */
  readonly rows: readonly DocumentRowData[];
  /** Those that the filter leaves, in the same order. */
  readonly found: readonly DocumentRowData[];
  readonly filter: CorpusFilter;
  readonly choices: FilterChoices;
  /** In how many documents a code stands, itself or one below it. */
  readonly documentsOf: (codeId: string) => number;
  readonly onFilter: (filter: CorpusFilter) => void;
  /** The open document. */
  readonly selected: string | null;
  readonly progress: { readonly done: number; readonly total: number };
  /** How far an import is, where one is under way: it says so anew many times while all else stays. */
  readonly importing: ReactNode;
  /** One line: the open document, how far one is, previous, next, filter. The list drops down when asked for. */
  readonly folded?: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (kind: 'folder' | 'files') => void;
  /** Compares the files with what was imported. */
  readonly onCheck: () => void;
}

/** The documents of the project, and how far one is with them. */
export const CorpusPanel = memo(function CorpusPanel(props: CorpusPanelProps) {
  const { rows, found, filter, choices, selected, progress, importing, folded = false, onOpen } = props;
  const { onFilter } = props;
  const [isDropped, setDropped] = useState(false);
  const list = useRef<DocumentListHandle>(null);
  const region = useRef<HTMLElement>(null);
  const chips = useMemo(() => filterChips(filter, choices), [filter, choices]);
  const counts = useMemo(() => countStates(rows), [rows]);
  const at = rows.findIndex(({ id }) => id === selected);
  const isListOpen = !folded || isDropped;

  const isOverlaid = folded && isDropped;
  useLayoutEffect(() => {
    const section = region.current;
    if (section === null || !isOverlaid) return;
    // Fixed to the window, so that no panel round it clips the list.
    const { left, bottom, width } = section.getBoundingClientRect();
    section.style.setProperty('--drop-top', `${bottom}px`);
    section.style.setProperty('--drop-left', `${left}px`);
    section.style.setProperty('--drop-width', `${width}px`);
  }, [isOverlaid]);

  /** Folded, the filter would stand over the line that tells which document is open. */
  const close = (): void => {
    setDropped(false);
    if (folded && filter.words !== '') onFilter({ ...filter, words: '' });
  };
  const open = (id: string): void => {
    close();
    props.onSelect(id);
  };
  // From the place the open document has in the corpus, to the next one that is listed.
  const beside = (by: 1 | -1): DocumentRowData | undefined => {
    if (at < 0) return undefined;
    if (found === rows) return rows[at + by];
    const listed = new Set(found);
    return by === 1
      ? rows.slice(at + 1).find((row) => listed.has(row))
      : rows.slice(0, at).findLast((row) => listed.has(row));
  };
  const step = (by: 1 | -1): void => {
    const row = beside(by);
    if (row !== undefined) open(row.id);
  };

  return (
    <section
      ref={region}
      aria-label={t('corpus:region')}
      className={styles['panel']}
      data-folded={folded ? '' : undefined}
      data-dropped={isOverlaid ? '' : undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <header className={styles['header']}>
        <div className={styles['words']}>
          {isListOpen && <h2 className={styles['title']}>{t('corpus:region')}</h2>}
          {rows.length > 0 && (
            <span className={styles['progress']}>
              {t(folded ? 'corpus:progressShort' : 'corpus:progress', progress)}
            </span>
          )}
        </div>
        {folded && (
          <>
            <Button
              variant="icon"
              label={t('corpus:previous')}
              keys={keyLabel('previousDocument')}
              isDisabled={beside(-1) === undefined}
              onPress={() => step(-1)}
            >
              <ChevronUp size={14} aria-hidden />
            </Button>
            <Button
              variant="icon"
              label={t('corpus:next')}
              keys={keyLabel('nextDocument')}
              isDisabled={beside(1) === undefined}
              onPress={() => step(1)}
            >
              <ChevronDown size={14} aria-hidden />
            </Button>
          </>
        )}
        {/* An empty corpus is opened from the reader's place: one button of that name at a time. */}
        {rows.length > 0 && <OpenCorpusButton isCompact={folded} onOpen={onOpen} onCheck={props.onCheck} />}
      </header>
      {importing}
      {rows.length > 0 && (
        <div className={styles['filter']}>
          <FilterField
            label={t('corpus:filter')}
            value={filter.words}
            onChange={(words) => {
              onFilter({ ...filter, words });
              setDropped(true);
            }}
            onDown={() => {
              setDropped(true);
              list.current?.focus();
            }}
            onEnter={() => {
              const [first] = found;
              if (first !== undefined) open(first.id);
            }}
          />
          <FilterSheet
            filter={filter}
            choices={choices}
            counts={counts}
            documentsOf={props.documentsOf}
            onFilter={onFilter}
          />
        </div>
      )}
      {isListOpen && chips.length > 0 && <FilterChips chips={chips} onFilter={onFilter} />}
      <DocumentList
        handle={list}
        rows={isListOpen ? found : rows}
        selected={selected}
        isOneLine={!isListOpen}
        onSelect={open}
        onDrop={() => setDropped(true)}
        onLeave={close}
      />
      {found.length === 0 && isListOpen && (
        <p className={styles['empty']}>
          {rows.length === 0
            ? t('corpus:none')
            : chips.length > 0
              ? t('corpus:noneLeft')
              : t('corpus:noMatch', { filter: filter.words })}
        </p>
      )}
    </section>
  );
});
