import type { SearchChange } from '@core/search/place-of-query';
import { createSearchDesk, type SearchDesk } from '../search/search-desk';
import { corpusOf } from './corpus-worker';
import { giveMemos } from './give-memos';
import type { Workbench } from './open-workbench';
import { searchNamesOf } from './search-names-of';

/** One for each open project; it outlasts a visit to another view. */
const desks = new WeakMap<Workbench, SearchDesk>();

/** The desk of the project. Nothing is read before the view is first opened. */
export function searchDeskOf(workbench: Workbench): SearchDesk {
  const known = desks.get(workbench);
  if (known !== undefined) return known;
  const { committer } = workbench;
  const desk = createSearchDesk({
    start: () => {
      const { worker, filled } = corpusOf(workbench);
      void filled.then(() => worker.warm());
      return { worker, filled };
    },
    prepare: (place) => (place === 'memos' ? giveMemos(workbench) : null),
    names: () => searchNamesOf(workbench),
  });
  committer.subscribe(({ tables }) => {
    const changed = new Set<SearchChange>();
    if (tables.has('document')) changed.add('text');
    if (tables.has('memo')) changed.add('memos');
    if (tables.has('code')) changed.add('codebook');
    if (tables.has('annotation')) changed.add('passages');
    if (tables.has('pass')) changed.add('readings');
    if (changed.size > 0) desk.touch(changed);
  });
  desks.set(workbench, desk);
  return desk;
}
