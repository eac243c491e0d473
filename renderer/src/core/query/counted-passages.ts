import type { CountedPassage } from '../copies/distinct-passages';
import type { Id } from '../model/identity';
import { compileQuery, isAsked } from './compile-query';
import { codeOf, isUnsure, stanceOf } from './passage-fact';
import type { PassageIndex } from './passage-index';
import type { PassageQuery } from './passage-query';

/** Stands for all passages found, whatever their codes. */
export const anyCode = '';

/**
 * The passages that a query finds, to be counted as circulated and distinct: by each of their codes that answers the
 * query, with all above it where `rolled`, and by `anyCode`.
 */
export function* countedPassages(
  index: PassageIndex,
  query: PassageQuery,
  rolled: boolean,
): Generator<CountedPassage> {
  const compiled = compileQuery(index, query);
  const above = new Map<Id, readonly Id[]>();
  const withAbove = (id: Id): readonly Id[] => {
    const known = above.get(id);
    if (known !== undefined) return known;
    const parent = rolled ? (index.codes.get(id)?.parent_id ?? null) : null;
    const made = parent === null ? [id] : [id, ...withAbove(parent)];
    above.set(id, made);
    return made;
  };
  for (const indexed of index.documents()) {
    if (!compiled.inDocument(indexed)) continue;
    for (const fact of indexed.facts) {
      if (!compiled.matches(fact)) continue;
      const { start, end, coder_id, round } = fact;
      const codings = fact.codings.filter(
        (packed) =>
          isAsked(query.stance, stanceOf(packed)) &&
          (query.certainty === null || isUnsure(packed) === (query.certainty === 'unsure')),
      );
      yield {
        document_id: indexed.id,
        by: `${coder_id} ${round}`,
        // One of a whole document is a copy of nothing.
        ...(start < 0 ? { start: 0, end: 0 } : { start, end }),
        code_ids: [anyCode, ...codings.flatMap((packed) => withAbove(index.numbers.idOf(codeOf(packed))))],
      };
    }
  }
}
