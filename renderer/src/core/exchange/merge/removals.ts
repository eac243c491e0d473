import type { ChangeDraft } from '../../model/change';
import type { Id } from '../../model/identity';
import type { ProjectSnapshot } from '../project-snapshot';
import { isGone } from './journal-marks';
import { compareMarks, type Mark } from './mark';
import { aliveIn, type MergeJournals, sideOf } from './merge-sides';
import { type MergedKind, markKey, whole } from './merged-kind';
import { markOf } from './record-marks';

/** The records that a removal can concern, here or in a file. */
export type Removable = Pick<
  ProjectSnapshot,
  | 'documents'
  | 'attributes'
  | 'properties'
  | 'actors'
  | 'codes'
  | 'annotations'
  | 'memos'
  | 'links'
  | 'passes'
>;

export interface Removed {
  readonly kind: MergedKind;
  readonly id: Id;
  readonly name: string;
  /** Would have come in, but was taken away here. */
  readonly isNew: boolean;
  readonly draft: ChangeDraft;
}

interface Entry {
  readonly kind: MergedKind;
  readonly id: Id;
  readonly name: string;
  readonly record: object;
  readonly coarse: Mark;
  /** What it cannot be without. */
  readonly needs: readonly string[];
  readonly draft: (mark: Mark) => ChangeDraft;
}

const valuesOf = (values: object | undefined, kind: MergedKind): readonly string[] =>
  Object.keys(values ?? {}).map((id) => markKey(kind, id));

function* entriesOf(records: Removable): Generator<Entry> {
  const marks = (mark: Mark) => ({ [whole]: mark });
  for (const document of records.documents) {
    const { id, title } = document;
    const needs = valuesOf(document.values, 'attribute');
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'document.removed',
      data: { id },
      // The committer puts in what is there.
      before: {
        document,
        structure: { document_id: id, blocks: [], sentences: [], segmenter: { icu: '', rules_rev: 0 } },
      },
      marks: marks(mark),
    });
    yield { kind: 'document', id, name: title, record: document, coarse: markOf.other, needs, draft };
  }
  for (const attribute of records.attributes) {
    const { id, key } = attribute;
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'attribute.removed',
      data: { id },
      before: { attribute },
      marks: marks(mark),
    });
    yield { kind: 'attribute', id, name: key, record: attribute, coarse: markOf.other, needs: [], draft };
  }
  for (const property of records.properties) {
    const { id, key } = property;
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'property.removed',
      data: { id },
      before: { property },
      marks: marks(mark),
    });
    yield { kind: 'property', id, name: key, record: property, coarse: markOf.other, needs: [], draft };
  }
  for (const actor of records.actors) {
    const { id, name, member_of } = actor;
    const needs = member_of === undefined ? [] : [markKey('actor', member_of)];
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'actor.removed',
      data: { id },
      before: { actor },
      marks: marks(mark),
    });
    yield { kind: 'actor', id, name, record: actor, coarse: markOf.other, needs, draft };
  }
  for (const code of records.codes) {
    const { id, name, parent_id } = code;
    const needs = parent_id === null ? [] : [markKey('code', parent_id)];
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'code.removed',
      data: { id },
      before: { code },
      marks: marks(mark),
    });
    yield { kind: 'code', id, name, record: code, coarse: markOf.code(code), needs, draft };
  }
  for (const annotation of records.annotations) {
    const { id, document_id, target, codings, speaker_ids = [], values } = annotation;
    const needs = [
      markKey('document', document_id),
      ...speaker_ids.map((actor) => markKey('actor', actor)),
      ...valuesOf(values, 'property'),
      ...codings.flatMap((coding) => [
        markKey('code', coding.code_id),
        ...valuesOf(coding.values, 'property'),
      ]),
    ];
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'annotation.removed',
      data: { id, document_id },
      before: { annotation },
      marks: marks(mark),
    });
    const name = target.kind === 'passage' ? target.quote : '';
    yield {
      kind: 'annotation',
      id,
      name,
      record: annotation,
      coarse: markOf.dated(annotation),
      needs,
      draft,
    };
  }
  const annotationOf = new Map(
    records.annotations.flatMap(({ id, codings }) => codings.map((coding) => [coding.id, id])),
  );
  for (const memo of records.memos) {
    const { id, text, target } = memo;
    const about =
      target.kind === 'project'
        ? []
        : target.kind === 'coding'
          ? [markKey('annotation', annotationOf.get(target.id) ?? '')]
          : [markKey(target.kind, target.id)];
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'memo.set',
      data: { id, value: null },
      before: memo,
      marks: marks(mark),
    });
    yield { kind: 'memo', id, name: text, record: memo, coarse: markOf.dated(memo), needs: about, draft };
  }
  for (const link of records.links) {
    const { id, kind, from, to } = link;
    const needs = [markKey('annotation', from), markKey('annotation', to)];
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'link.removed',
      data: { id },
      before: { link },
      marks: marks(mark),
    });
    yield { kind: 'link', id, name: kind, record: link, coarse: markOf.other, needs, draft };
  }
  for (const pass of records.passes) {
    const { id, state, document_id } = pass;
    const draft = (mark: Mark): ChangeDraft => ({
      kind: 'pass.set',
      data: { id, value: null },
      before: pass,
      marks: marks(mark),
    });
    yield {
      kind: 'pass',
      id,
      name: state,
      record: pass,
      coarse: markOf.pass(pass),
      needs: [markKey('document', document_id)],
      draft,
    };
  }
}

/**
 * The records that one side took away after anybody on the other last touched them. What another record still needs
 * stays: a code that is applied, a passage that somebody else has a memo about. `records`: all that would be here
 * after the import; `isAdded`: whether one of them is not here yet.
 */
export function takenAway(
  records: Removable,
  isAdded: (kind: MergedKind, id: Id) => boolean,
  { here, there }: MergeJournals,
): readonly Removed[] {
  const doomed = new Map<string, Removed>();
  const needy = new Map<string, Entry>();
  const standing: Entry[] = [];
  for (const entry of entriesOf(records)) {
    const { kind, id, name, record, coarse } = entry;
    const isNew = isAdded(kind, id);
    const marks = (isNew ? here : there)?.get(markKey(kind, id));
    const alive = aliveIn(sideOf(isNew ? there : here, kind, id, record, coarse));
    const gone = marks !== undefined && isGone(marks) ? marks.gone : null;
    if (gone === null || compareMarks(alive, gone) >= 0) standing.push(entry);
    else {
      needy.set(markKey(kind, id), entry);
      doomed.set(markKey(kind, id), { kind, id, name, isNew, draft: entry.draft(gone) });
    }
  }
  // What stays keeps what it needs, and that in turn what it needs.
  const spare = (entries: readonly Entry[]): void => {
    const spared = entries.flatMap(({ needs }) => needs).filter((key) => doomed.delete(key));
    if (spared.length > 0) spare(spared.flatMap((key) => needy.get(key) ?? []));
  };
  spare(standing);
  return [...doomed.values()];
}
