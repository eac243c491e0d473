import type { Annotation } from '../model/annotation';
import type { ChangeDraft, Fields } from '../model/change';
import type { Id } from '../model/identity';
import { textOf } from './document-text';
import { fieldsNow } from './fields';
import { fits } from './shapes';
import type { Records, TableName } from './tables';

/**
 * A draft whose `before` says what is really there when it is committed: what a removal removes, what a field held,
 * when the annotation was modified last. With it the inverse restores exactly what was, whatever the command that
 * made the draft knew. Where the record is gone the draft stays as it is (and applying it does nothing).
 */
export function complete<C extends ChangeDraft>(records: Records, draft: C): C {
  // The same kind and, if it has one, the same envelope: only `before` differs (and a new coding's place).
  return fits(draft) ? (completed(records, draft) as C) : draft;
}

function completed(records: Records, draft: ChangeDraft): ChangeDraft {
  switch (draft.kind) {
    case 'project.added':
    case 'coder.added':
    case 'document.added':
    case 'attribute.added':
    case 'property.added':
    case 'actor.added':
    case 'code.added':
    case 'annotation.added':
    case 'link.added':
      return draft;
    case 'project.set':
      return withFields(records, 'project', draft);
    case 'coder.set':
      return withFields(records, 'coder', draft);
    case 'document.set':
      return withFields(records, 'document', draft);
    case 'attribute.set':
      return withFields(records, 'attribute', draft);
    case 'property.set':
      return withFields(records, 'property', draft);
    case 'actor.set':
      return withFields(records, 'actor', draft);
    case 'code.set':
      return withFields(records, 'code', draft);
    case 'document.text-set': {
      const document = records.get('document', draft.data.id);
      const structure = records.get('structure', draft.data.id);
      return document === undefined || structure === undefined
        ? draft
        : { ...draft, before: { text: textOf(document, structure) } };
    }
    case 'document.removed': {
      const document = records.get('document', draft.data.id);
      const structure = records.get('structure', draft.data.id);
      return document === undefined || structure === undefined
        ? draft
        : { ...draft, before: { document, structure } };
    }
    case 'attribute.removed': {
      const attribute = records.get('attribute', draft.data.id);
      return attribute === undefined ? draft : { ...draft, before: { attribute } };
    }
    case 'property.removed': {
      const property = records.get('property', draft.data.id);
      return property === undefined ? draft : { ...draft, before: { property } };
    }
    case 'actor.removed': {
      const actor = records.get('actor', draft.data.id);
      return actor === undefined ? draft : { ...draft, before: { actor } };
    }
    case 'code.removed': {
      const code = records.get('code', draft.data.id);
      return code === undefined ? draft : { ...draft, before: { code } };
    }
    case 'annotation.removed': {
      const annotation = records.get('annotation', draft.data.id);
      return annotation === undefined ? draft : { ...draft, before: { annotation } };
    }
    case 'link.removed': {
      const link = records.get('link', draft.data.id);
      return link === undefined ? draft : { ...draft, before: { link } };
    }
    case 'block.set': {
      const structure = records.get('structure', draft.data.document_id);
      const block = structure?.blocks.find(({ id }) => id === draft.data.block_id);
      return { ...draft, before: block ?? null };
    }
    case 'attribute.value-set': {
      const values = new Map(Object.entries(records.get('document', draft.data.document_id)?.values ?? {}));
      return { ...draft, before: values.get(draft.data.attribute_id) ?? null };
    }
    case 'annotation.target-set':
      return ofAnnotation(records, draft, ({ target, modified_at }) => ({
        ...draft,
        before: { target, modified_at },
      }));
    case 'annotation.set':
      return ofAnnotation(records, draft, (annotation) => ({
        ...draft,
        before: {
          fields: fieldsNow(annotation, draft.data.fields),
          modified_at: annotation.modified_at,
        },
      }));
    case 'coding.added':
      return ofAnnotation(records, draft, ({ codings, modified_at }) => ({
        ...draft,
        data: { index: codings.length, ...draft.data },
        before: { modified_at },
      }));
    case 'coding.set':
      return ofAnnotation(records, draft, ({ codings, modified_at }) => {
        const coding = codings.find(({ id }) => id === draft.data.coding_id);
        if (coding === undefined) return draft;
        const fields = fieldsNow(coding, draft.data.fields);
        return { ...draft, before: { fields, modified_at, coding_modified_at: coding.modified_at } };
      });
    case 'coding.removed':
      return ofAnnotation(records, draft, ({ codings, modified_at }) => {
        const index = codings.findIndex(({ id }) => id === draft.data.coding_id);
        const coding = codings[index];
        return coding === undefined ? draft : { ...draft, before: { coding, index, modified_at } };
      });
    case 'memo.set':
      return { ...draft, before: records.get('memo', draft.data.id) ?? null };
    case 'pass.set':
      return { ...draft, before: records.get('pass', draft.data.id) ?? null };
  }
}

function withFields<F extends Fields<object>, D extends FieldsDraft<F>>(
  records: Records,
  table: TableName,
  draft: D,
): D {
  const record = records.get(table, draft.data.id);
  if (record === undefined) return draft;
  return { ...draft, before: { fields: fieldsNow(record, draft.data.fields) } };
}

interface FieldsDraft<F> {
  readonly data: { readonly id: Id; readonly fields: F };
  readonly before: { readonly fields: F };
}

function ofAnnotation(
  records: Records,
  draft: Extract<ChangeDraft, { readonly data: { readonly annotation_id: Id } }>,
  how: (annotation: Annotation) => ChangeDraft,
): ChangeDraft {
  const annotation = records.get('annotation', draft.data.annotation_id);
  return annotation === undefined ? draft : how(annotation);
}
