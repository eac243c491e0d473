import type { Annotation } from '../../model/annotation';
import type { Memo } from '../../model/memo';
import { codingsInOrder, type SnapshotIndex } from '../snapshot-index';
import { iriOf } from './w3c-names';
import { w3cPerson } from './w3c-person';

type JsonObject = Readonly<Record<string, unknown>>;

/** A code as two bodies: the code itself by its IRI, and its name as a tag for programs that know tags only. */
function codeBodies(index: SnapshotIndex, annotation: Annotation): readonly JsonObject[] {
  return codingsInOrder(index, annotation).flatMap((coding): readonly JsonObject[] => {
    const code = index.codeById.get(coding.code_id);
    const { created_at, modified_at } = coding;
    return [
      {
        id: iriOf(coding.id),
        type: 'SpecificResource',
        purpose: 'classifying',
        source: iriOf(coding.code_id),
        created: created_at,
        ...(modified_at === created_at ? {} : { modified: modified_at }),
      },
      ...(code === undefined
        ? []
        : [{ type: 'TextualBody', purpose: 'tagging', value: code.name, format: 'text/plain' }]),
    ];
  });
}

function memoBody(index: SnapshotIndex, memo: Memo): JsonObject {
  return {
    id: iriOf(memo.id),
    type: 'TextualBody',
    purpose: 'commenting',
    value: memo.text,
    format: 'text/plain',
    creator: w3cPerson(index, memo.coder_id),
    created: memo.created_at,
    ...(memo.modified_at === memo.created_at ? {} : { modified: memo.modified_at }),
  };
}

/** Memos of an annotation and of its codings, oldest first: W3C has no body about a body. */
export function memosOf(index: SnapshotIndex, { id, codings }: Annotation): readonly Memo[] {
  return [id, ...codings.map((coding) => coding.id)]
    .flatMap((target) => index.memosByTarget.get(target) ?? [])
    .toSorted((a, b) =>
      a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : a.id < b.id ? -1 : 1,
    );
}

/** Bodies and the reasons for them; a passage without either is a highlight. */
export function w3cBodies(index: SnapshotIndex, annotation: Annotation): JsonObject {
  const codes = codeBodies(index, annotation);
  const memos = memosOf(index, annotation);
  const body = [...codes, ...memos.map((memo) => memoBody(index, memo))];
  const motivations = [
    ...(codes.length > 0 ? ['classifying'] : []),
    ...(memos.length > 0 ? ['commenting'] : []),
  ];
  return {
    motivation: motivations.length === 0 ? 'highlighting' : motivations,
    ...(body.length === 0 ? {} : { body }),
  };
}
