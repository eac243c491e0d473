import type { SearchNames } from '@core/search/plan-filter';
import type { Workbench } from './open-workbench';

/** What names in a query stand for that only the window knows: coders, speakers, and whose reading counts. */
export function searchNamesOf(
  workbench: Workbench,
): Pick<SearchNames, 'coders' | 'actors' | 'coder_id' | 'round'> {
  const { lists } = workbench;
  const { coder_id, round } = workbench.context();
  const coders = lists.coders.getSnapshot().map(({ id, name, initials }) => ({
    ...{ id, name },
    ...(initials === undefined ? {} : { initials }),
  }));
  return { coders, actors: lists.actors.getSnapshot(), coder_id, round };
}
