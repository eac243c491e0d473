import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { FilterField } from '../ui/filter-field';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import styles from './corpus-panel.module.css';
import { DocumentList, type DocumentListHandle } from './document-list';
import type { DocumentRowData } from './document-row';
import { filterDocuments } from './filter-documents';
import { type Importing, ImportProgress } from './import-progress';
import { OpenCorpusButton } from './open-corpus-button';

export interface CorpusPanelProps {
  /** All documents, in the order of the corpus. */
  readonly rows: readonly DocumentRowData[];
  /** The open document. */
  readonly selected: string | null;
  readonly progress: { readonly done: number; readonly total: number };
  /** An import under way. */
  readonly importing: Importing | null;
  /** One line: the open document, how far one is, previous, next, filter. The list drops down when asked for. */
  readonly folded?: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (kind: 'folder' | 'files') => void;
}

/** The documents of the project, and how far one is with them. */
export function CorpusPanel(props: CorpusPanelProps) {
  const { rows, selected, progress, importing, folded = false, onOpen } = props;
  const [filter, setFilter] = useState('');
  const [isDropped, setDropped] = useState(false);
  const list = useRef<DocumentListHandle>(null);
  const region = useRef<HTMLElement>(null);
  const found = useMemo(() => filterDocuments(rows, filter), [rows, filter]);
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
    if (folded) setFilter('');
  };
  const open = (id: string): void => {
    close();
    props.onSelect(id);
  };
  const step = (by: number): void => {
    const row = rows[at + by];
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
              isDisabled={at <= 0}
              onPress={() => step(-1)}
            >
              <ChevronUp size={14} aria-hidden />
            </Button>
            <Button
              variant="icon"
              label={t('corpus:next')}
              keys={keyLabel('nextDocument')}
              isDisabled={at < 0 || at >= rows.length - 1}
              onPress={() => step(1)}
            >
              <ChevronDown size={14} aria-hidden />
            </Button>
          </>
        )}
        {/* An empty corpus is opened from the reader's place: one button of that name at a time. */}
        {rows.length > 0 && <OpenCorpusButton isCompact={folded} onOpen={onOpen} />}
      </header>
      {importing !== null && <ImportProgress {...importing} />}
      {rows.length > 0 && (
        <FilterField
          label={t('corpus:filter')}
          value={filter}
          onChange={(value) => {
            setFilter(value);
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
      )}
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
          {rows.length === 0 ? t('corpus:none') : t('corpus:noMatch', { filter })}
        </p>
      )}
    </section>
  );
}
