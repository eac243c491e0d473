import type { Id } from '@core/model/identity';
import type { Workbench } from './open-workbench';
import { searchDeskOf } from './search-desk-of';
import { getView } from './view-state';

interface Place {
  readonly document_id: Id;
  readonly start?: number;
  readonly end?: number;
}

/**
 * Whether the list of hits that is on screen holds one at a place, and so shows what is coded there. What many places
 * have in common (null) is not shown at one of them.
 */
export async function isInHits(workbench: Workbench, place: Place | null): Promise<boolean> {
  if (getView().view !== 'search') return false;
  const desk = searchDeskOf(workbench);
  const { found } = desk.state.getSnapshot().present ?? {};
  if (found === undefined || found.rows === 0 || found.place !== 'text') return false;
  if (place === null) return true;
  const { document_id, start, end } = place;
  if (start === undefined || end === undefined) return false;
  const hits = await desk.painted(document_id);
  return hits.some((hit) => hit.start < end && start < hit.end);
}
