import type { Target } from '../model/annotation';
import type { Change } from '../model/change';
import type { Id } from '../model/identity';
import type { MemoTarget } from '../model/memo';

/** Where in the corpus a step took place. Offsets are UTF-16 units of the frozen text. */
export interface Place {
  readonly document_id: Id;
  readonly annotation_id?: Id;
  readonly start?: number;
  readonly end?: number;
}

/** Where a change took place; null where it belongs to no document. */
export function placeOf(change: Change): Place | null {
  if (change.kind === 'annotation.added') return placeOfAnnotation(change.data.annotation);
  if (change.kind === 'annotation.removed') return placeOfAnnotation(change.before.annotation);
  if (change.kind === 'annotation.target-set')
    return placeOfAnnotation({ ...change.data, id: change.data.annotation_id });
  if (change.kind === 'memo.set') return placeOfMemo((change.data.value ?? change.before)?.target);
  if (
    change.kind === 'document.set' ||
    change.kind === 'document.text-set' ||
    change.kind === 'document.removed'
  ) {
    return { document_id: change.data.id };
  }
  if (change.kind === 'attribute.value-set') return { document_id: change.data.document_id };
  if (change.kind === 'block.set') {
    const { document_id, value } = change.data;
    const block = value ?? change.before;
    return block === null ? { document_id } : { document_id, start: block.start, end: block.end };
  }
  if (change.kind === 'pass.set') {
    const pass = change.data.value ?? change.before;
    return pass === null ? null : { document_id: pass.document_id };
  }
  if (
    change.kind === 'annotation.set' ||
    change.kind === 'coding.added' ||
    change.kind === 'coding.set' ||
    change.kind === 'coding.removed'
  ) {
    return { document_id: change.data.document_id, annotation_id: change.data.annotation_id };
  }
  return null;
}

function placeOfAnnotation(annotation: {
  readonly id: Id;
  readonly document_id: Id;
  readonly target: Target;
}): Place {
  const { document_id, id: annotation_id, target } = annotation;
  if (target.kind === 'document') return { document_id, annotation_id };
  return { document_id, annotation_id, start: target.start, end: target.end };
}

function placeOfMemo(target: MemoTarget | undefined): Place | null {
  if (target?.kind === 'document') return { document_id: target.id };
  if (target?.document_id === undefined) return null;
  const { document_id } = target;
  return target.kind === 'annotation' ? { document_id, annotation_id: target.id } : { document_id };
}
