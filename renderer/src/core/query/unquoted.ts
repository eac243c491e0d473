/** Passages without their words, for those who hold the texts themselves. */
import type { IndexedAnnotation } from './passage-fact';
import type { IndexWrite } from './passage-index';

export function unquoted<T extends IndexedAnnotation>(annotation: T): T {
  const { target } = annotation;
  return target.kind === 'document'
    ? annotation
    : { ...annotation, target: { ...target, quote: '', prefix: '', suffix: '' } };
}

export function unquotedWrite(write: IndexWrite): IndexWrite {
  return write.table === 'annotation' && write.record !== null
    ? { ...write, record: unquoted(write.record) }
    : write;
}
