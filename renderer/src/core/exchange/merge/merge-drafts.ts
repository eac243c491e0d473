import { fieldsNow } from '../../change/fields';
import type { ChangeDraft, ChangeMarks } from '../../model/change';
import type { Id, Time } from '../../model/identity';

/** Kinds whose fields are set by a change of their own. */
export type SetKind = 'coder' | 'attribute' | 'property' | 'actor' | 'code' | 'document' | 'project';

/** A change that sets fields of a record which is here. The committer checks each field. */
export function setDraft(
  kind: SetKind,
  record: { readonly id: Id },
  fields: Readonly<Record<string, unknown>>,
  marks: ChangeMarks,
): ChangeDraft {
  const data = { id: record.id, fields };
  // Names and values are those of a record of this kind, read and checked before.
  return { kind: `${kind}.set`, data, before: { fields: fieldsNow(record, fields) }, marks };
}

export function annotationDrafts(
  annotation: { readonly id: Id; readonly document_id: Id },
  { target, ...fields }: Readonly<Record<string, unknown>>,
  marks: ChangeMarks,
  modified_at: Time,
): readonly ChangeDraft[] {
  const at = { annotation_id: annotation.id, document_id: annotation.document_id, modified_at };
  const { target: targetMark, ...others } = marks;
  const moved = {
    kind: 'annotation.target-set',
    data: { ...at, target },
    before: { target },
    ...(targetMark === undefined ? {} : { marks: { target: targetMark } }),
  };
  const set = { kind: 'annotation.set', data: { ...at, fields }, before: { fields }, marks: others };
  // A target that was read and checked, and fields of an annotation.
  return [...(target === undefined ? [] : [moved as ChangeDraft]), set as ChangeDraft];
}
