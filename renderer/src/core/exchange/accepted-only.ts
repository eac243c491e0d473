import type { Annotation } from '../model/annotation';
import type { ProjectSnapshot } from './project-snapshot';

/**
 * A project without what a search or a suggestion coded and nobody has accepted: passages that came so go, with their
 * memos and links; of passages coded by hand the codings that came so.
 */
export function acceptedOnly(snapshot: ProjectSnapshot): ProjectSnapshot {
  const annotations = snapshot.annotations.flatMap(accepted);
  const kept = new Set(annotations.flatMap(({ id, codings }) => [id, ...codings.map((coding) => coding.id)]));
  return {
    ...snapshot,
    annotations,
    memos: snapshot.memos.filter(
      ({ target: { kind, id } }) => (kind !== 'annotation' && kind !== 'coding') || kept.has(id),
    ),
    links: snapshot.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
  };
}

const isMade = (origin: Annotation['origin']): boolean =>
  origin === 'search' || origin === 'indicator' || origin === 'suggestion';

function accepted(annotation: Annotation): readonly Annotation[] {
  if (annotation.review !== 'to_review') return [annotation];
  if (isMade(annotation.origin)) return [];
  return [{ ...annotation, codings: annotation.codings.filter(({ origin }) => !isMade(origin)) }];
}
