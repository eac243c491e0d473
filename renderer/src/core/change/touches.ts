import type { ChangeDraft } from '../model/change';
import type { Id } from '../model/identity';
import { fits } from './shapes';
import type { RecordKey, TableName } from './tables';

const key = (table: Exclude<TableName, 'annotation'>, id: Id): RecordKey => ({
  table,
  id,
  document_id: null,
});
const annotationKey = (document_id: Id, id: Id): RecordKey => ({ table: 'annotation', id, document_id });

/** The records that applying a change reads or writes; none where the change cannot be read. */
export function touches(change: ChangeDraft): readonly RecordKey[] {
  return fits(change) ? touched(change) : [];
}

function touched(change: ChangeDraft): readonly RecordKey[] {
  switch (change.kind) {
    case 'project.added':
      return [key('project', change.data.project.id)];
    case 'project.set':
      return [key('project', change.data.id)];
    case 'coder.added':
      return [key('coder', change.data.coder.id)];
    case 'coder.set':
      return [key('coder', change.data.id)];
    case 'document.added':
      return [key('document', change.data.document.id), key('structure', change.data.structure.document_id)];
    case 'document.set':
      return [key('document', change.data.id)];
    case 'document.text-set':
    case 'document.removed':
      return [key('document', change.data.id), key('structure', change.data.id)];
    case 'block.set':
      return [key('structure', change.data.document_id)];
    case 'attribute.added':
      return [key('attribute', change.data.attribute.id)];
    case 'attribute.set':
    case 'attribute.removed':
      return [key('attribute', change.data.id)];
    case 'attribute.value-set':
      return [key('document', change.data.document_id)];
    case 'property.added':
      return [key('property', change.data.property.id)];
    case 'property.set':
    case 'property.removed':
      return [key('property', change.data.id)];
    case 'actor.added':
      return [key('actor', change.data.actor.id)];
    case 'actor.set':
    case 'actor.removed':
      return [key('actor', change.data.id)];
    case 'code.added':
      return [key('code', change.data.code.id)];
    case 'code.set':
    case 'code.removed':
      return [key('code', change.data.id)];
    case 'annotation.added':
      return [annotationKey(change.data.annotation.document_id, change.data.annotation.id)];
    case 'annotation.removed':
      return [annotationKey(change.before.annotation.document_id, change.data.id)];
    case 'annotation.target-set':
    case 'annotation.set':
    case 'coding.added':
    case 'coding.set':
    case 'coding.removed':
      return [annotationKey(change.data.document_id, change.data.annotation_id)];
    case 'memo.set':
      return [key('memo', change.data.id)];
    case 'link.added':
      return [key('link', change.data.link.id)];
    case 'link.removed':
      return [key('link', change.data.id)];
    case 'pass.set':
      return [key('pass', change.data.id)];
  }
}
