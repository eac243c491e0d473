import { fieldsNow } from '../change/fields';
import type { Actor } from '../model/actor';
import type { Annotation, Coding } from '../model/annotation';
import type { AnnotationFields, ChangeDraft, CodeFields, CodingFields, Fields } from '../model/change';
import type { Code } from '../model/code';

/** The draft that sets fields of a code, with what they hold now. */
export function setCodeFields(code: Code, fields: CodeFields): ChangeDraft {
  return { kind: 'code.set', data: { id: code.id, fields }, before: { fields: fieldsNow(code, fields) } };
}

/** The draft that sets fields of an annotation, with what they hold now. */
export function setAnnotationFields(annotation: Annotation, fields: AnnotationFields): ChangeDraft {
  return {
    kind: 'annotation.set',
    data: { annotation_id: annotation.id, document_id: annotation.document_id, fields },
    before: { fields: fieldsNow(annotation, fields) },
  };
}

/** The draft that sets fields of a coding, with what they hold now. */
export function setCodingFields(annotation: Annotation, coding: Coding, fields: CodingFields): ChangeDraft {
  const { id: annotation_id, document_id } = annotation;
  return {
    kind: 'coding.set',
    data: { annotation_id, document_id, coding_id: coding.id, fields },
    before: { fields: fieldsNow(coding, fields) },
  };
}

/** The draft that sets fields of an actor, with what they hold now. */
export function setActorFields(actor: Actor, fields: Fields<Omit<Actor, 'id'>>): ChangeDraft {
  return { kind: 'actor.set', data: { id: actor.id, fields }, before: { fields: fieldsNow(actor, fields) } };
}

/** Whether there is a field to set. */
export function hasFields(fields: object): boolean {
  return Object.keys(fields).length > 0;
}
