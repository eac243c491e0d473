import { feedPassages } from '../data/passage-feed';
import { createPassageDesk, type PassageDesk } from '../passages/passage-desk';
import { startPassageWorker } from '../workers/client';
import type { Workbench } from './open-workbench';

/** One for each open project; it outlasts a visit to another view. */
const desks = new WeakMap<Workbench, PassageDesk>();

/** The desk of the project, with its worker and what feeds that. Nothing is read before the view is first opened. */
export function deskOf(workbench: Workbench): PassageDesk {
  const known = desks.get(workbench);
  if (known !== undefined) return known;
  const { session, committer, lists } = workbench;
  const desk = createPassageDesk({
    startWorker: startPassageWorker,
    feed: (sink, onProgress) =>
      feedPassages(session.store, committer, lists, sink, { quotes: true, onProgress }),
  });
  desks.set(workbench, desk);
  return desk;
}
