import { compareAnnotations } from '../annotation-order';
import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Id, Time } from '../model/identity';
import { prepare } from './prepare';
import { createRecordSet } from './record-set';
import { stamp } from './stamp';

/** Annotations as they will be, by id; null for one that goes. */
export type Foreseen = ReadonlyMap<Id, Annotation | null>;

/** What drafts that are not committed yet will make of a document's annotations. */
export function foresee(
  annotations: readonly Annotation[],
  drafts: readonly ChangeDraft[],
  by: { readonly now: Time; readonly coder_id: Id },
): Foreseen {
  const touched = new Set(
    drafts.flatMap(({ data }) =>
      'annotation_id' in data ? [data.annotation_id] : 'id' in data ? [data.id] : [],
    ),
  );
  const records = createRecordSet();
  records.write(
    annotations
      .filter(({ id }) => touched.has(id))
      .map((record) => ({ table: 'annotation', id: record.id, document_id: record.document_id, record })),
  );
  // The envelope is for the journal, where these changes never come.
  const envelope = {
    tz: '',
    project_id: '',
    device_id: '',
    app: '',
    origin: 'hand',
    newId: () => '',
  } as const;
  const { written } = prepare(records, stamp(drafts, { ...by, ...envelope }));
  return new Map(
    written.flatMap((write) => (write.table === 'annotation' ? [[write.id, write.record] as const] : [])),
  );
}

/**
 * The annotations of a document, in their order, as if what is foreseen had come; those it does not concern stay the
 * same objects. What is foreseen of another document is passed over.
 */
export function withForeseen(
  annotations: readonly Annotation[],
  foreseen: Foreseen,
  document_id: Id,
): readonly Annotation[] {
  if (foreseen.size === 0) return annotations;
  const coming = [...foreseen.values()].flatMap((record) =>
    record?.document_id === document_id ? [record] : [],
  );
  return coming.reduce(
    (list, record) => {
      const after = list.findIndex((one) => compareAnnotations(one, record) > 0);
      return list.toSpliced(after < 0 ? list.length : after, 0, record);
    },
    annotations.filter(({ id }) => !foreseen.has(id)),
  );
}
