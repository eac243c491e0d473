import type { CSSProperties, Ref } from 'react';
import styles from './document-list.module.css';
import { DocumentRow } from './document-row';
import type { RowsProps } from './rows-props';

export interface OptionProps {
  readonly shared: RowsProps;
  readonly at: number;
  /** Told where the row is one of many that are not in the page. */
  readonly size?: number;
  readonly style?: CSSProperties;
  readonly rowRef?: Ref<HTMLDivElement>;
}

/** One document in the list. Keys go to the list, which names this row as its active one. */
export function Option({ shared, at, size, style, rowRef }: OptionProps) {
  const row = shared.rows[at];
  if (row === undefined) return null;
  return (
    <div
      ref={rowRef}
      id={`${shared.idBase}-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={at === shared.selectedAt}
      aria-posinset={size === undefined ? undefined : at + 1}
      aria-setsize={size}
      data-at={at}
      data-index={at}
      data-marked={at === shared.markedAt ? '' : undefined}
      data-state={row.state}
      className={styles['option']}
      style={style}
    >
      <DocumentRow row={row} isOneLine={shared.isOneLine} />
    </div>
  );
}
