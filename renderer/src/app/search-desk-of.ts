import type { SearchPlace } from '@core/search/search-entry';
import { createSearchDesk, type SearchDesk } from '../search/search-desk';
import { corpusOf } from './corpus-worker';
import { giveMemos } from './give-memos';
import type { Workbench } from './open-workbench';

/** One for each open project; it outlasts a visit to another view. */
const desks = new WeakMap<Workbench, SearchDesk>();

/** The desk of the project. Nothing is read before the view is first opened. */
export function searchDeskOf(workbench: Workbench): SearchDesk {
  const known = desks.get(workbench);
  if (known !== undefined) return known;
  const { lists, committer } = workbench;
  const desk = createSearchDesk({
    start: () => {
      const { worker, filled } = corpusOf(workbench);
      void filled.then(() => worker.warm());
      return { worker, filled };
    },
    prepare: (place) => (place === 'memos' ? giveMemos(workbench) : null),
    names: () => {
      const { coder_id, round } = workbench.context();
      const coders = lists.coders.getSnapshot().map(({ id, name, initials }) => ({
        ...{ id, name },
        ...(initials === undefined ? {} : { initials }),
      }));
      return { coders, actors: lists.actors.getSnapshot(), coder_id, round };
    },
  });
  committer.subscribe(({ tables }) => {
    const changed = new Set<SearchPlace>();
    if (tables.has('document')) changed.add('text');
    if (tables.has('memo')) changed.add('memos');
    if (tables.has('code')) changed.add('codebook');
    if (changed.size > 0 || tables.has('annotation')) desk.touch(changed);
  });
  desks.set(workbench, desk);
  return desk;
}
