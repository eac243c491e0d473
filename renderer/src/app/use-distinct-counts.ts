import type { CopyCounts } from '@core/copies/distinct-passages';
import type { Id } from '@core/model/identity';
import { everyPassage, type PassageQuery } from '@core/query/passage-query';
import { useEffect, useMemo, useState } from 'react';
import type { DeskState } from '../passages/passage-desk';
import { throttledQuestion } from '../ui/throttled-question';
import { startedCopies } from './copies-desk';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

/** Between two countings: the core is needed by who codes. */
const pause = { least: 400, most: 15_000, times: 15 };

/**
 * How many passages of a query were printed and how many said, by code; null until that is known. It is counted in the
 * worker, a moment after each change, and only once copies are looked for at all.
 */
export function useCopyCounts(
  workbench: Workbench,
  query: PassageQuery | null,
  rolled: boolean,
): ReadonlyMap<Id, CopyCounts> | null {
  const [counts, setCounts] = useState<ReadonlyMap<Id, CopyCounts> | null>(null);
  const { tally } = workbench.lists;
  const desk = useObservable(startedCopies(workbench));
  useEffect(() => {
    if (desk === null || query === null) return;
    let isWanted = true;
    const count = throttledQuestion(
      () =>
        desk
          .ask('copyCounts', { query, rolled })
          .then((found) => {
            if (isWanted) setCounts(found);
          })
          // Without the worker no counts are shown beside the others.
          .catch(() => undefined),
      // Nothing is counted before every text was gone through.
      { ...pause, isHeldUp: () => desk.found.getSnapshot().waiting !== 0 },
    );
    const forget = [tally, desk.found].map((source) => source.subscribe(() => count.touch()));
    count.touch();
    return () => {
      isWanted = false;
      count.cancel();
      for (const each of forget) each();
    };
  }, [desk, query, rolled, tally]);
  return counts;
}

const none: ReadonlyMap<Id, CopyCounts> = new Map();

/** Circulated and distinct passages by code, of the whole project. */
export function useDistinctCodings(workbench: Workbench): ReadonlyMap<Id, CopyCounts> {
  return useCopyCounts(workbench, everyPassage, false) ?? none;
}

/** Of what Passages asks; null where words of the quote are asked for, which the counting worker does not hold. */
export function useDistinctOf(workbench: Workbench, { query, tab, table }: DeskState) {
  const asked = query.text.trim() === '' ? query : null;
  const counts = useCopyCounts(workbench, asked, tab === 'table' && table.rolled);
  return useMemo(() => (counts === null || asked === null ? null : distinctOf(counts)), [counts, asked]);
}

function distinctOf(counts: ReadonlyMap<Id, CopyCounts>): ReadonlyMap<Id, number> {
  return new Map([...counts].map(([id, { distinct }]) => [id, distinct]));
}
