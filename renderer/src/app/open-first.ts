import type { Document } from '@core/model/document';
import type { Span } from '@core/model/span';
import { pause } from '../data/store-problem';
import type { Workbench } from './open-workbench';
import { getView, openDocument } from './view-state';

/** Milliseconds that the first picture of a document waits for its text. */
const firstWithin = 300;

/**
 * Opens the document that was read last once its text is there: drawing the window without it, and then with it, would
 * show it later.
 */
export async function openFirstWhole(workbench: Workbench): Promise<void> {
  const { first } = whereLast(workbench);
  if (first === undefined || getView().documentId !== null) return;
  await Promise.race([workbench.shelf.prefetch(first.id, first.text_sha256), pause(firstWithin)]);
  openFirst(workbench);
}

/** Opens it where none is open. */
export function openFirst(workbench: Workbench): void {
  const { first, span } = whereLast(workbench);
  if (first !== undefined && getView().documentId === null) openDocument(first.id, span);
}

/** The document and the place where the coder read last, else the first document. */
function whereLast({ lists, settings }: Workbench): {
  readonly first: Document | undefined;
  readonly span: Span | null;
} {
  const documents = lists.documents.getSnapshot();
  const place = settings.place();
  const last = documents.find(({ id }) => id === place?.document_id);
  if (place === null || last === undefined) return { first: documents[0], span: null };
  return { first: last, span: place.offset === 0 ? null : { start: place.offset, end: place.offset } };
}
