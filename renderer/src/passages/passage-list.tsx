import { groupOfItem, headingItem, itemAt, itemOfRow } from '@core/query/listed-items';
import { extendTo, type RowSelection, takeRow, toggleRow } from '@core/query/row-selection';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
import { GroupHeading, headingWords } from './group-heading';
import { selectionByKey } from './list-keys';
import type { DeskState, PassageDesk, Run } from './passage-desk';
import styles from './passage-list.module.css';
import type { PassageNames } from './passage-names';
import { PassageRowView } from './passage-row-view';
import { usePassageRows } from './use-passage-rows';
import { type ReadTexts, useTexts } from './use-texts';

export interface PassageListHandle {
  readonly focus: () => void;
  /** Where the row in hand stands in the window, in pixels; null when it is out of sight. */
  readonly edges: () => { readonly top: number; readonly bottom: number; readonly left: number } | null;
}

export interface PassageListProps {
  readonly desk: PassageDesk;
  readonly run: Run;
  readonly state: DeskState;
  readonly names: PassageNames;
  readonly readTexts: ReadTexts;
  /** Whether single letters act. */
  readonly letters: boolean;
  readonly handle: Ref<PassageListHandle>;
  readonly onOpen: () => void;
  /** A key that moves nothing here. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/** Usual heights in pixels; each row is measured when it comes into the page. */
const heights = { heading: 36, row: 112 } as const;
/** Below this many rows all of them are in the page, so that every assistive tool sees the whole list. */
const windowedFrom = 200;

/** What was found: arrows move, with Shift they choose, Enter opens the place. */
export function PassageList(props: PassageListProps) {
  const { desk, run, state, names } = props;
  const { selection } = state;
  const { groups, rows: count } = run.found;
  const [list, setList] = useState<HTMLDivElement | null>(null);
  // Beside the state, which comes a moment later: the list takes the focus as soon as it is there.
  const element = useRef<HTMLDivElement | null>(null);
  const hold = useCallback((found: HTMLDivElement | null) => {
    element.current = found;
    setList(found);
  }, []);
  const id = useId();
  // As they were measured when another view was shown; read once.
  const [sizes] = useState(() => [...desk.place.sizes]);
  const isHeading = useMemo(() => {
    const marks = new Uint8Array(count + groups.length);
    for (const [at, { from }] of groups.entries()) marks[from + at] = 1;
    return marks;
  }, [groups, count]);
  const virtual = useVirtualRows({
    count: count + groups.length,
    getScrollElement: () => list,
    estimateSize: (item) => (isHeading[item] === 1 ? heights.heading : heights.row),
    initialOffset: desk.place.offset,
    initialMeasurementsCache: sizes,
    scrollPaddingStart: heights.heading,
    rangeExtractor: (range) => {
      if (count < windowedFrom) return Array.from({ length: range.count }, (_, item) => item);
      const top = headingItem(groups, groupOfItem(groups, range.startIndex));
      const inHand = selection.at < 0 ? [] : [itemOfRow(groups, selection.at)];
      return [...new Set([top, ...defaultRangeExtractor(range), ...inHand])].sort(
        (one, other) => one - other,
      );
    },
  });
  const shown = virtual
    .getVirtualItems()
    .map(({ index, start }) => ({ item: itemAt(groups, index), index, start }));
  const inSight = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const topGroup = groupOfItem(groups, inSight.startIndex);
  const rowAt = usePassageRows(
    desk,
    run.number,
    state.version,
    Math.max(0, inSight.startIndex - groups.length),
    count < windowedFrom ? count : inSight.endIndex,
  );
  const hashOf = (document_id: string): string => names.document(document_id)?.text_sha256 ?? '';
  const hashes = shown.flatMap(({ item }) => {
    const row = item.kind === 'row' ? rowAt(item.row) : undefined;
    return row === undefined ? [] : hashOf(row.document_id);
  });
  const textOf = useTexts(props.readTexts, [...new Set(hashes)]);

  useLayoutEffect(() => {
    if (list === null) return;
    const onScroll = (): void => {
      desk.place.offset = list.scrollTop;
    };
    list.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      list.removeEventListener('scroll', onScroll);
      // Those of a list that a newer one takes the place of are of no use.
      if (desk.state.getSnapshot().run === run) desk.place.sizes = virtual.measurementsCache;
    };
  }, [desk, run, list, virtual]);

  const select = (next: RowSelection): void => {
    desk.select(next);
    if (next.at >= 0) virtual.scrollToIndex(itemOfRow(groups, next.at), { align: 'auto' });
  };
  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => element.current?.focus({ preventScroll: true }),
      edges: () => {
        const row = element.current?.querySelector(`[data-row="${selection.at}"]`)?.getBoundingClientRect();
        return row === undefined ? null : { top: row.top, bottom: row.bottom, left: row.left + 20 };
      },
    }),
    [selection.at],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((list?.clientHeight ?? 0) / heights.row));
    const next = selectionByKey(event.nativeEvent, selection, { rows: count, page, letters: props.letters });
    if (next !== null) select(next);
    else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) props.onOpen();
    else {
      props.onKey(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (row === null) return;
    const at = Number(row.dataset['row']);
    const isToggle = event.ctrlKey || event.metaKey;
    desk.select(event.shiftKey ? extendTo(selection, at) : isToggle ? toggleRow(selection, at) : takeRow(at));
  };

  return (
    <div
      ref={hold}
      role="listbox"
      aria-label={t('passages:found')}
      aria-multiselectable="true"
      aria-activedescendant={selection.at < 0 ? undefined : `${id}-${selection.at}`}
      tabIndex={0}
      className={styles['list']}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={props.onOpen}
      onMouseDown={(event) => {
        // A click with Shift chooses rows, not words.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      <div role="presentation" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ item, index, start }) => {
          const group = groups[item.group];
          if (group === undefined) return null;
          if (item.kind === 'heading') {
            const isTop = item.group === topGroup;
            return (
              // Each row says what it is listed under; a heading is no row.
              <div
                key={`heading ${item.group}`}
                data-index={index}
                aria-hidden="true"
                className={styles['heading']}
                data-top={isTop ? '' : undefined}
                style={isTop ? {} : { transform: `translateY(${start}px)` }}
              >
                <GroupHeading run={run} names={names} group={group} />
              </div>
            );
          }
          const row = rowAt(item.row);
          const isChosen =
            selection.chosen.size === 0 ? item.row === selection.at : selection.chosen.has(item.row);
          return (
            <div
              key={`row ${item.row}`}
              ref={virtual.measureElement}
              id={`${id}-${item.row}`}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen}
              aria-setsize={count}
              aria-posinset={item.row + 1}
              className={styles['row']}
              data-index={index}
              data-row={item.row}
              data-in-hand={item.row === selection.at ? '' : undefined}
              data-chosen={isChosen ? '' : undefined}
              data-left={row?.left ?? undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row === undefined ? (
                <span className={styles['waiting']} />
              ) : (
                <PassageRowView
                  row={row}
                  names={names}
                  text={textOf(hashOf(row.document_id))}
                  under={headingWords(run, names, group.key)}
                  isUnderDocument={run.grouping.by === 'document'}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
