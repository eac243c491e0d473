import type { Annotation } from '../model/annotation';
import type { ChangeDraft } from '../model/change';
import type { Document, Structure } from '../model/document';
import type { Link } from '../model/link';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import { removeAnnotations } from './annotation-commands';
import { removeMemos } from './remove-memos';

/** A document with all that hangs on it. */
export interface WholeDocument {
  readonly document: Document;
  readonly structure: Structure;
  readonly annotations: readonly Annotation[];
  /** Of the document, its annotations and their codings. */
  readonly memos: readonly Memo[];
  readonly passes: readonly Pass[];
}

/**
 * Takes a document out of the project with everything that was said of it, whoever said it; its own record last, so
 * that undo brings it back first. `links`: all of the project.
 */
export function removeDocument(whole: WholeDocument, links: readonly Link[]): readonly ChangeDraft[] {
  const { document, structure, annotations, memos, passes } = whole;
  const own = memos.filter(({ target }) => target.kind === 'document');
  const onPassages = memos.filter(({ target }) => target.kind !== 'document');
  return [
    ...removeAnnotations(annotations, onPassages, links),
    ...removeMemos(own),
    ...passes.map(
      (pass): ChangeDraft => ({ kind: 'pass.set', data: { id: pass.id, value: null }, before: pass }),
    ),
    { kind: 'document.removed', data: { id: document.id }, before: { document, structure } },
  ];
}
