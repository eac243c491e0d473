import type { CodeTable } from '@core/query/code-table';
import { windowItems } from '@core/query/window-items';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { t } from '../ui/strings';
import { CodeHeading } from './code-heading';
import styles from './codes-by-document.module.css';
import type { DeskState, PassageDesk } from './passage-desk';
import type { PassageNames } from './passage-names';
import { RowHeading } from './row-heading';
import { TableCell } from './table-cell';
import { type DistinctByCode, tableContents } from './table-contents';
import { placeByKey, scrolledTo, type TablePlace } from './table-place';
import { useWindowOf } from './use-window-of';

interface CodesByDocumentProps {
  readonly desk: PassageDesk;
  readonly state: DeskState;
  readonly names: PassageNames;
  /** Distinct passages by code; null where they are not known. */
  readonly distinct: DistinctByCode | null;
}

/** Pixels. The first column has what the others leave, within `least` and `most`. */
const sizes = { row: 32, column: 48, total: 64, head: 184, least: 240, most: 440 } as const;

/** Counts of passages, a row for each document or value and a column for each code; every cell opens its passages. */
export function CodesByDocument({ desk, state, names, distinct }: CodesByDocumentProps) {
  const { counts } = state;
  if (counts === null) return <div className={styles['empty']} />;
  if (counts.columns.length === 0) return <p className={styles['empty']}>{t('passages:tableEmpty')}</p>;
  return (
    <>
      <Counts desk={desk} state={state} names={names} distinct={distinct} table={counts} />
      <p className={styles['legend']}>{t('passages:legend')}</p>
    </>
  );
}

function Counts(props: CodesByDocumentProps & { readonly table: CodeTable }) {
  const { desk, state, names, distinct, table } = props;
  const { query, table: options } = state;
  const footRows = distinct === null ? 2 : 3;
  const { rows, columns } = table;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [at, setAt] = useState<TablePlace>({ row: 0, column: -1 });
  const focusWanted = useRef(false);
  const last = { row: rows.length - 1 + footRows, column: columns.length - 1 };
  const held = { row: Math.min(at.row, last.row), column: Math.min(at.column, last.column) };
  const { title, ...inSight } = useWindowOf(scroller, {
    rows: rows.length,
    columns: columns.length,
    ...sizes,
  });
  const contents = useMemo(
    () => tableContents(table, names, { query, options }, distinct, desk.openCell),
    [table, names, query, options, distinct, desk],
  );

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const cell = scroller?.querySelector<HTMLElement>(`[data-cell="${held.row} ${held.column}"]`);
    cell?.focus({ preventScroll: true });
  });

  const goTo = ({ row, column }: TablePlace): void => {
    if (scroller !== null) {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = scroller;
      const height = clientHeight - sizes.head - footRows * sizes.row;
      const width = clientWidth - title - sizes.total;
      const top = row * sizes.row;
      const left = column * sizes.column;
      scroller.scrollTo({
        top: row < rows.length ? scrolledTo(scrollTop, height, top, top + sizes.row) : scrollTop,
        left: column >= 0 ? scrolledTo(scrollLeft, width, left, left + sizes.column) : scrollLeft,
      });
    }
    focusWanted.current = true;
    setAt({ row, column });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const room = (scroller?.clientHeight ?? 0) - sizes.head - footRows * sizes.row;
    const to = placeByKey(event.nativeEvent, held, last, Math.max(1, Math.floor(room / sizes.row)));
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(to);
  };

  const shownColumns = windowItems(columns.length, inSight.columns, held.column);
  const shownRows = windowItems(rows.length, inSight.rows, held.row);
  const cell = (row: number, column: number): ReactNode => (
    <TableCell
      key={column}
      {...contents.cell(row, column)}
      {...{ row, column, onKeyDown }}
      isTabStop={held.row === row && held.column === column}
      onFocus={() => setAt({ row, column })}
    />
  );
  const line = (row: number, heading: ReactNode): ReactNode => (
    <tr key={row} aria-rowindex={row + 2} style={{ height: sizes.row }}>
      <th scope="row" aria-colindex={1} className={styles['rowHead']}>
        {heading}
      </th>
      {cell(row, -1)}
      {shownColumns.map((item) =>
        item.kind === 'item' ? cell(row, item.at) : <td key={`gap ${item.from}`} aria-hidden="true" />,
      )}
    </tr>
  );
  const sticky = { left: title };

  return (
    <div ref={setScroller} className={styles['scroller']}>
      <table
        className={styles['table']}
        aria-label={t('passages:table')}
        aria-rowcount={rows.length + 1 + footRows}
        aria-colcount={columns.length + 2}
        style={
          { width: title + sizes.total + columns.length * sizes.column, '--title': `${title}px` } as object
        }
      >
        <colgroup>
          <col style={{ width: title }} />
          <col style={{ width: sizes.total }} />
          {shownColumns.map((item) =>
            item.kind === 'item' ? (
              <col key={item.at} style={{ width: sizes.column }} />
            ) : (
              <col key={`gap ${item.from}`} style={{ width: item.size * sizes.column }} />
            ),
          )}
        </colgroup>
        <thead>
          <tr aria-rowindex={1} style={{ height: sizes.head }}>
            <th scope="col" aria-colindex={1} className={`${styles['corner']} ${styles['head']}`}>
              {t('passages:tableCount', { count: table.total })}
            </th>
            <th
              scope="col"
              aria-colindex={2}
              className={`${styles['corner']} ${styles['head']}`}
              data-total
              style={sticky}
            >
              {t('passages:total')}
            </th>
            {shownColumns.map((item) =>
              item.kind === 'item' ? (
                <th key={item.at} scope="col" aria-colindex={item.at + 3} className={styles['head']}>
                  <CodeHeading id={columns[item.at] ?? ''} names={names} />
                </th>
              ) : (
                <td key={`gap ${item.from}`} aria-hidden="true" className={styles['head']} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shownRows.map((item) =>
            item.kind === 'item' ? (
              line(
                item.at,
                <RowHeading
                  words={contents.rowWords(item.at)}
                  documents={table.documents[item.at] ?? 0}
                  done={table.done[item.at] ?? 0}
                  isDocument={options.rows.by === 'document'}
                />,
              )
            ) : (
              <tr key={`gap ${item.from}`} style={{ height: item.size * sizes.row }} />
            ),
          )}
        </tbody>
        <tfoot>
          {contents.foot.map((foot, at) =>
            line(rows.length + at, <span className={styles['title']}>{t(`passages:${foot}`)}</span>),
          )}
        </tfoot>
      </table>
    </div>
  );
}
