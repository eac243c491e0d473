import type { HitRow } from '@core/search/hit-row';
import { useEffect, useState } from 'react';
import type { SearchDesk } from './search-desk';

/** Rows asked for at a time, so that scrolling asks seldom. */
const chunk = 100;
/** Milliseconds: a few frames, with time to spare for a slow machine. */
const afterDrawing = 80;

interface ListedRows {
  readonly number: number;
  readonly name: string;
  readonly version: number;
  /** Those that came with the answer. */
  readonly first: readonly HitRow[];
}

interface Held {
  readonly name: string;
  readonly version: number;
  readonly from: number;
  readonly rows: readonly HitRow[];
}

/** The rows from `from` to `to`, of `count`, by their places. `name` changes with what is listed, and with what rows show. */
export function useHitRows(
  desk: SearchDesk,
  { number, name, version, first: told }: ListedRows,
  from: number,
  to: number,
  count: number,
): (row: number) => HitRow | undefined {
  const [held, setHeld] = useState<Held | null>(null);
  const first = Math.max(0, Math.floor(from / chunk) * chunk - chunk);
  // While a search is under way there are more of them each time.
  const last = Math.min(count, Math.ceil(to / chunk) * chunk + chunk);
  // What came with the answer fills the window: more is fetched once that is drawn.
  const isTold = to <= told.length;
  useEffect(() => {
    let isWanted = true;
    const ask = (): void => {
      desk
        .rows(number, first, last)
        .then((rows) => {
          if (isWanted) setHeld({ name, version, from: first, rows });
        })
        // The desk tells of a worker that failed; what is shown stays.
        .catch(() => undefined);
    };
    const timer = setTimeout(ask, isTold ? afterDrawing : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [desk, number, name, version, first, last, isTold]);
  return (row) => (held?.name === name ? held.rows[row - held.from] : undefined) ?? told[row];
}
