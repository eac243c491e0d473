import { documentLanguage, languageAttribute } from '@core/corpus/document-language';
import type { Document } from '@core/model/document';
import { useObservable, useWorkbench } from './workbench-context';

/** The tag of the language of a document, where it is known: how it is read aloud, and which glyphs it is set in. */
export function useDocumentLanguage(document: Document): string | undefined {
  const attributes = useObservable(useWorkbench().lists.attributes);
  return documentLanguage(document, languageAttribute(attributes));
}
