import { groupOfItem, headingItem, itemAt, itemOfRow } from '@core/query/listed-items';
import { extendTo, type RowSelection } from '@core/query/row-selection';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../ui/strings';
import { useVirtualRows } from '../ui/use-virtual-rows';
import styles from './hit-grid.module.css';
import { HitHeading } from './hit-heading';
import { HitRowView } from './hit-row-view';
import { goTo, moved, tickRow } from './row-moves';
import type { SearchDesk } from './search-desk';
import type { HitNames } from './search-names';
import type { FoundHits, SearchState } from './search-state';
import { useHitRows } from './use-hit-rows';

export interface HitGridHandle {
  readonly focus: () => void;
  /** Where the row in hand stands in the window, in pixels; null when it is out of sight. */
  readonly edges: () => { readonly top: number; readonly bottom: number; readonly left: number } | null;
}

export interface HitGridProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
  readonly present: FoundHits;
  readonly names: HitNames;
  readonly handle: Ref<HitGridHandle>;
  readonly onOpen: () => void;
  /** A key that moves nothing here. */
  readonly onKey: (event: KeyboardEvent) => void;
}

/**
 * Pixels; every row is as high as the next, so that a hundred thousand scroll like a hundred. What is like a passage
 * takes three lines.
 */
const rowHeights = { hit: 30, like: 68 } as const;
const headingHeight = 30;

/** Hits as a concordance, aligned on the hit: arrows move, Space and Shift choose, Enter opens the place. */
export function HitGrid(props: HitGridProps) {
  const { desk, state, present, names } = props;
  const { selection, version } = state;
  const { groups, rows: count } = present.found;
  const isGrouped = groups.length > 0;
  const isLike = present.like !== null;
  const rowHeight = isLike ? rowHeights.like : rowHeights.hit;
  const id = useId();
  const [grid, setGrid] = useState<HTMLTableElement | null>(null);
  const element = useRef<HTMLTableElement | null>(null);
  const hold = useCallback((found: HTMLTableElement | null) => {
    element.current = found;
    setGrid(found);
  }, []);
  const itemOf = (row: number): number => (isGrouped ? itemOfRow(groups, row) : row);
  const virtual = useVirtualRows({
    count: count + groups.length,
    getScrollElement: () => grid,
    estimateSize: (item) =>
      isGrouped && itemAt(groups, item).kind === 'heading' ? headingHeight : rowHeight,
    initialOffset: desk.place.offset,
    scrollPaddingStart: isGrouped ? headingHeight : 0,
    rangeExtractor: (range) => {
      const top = isGrouped ? [headingItem(groups, groupOfItem(groups, range.startIndex))] : [];
      const inHand = selection.at < 0 ? [] : [itemOf(selection.at)];
      const all = [...top, ...defaultRangeExtractor(range), ...inHand];
      return [...new Set(all)].sort((one, other) => one - other);
    },
  });
  const inSight = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const topGroup = isGrouped ? groupOfItem(groups, inSight.startIndex) : -1;
  const { sort, grouping } = present.listing;
  const by = grouping.by === 'attribute' ? grouping.attribute_id : grouping.by;
  const rowAt = useHitRows(
    desk,
    {
      ...{ number: present.number, version, first: present.found.first },
      name: `${present.number} ${sort} ${by}`,
    },
    Math.max(0, inSight.startIndex - groups.length),
    inSight.endIndex,
    count,
  );

  useLayoutEffect(() => {
    if (grid === null) return;
    const onScroll = (): void => {
      desk.place.offset = grid.scrollTop;
    };
    grid.addEventListener('scroll', onScroll, { passive: true });
    return () => grid.removeEventListener('scroll', onScroll);
  }, [desk, grid]);

  useImperativeHandle(
    props.handle,
    () => ({
      focus: () => element.current?.focus({ preventScroll: true }),
      edges: () => {
        const row = element.current?.querySelector(`[data-row="${selection.at}"]`)?.getBoundingClientRect();
        if (row === undefined) return null;
        return { top: row.top, bottom: row.bottom, left: row.left + row.width / 3 };
      },
    }),
    [selection.at],
  );

  const select = (next: RowSelection): void => {
    desk.select(next);
    if (next.at >= 0) virtual.scrollToIndex(itemOf(next.at), { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((grid?.clientHeight ?? 0) / rowHeight) - 1);
    const next = moved(event, selection, count, page);
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
    const isBox = event.target instanceof Element && event.target.closest('[data-box]') !== null;
    const isToggle = isBox || event.ctrlKey || event.metaKey;
    desk.select(
      event.shiftKey ? extendTo(selection, at) : isToggle ? tickRow(selection, at) : goTo(selection, at),
    );
  };

  // A table may be a grid (ARIA in HTML): its rows are chosen, and one of them is in hand.
  const asGrid = {
    role: 'grid',
    tabIndex: 0,
    'aria-multiselectable': true,
    'aria-activedescendant': selection.at < 0 ? undefined : `${id}-${selection.at}`,
  } as const;
  return (
    <table
      ref={hold}
      {...asGrid}
      aria-label={t('search:found')}
      aria-rowcount={count}
      aria-colcount={4}
      className={styles['grid']}
      data-like={isLike ? '' : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={props.onOpen}
      onMouseDown={(event) => {
        // A click with Shift chooses rows, not words.
        if (event.shiftKey) event.preventDefault();
      }}
    >
      <tbody className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = isGrouped ? itemAt(groups, index) : { kind: 'row' as const, row: index, group: -1 };
          if (item.kind === 'heading') {
            const isTop = item.group === topGroup;
            const group = groups[item.group];
            return (
              // What the rows below have in common. No row that counts: no number, never chosen.
              <tr
                key={`heading ${item.group}`}
                className={styles['heading']}
                data-top={isTop ? '' : undefined}
                style={isTop ? {} : { transform: `translateY(${start}px)` }}
              >
                <td className={styles['headed']}>
                  {group === undefined ? null : <HitHeading {...{ group, names, present }} />}
                </td>
              </tr>
            );
          }
          const row = rowAt(item.row);
          const isChosen =
            selection.chosen.size === 0 ? item.row === selection.at : selection.chosen.has(item.row);
          return (
            <tr
              key={`row ${item.row}`}
              id={`${id}-${item.row}`}
              tabIndex={-1}
              aria-rowindex={item.row + 1}
              aria-selected={isChosen}
              className={styles['row']}
              data-row={item.row}
              data-in-hand={item.row === selection.at ? '' : undefined}
              data-chosen={isChosen ? '' : undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row === undefined ? (
                <td className={styles['waiting']} />
              ) : (
                <HitRowView row={row} names={names} isTicked={selection.chosen.has(item.row)} />
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
