import type { Annotation } from './model/annotation';

/**
 * The order of annotations within a document: those of the whole document first, then by start, end and time. Ids
 * settle what is left, so that the order never depends on where a record was kept.
 */
export function compareAnnotations(one: Annotation, other: Annotation): number {
  const a = one.target;
  const b = other.target;
  if (a.kind !== b.kind) return a.kind === 'document' ? -1 : 1;
  if (a.kind === 'passage' && b.kind === 'passage') {
    if (a.start !== b.start) return a.start - b.start;
    if (a.end !== b.end) return a.end - b.end;
  }
  return compareTexts(one.created_at, other.created_at) || compareTexts(one.id, other.id);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
