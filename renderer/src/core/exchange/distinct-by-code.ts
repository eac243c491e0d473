import type { CopyText } from '../copies/copy-text';
import { type CountedPassage, distinctPassages, type GroupsOf } from '../copies/distinct-passages';
import type { Annotation } from '../model/annotation';
import type { Id, Sha256 } from '../model/identity';
import { structuresByDocument } from './counts/counted-units';
import type { SnapshotIndex } from './snapshot-index';

/** How many passages each code has where those that align with each other in a group of copies count once. */
export function distinctByCode(
  index: SnapshotIndex,
  texts: ReadonlyMap<Sha256, string>,
  groupsOf: GroupsOf,
): ReadonlyMap<Id, number> {
  const structures = structuresByDocument(index);
  const textOf = (id: Id): CopyText | undefined => {
    const text = texts.get(index.documentById.get(id)?.text_sha256 ?? '');
    const sentences = structures.get(id)?.sentences;
    return text === undefined || sentences === undefined ? undefined : { text, sentences };
  };
  const counts = distinctPassages(index.annotations.map(counted), groupsOf, textOf);
  return new Map([...counts].map(([code, { distinct }]) => [code, distinct]));
}

function counted({ document_id, coder_id, round, target, codings }: Annotation): CountedPassage {
  // One of a whole document is a copy of nothing.
  const { start, end } = target.kind === 'document' ? { start: 0, end: 0 } : target;
  return {
    document_id,
    by: `${coder_id} ${round}`,
    start,
    end,
    code_ids: codings.map(({ code_id }) => code_id),
  };
}
