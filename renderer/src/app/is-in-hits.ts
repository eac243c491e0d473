import type { Id } from '@core/model/identity';
import type { Workbench } from './open-workbench';
import { searchDeskOf } from './search-desk-of';
import { getView } from './view-state';

interface Place {
  readonly document_id: Id;
  readonly start?: number;
  readonly end?: number;
}

/** Whether the list of hits that is on screen holds one at a place, and so shows what is coded there. */
export async function isInHits(workbench: Workbench, { document_id, start, end }: Place): Promise<boolean> {
  if (getView().view !== 'search' || start === undefined || end === undefined) return false;
  const hits = await searchDeskOf(workbench).painted(document_id);
  return hits.some((hit) => hit.start < end && start < hit.end);
}
