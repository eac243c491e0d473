import type { DocumentRowData } from './document-row';

/** What both ways of showing the rows need, all at once and only those in sight. */
export interface RowsProps {
  readonly rows: readonly DocumentRowData[];
  /** Index of the open document, -1 where it is not in the list. */
  readonly selectedAt: number;
  /** Index of the row the keyboard is on. */
  readonly markedAt: number;
  /** Whether a key has moved to it; else it is only where moving begins. */
  readonly isMarked: boolean;
  readonly isOneLine: boolean;
  /** Ids of the rows are this, a hyphen and the index. */
  readonly idBase: string;
  readonly scroller: HTMLElement;
}
