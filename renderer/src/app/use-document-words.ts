import type { Document } from '@core/model/document';
import { documentWords } from '@core/structure/words-in-scope';
import { useMemo } from 'react';
import { useDocument, useText } from './use-document';
import { useWorkbench } from './workbench-context';

/** Words in scope of a document, also after its blocks were corrected. */
export function useDocumentWords(document: Document): number {
  const workbench = useWorkbench();
  const { structure } = useDocument(workbench, document.id).snapshot;
  const loaded = useText(workbench, document.text_sha256);
  const text = loaded.state === 'there' ? loaded.text : undefined;
  return useMemo(() => documentWords(document, structure?.blocks ?? [], text), [document, structure, text]);
}
