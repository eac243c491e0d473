import { memo, type Ref } from 'react';
import styles from './document-list.module.css';
import { DocumentRow, type DocumentRowData } from './document-row';

export interface OptionProps {
  readonly row: DocumentRowData;
  readonly at: number;
  readonly id: string;
  readonly isSelected: boolean;
  /** The row the keyboard is on. */
  readonly isMarked: boolean;
  readonly isOneLine: boolean;
  /** Number of all rows, told where not all are in the page. */
  readonly size?: number;
  /** Distance from the top in pixels, where not all are in the page. */
  readonly top?: number;
  readonly rowRef?: Ref<HTMLDivElement>;
}

/** One document in the list. Keys go to the list, which names this row as its active one. */
export const Option = memo(function Option(props: OptionProps) {
  const { row, at, size, top } = props;
  return (
    <div
      ref={props.rowRef}
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.isSelected}
      aria-posinset={size === undefined ? undefined : at + 1}
      aria-setsize={size}
      data-at={at}
      data-index={at}
      data-marked={props.isMarked ? '' : undefined}
      data-state={row.states[0]}
      className={styles['option']}
      style={
        top === undefined
          ? undefined
          : { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${top}px)` }
      }
    >
      <DocumentRow row={row} isOneLine={props.isOneLine} />
    </div>
  );
}, isSame);

/** The rows are made anew with every coding: one that tells the same is not drawn again. */
function isSame(before: OptionProps, after: OptionProps): boolean {
  const { row: was, ...rest } = before;
  const { row: is, ...now } = after;
  return isShallowEqual(was, is) && isShallowEqual(rest, now);
}

function isShallowEqual(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return before.length === after.size && before.every(([key, value]) => Object.is(value, after.get(key)));
}
