import { assertNever } from '../assert';
import type { Change, ChangeDraft } from '../model/change';
import type { Time } from '../model/identity';
import type { Applicable } from './apply';
import { type Fits, fits } from './shapes';

/** Projects and coders begin things and stay; everything else that can be read can be taken back. */
type Invertible = Exclude<Applicable, { kind: 'project.added' | 'coder.added' }>;

export function isInvertible(change: Applicable, check: Fits = fits): change is Invertible {
  return change.kind !== 'project.added' && change.kind !== 'coder.added' && check(change);
}

/** The change that takes `change` back, from what it says alone. */
export function invert(change: Invertible): ChangeDraft {
  return { ...inverse(change), undoes: change.id };
}

/** Takes back the changes of a step, the last first; what cannot be taken back stays. */
export function invertAll(changes: readonly Change[]): readonly ChangeDraft[] {
  return changes.toReversed().flatMap((change) => {
    const applicable: Applicable = change;
    return isInvertible(applicable) ? [invert(applicable)] : [];
  });
}

function inverse(change: Invertible): ChangeDraft {
  switch (change.kind) {
    case 'project.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'coder.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'document.added':
      return { kind: 'document.removed', data: { id: change.data.document.id }, before: change.data };
    case 'document.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'document.text-set': {
      const { id, text } = change.data;
      return { kind: change.kind, data: { id, text: change.before.text }, before: { text } };
    }
    case 'document.removed':
      return { kind: 'document.added', data: change.before };
    case 'block.set':
      return { kind: change.kind, ...swapValue(change) };
    case 'attribute.added':
      return { kind: 'attribute.removed', data: { id: change.data.attribute.id }, before: change.data };
    case 'attribute.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'attribute.removed':
      return { kind: 'attribute.added', data: change.before };
    case 'attribute.value-set':
      return { kind: change.kind, ...swapValue(change) };
    case 'property.added':
      return { kind: 'property.removed', data: { id: change.data.property.id }, before: change.data };
    case 'property.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'property.removed':
      return { kind: 'property.added', data: change.before };
    case 'actor.added':
      return { kind: 'actor.removed', data: { id: change.data.actor.id }, before: change.data };
    case 'actor.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'actor.removed':
      return { kind: 'actor.added', data: change.before };
    case 'code.added':
      return { kind: 'code.removed', data: { id: change.data.code.id }, before: change.data };
    case 'code.set':
      return { kind: change.kind, ...swapFields(change) };
    case 'code.removed':
      return { kind: 'code.added', data: change.before };
    case 'annotation.added': {
      const { id, document_id } = change.data.annotation;
      return { kind: 'annotation.removed', data: { id, document_id }, before: change.data };
    }
    case 'annotation.removed':
      return { kind: 'annotation.added', data: change.before };
    case 'annotation.target-set': {
      const { document_id, annotation_id, target } = change.data;
      return {
        kind: change.kind,
        data: { document_id, annotation_id, ...change.before },
        before: { target, modified_at: modifiedBy(change) },
      };
    }
    case 'annotation.set': {
      const { document_id, annotation_id, fields } = change.data;
      return {
        kind: change.kind,
        data: { document_id, annotation_id, ...change.before },
        before: { fields, modified_at: modifiedBy(change) },
      };
    }
    case 'coding.added': {
      const { document_id, annotation_id, coding, index } = change.data;
      return {
        kind: 'coding.removed',
        data: { document_id, annotation_id, coding_id: coding.id, ...change.before },
        // Without a place it stood at the end.
        before: { coding, index: index ?? Number.MAX_SAFE_INTEGER, modified_at: modifiedBy(change) },
      };
    }
    case 'coding.set': {
      const { document_id, annotation_id, coding_id, fields } = change.data;
      return {
        kind: change.kind,
        data: { document_id, annotation_id, coding_id, ...change.before },
        before: {
          fields,
          modified_at: modifiedBy(change),
          coding_modified_at: change.data.coding_modified_at ?? change.at,
        },
      };
    }
    case 'coding.removed': {
      const { document_id, annotation_id } = change.data;
      return {
        kind: 'coding.added',
        data: { document_id, annotation_id, ...change.before },
        before: { modified_at: modifiedBy(change) },
      };
    }
    case 'memo.set':
      return { kind: change.kind, ...swapValue(change) };
    case 'link.added':
      return { kind: 'link.removed', data: { id: change.data.link.id }, before: change.data };
    case 'link.removed':
      return { kind: 'link.added', data: change.before };
    case 'pass.set':
      return { kind: change.kind, ...swapValue(change) };
    default:
      return assertNever(change);
  }
}

/** The time the change left on the annotation. */
function modifiedBy(change: { readonly at: Time; readonly data: { readonly modified_at?: Time } }): Time {
  return change.data.modified_at ?? change.at;
}

function swapFields<I, F>(change: {
  readonly data: { readonly id: I; readonly fields: F };
  readonly before: { readonly fields: F };
}): { readonly data: { readonly id: I; readonly fields: F }; readonly before: { readonly fields: F } } {
  return {
    data: { id: change.data.id, fields: change.before.fields },
    before: { fields: change.data.fields },
  };
}

function swapValue<D extends { readonly value: V | null }, V>(change: {
  readonly data: D;
  readonly before: V | null;
}): { readonly data: D; readonly before: D['value'] } {
  return { data: { ...change.data, value: change.before }, before: change.data.value };
}
