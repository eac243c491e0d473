import type { Tally } from '@core/change/tally';
import { latestRound } from '@core/codebook/rounds';
import type { Id } from '@core/model/identity';
import type { ProjectLists } from '../data/project-lists';
import { getView } from './view-state';

/** Counted once for each state of the passes: every command asks in which round it is. */
const counted = new WeakMap<Tally['passes'], { readonly coder_id: Id; readonly round: number }>();

export function latestRoundOf(tally: Tally, coder_id: Id): number {
  const known = counted.get(tally.passes);
  if (known?.coder_id === coder_id) return known.round;
  const round = latestRound(tally, coder_id);
  counted.set(tally.passes, { coder_id, round });
  return round;
}

/** The round that is worked in: the one chosen in this window, while there is it, else the coder's latest. */
export function roundOf(tally: Tally, coder_id: Id, chosen: number | null): number {
  const latest = latestRoundOf(tally, coder_id);
  return chosen === null ? latest : Math.min(chosen, latest);
}

export function presentRound(lists: Pick<ProjectLists, 'tally'>, coder_id: Id): number {
  return roundOf(lists.tally.getSnapshot(), coder_id, getView().round);
}
