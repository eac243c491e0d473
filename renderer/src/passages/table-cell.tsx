import { hueOf } from '@core/codebook/hues';
import type { KeyboardEvent } from 'react';
import styles from './codes-by-document.module.css';

export interface TableCellContent {
  readonly words: string;
  /** What it counts, beginning with the words. */
  readonly label: string;
  /** 0 to 1: how much of the largest count, which shows as the strength of the code's colour. */
  readonly share?: number;
  readonly hue?: string;
  readonly onPress: () => void;
}

interface TableCellProps extends TableCellContent {
  readonly row: number;
  readonly column: number;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Percent of the code's colour behind the largest count: what stands on it stays readable. */
const strongest = 24;
const weakest = 5;

/** One count, which opens its passages. */
export function TableCell(props: TableCellProps) {
  const { row, column, words, label, share = 0, hue = '' } = props;
  const tint = share <= 0 ? 0 : Math.round(weakest + share * (strongest - weakest));
  return (
    <td
      className={column < 0 ? styles['total'] : styles['cell']}
      aria-colindex={column + 3}
      style={
        tint === 0
          ? {}
          : { background: `color-mix(in srgb, var(--hue-${hueOf(hue)}) ${tint}%, var(--ground))` }
      }
    >
      <button
        type="button"
        className={styles['count']}
        data-cell={`${row} ${column}`}
        data-faint={words === '0' || words === '–' ? '' : undefined}
        aria-label={label}
        tabIndex={props.isTabStop ? 0 : -1}
        onFocus={props.onFocus}
        onClick={props.onPress}
        onKeyDown={props.onKeyDown}
      >
        {words}
      </button>
    </td>
  );
}
