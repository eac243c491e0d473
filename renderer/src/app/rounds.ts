import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { useMemo } from 'react';
import type { DocumentSnapshot } from '../data/open-document';
import { latestRoundOf, roundOf } from './present-round';
import { useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** The round that is worked in, for what is on screen. */
export function useRound(): { readonly round: number; readonly latest: number } {
  const { lists, coder } = useWorkbench();
  const tally = useObservable(lists.tally);
  const chosen = useView((view) => view.round);
  return { round: roundOf(tally, coder.id, chosen), latest: latestRoundOf(tally, coder.id) };
}

/**
 * The document as it is shown in this round: of the coder's own work only what belongs to it, so that a second reading
 * is not led by the first, unless the others are asked for. Other coders' work is shown in every round.
 */
export function useShownRound(snapshot: DocumentSnapshot): {
  readonly snapshot: DocumentSnapshot;
  readonly ofRound: (snapshot: DocumentSnapshot) => DocumentSnapshot;
} {
  const { coder } = useWorkbench();
  const { round } = useRound();
  const isAll = useView((view) => view.allRounds);
  const ofRound = useMemo(() => (isAll ? asItIs : onlyRound(coder.id, round)), [coder, round, isAll]);
  return { snapshot: ofRound(snapshot), ofRound };
}

const asItIs = (snapshot: DocumentSnapshot): DocumentSnapshot => snapshot;

/** One object for one snapshot: what is memoised by it stays so. */
function onlyRound(coder_id: Id, round: number): (of: DocumentSnapshot) => DocumentSnapshot {
  const shown = new WeakMap<DocumentSnapshot, DocumentSnapshot>();
  const isShown = (one: Annotation): boolean => one.coder_id !== coder_id || one.round === round;
  return (of) => {
    const known = shown.get(of);
    if (known !== undefined) return known;
    const made = of.annotations.every(isShown) ? of : { ...of, annotations: of.annotations.filter(isShown) };
    shown.set(of, made);
    return made;
  };
}
