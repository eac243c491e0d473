import type { PassageRow } from '@core/query/passage-row';
import { useEffect, useRef, useState } from 'react';
import type { PassageDesk } from './passage-desk';

/** Rows asked for at a time, so that scrolling asks seldom. */
const chunk = 60;

interface Held {
  readonly run: number;
  readonly version: number;
  readonly from: number;
  readonly rows: readonly PassageRow[];
}

/**
 * The rows of a run from `from` to `to`, by their places. Rows that were there stay until newer ones come, so that
 * nothing flickers after a commit.
 */
export function usePassageRows(
  desk: PassageDesk,
  run: number,
  version: number,
  from: number,
  to: number,
): (row: number) => PassageRow | undefined {
  const [held, setHeld] = useState<Held | null>(null);
  const first = Math.max(0, Math.floor(from / chunk) * chunk - chunk);
  const last = Math.ceil(to / chunk) * chunk + chunk;
  const wanted = useRef('');
  useEffect(() => {
    const name = `${run} ${version} ${first} ${last}`;
    wanted.current = name;
    desk
      .rows(run, first, last)
      .then((rows) => {
        if (rows !== null && wanted.current === name) setHeld({ run, version, from: first, rows });
      })
      // The desk tells of a worker that failed; what is shown stays.
      .catch(() => undefined);
  }, [desk, run, version, first, last]);
  return (row) => (held?.run === run ? held.rows[row - held.from] : undefined);
}
