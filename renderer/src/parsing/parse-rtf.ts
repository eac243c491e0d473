import { fail, type Result, succeed } from '@core/result';
import { elementParagraphs, type PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';
import { headingSign, markRtf, noteSign } from './mark-rtf';

/** The paragraphs of a rich text file. It is rendered into elements that never enter a page. */
export async function parseRtf(bytes: Uint8Array): Promise<Result<readonly PageParagraph[], FileProblem>> {
  const { Document, loggingEnabled } = await import('rtf.js/dist/RTFJS.bundle');
  loggingEnabled(false);
  try {
    const elements = await new Document(markRtf(bytes).buffer, {}).render();
    const page = document.implementation.createHTMLDocument('');
    page.body.append(...elements.map((element) => page.importNode(element, true)));
    return succeed(elementParagraphs(page.body).flatMap(withRole));
  } catch (error) {
    return fail({ code: 'parse-failed', detail: error instanceof Error ? error.message : 'RTF' });
  }
}

/** What the signs that were put before it say of a paragraph. */
function withRole({ text, role }: PageParagraph): readonly PageParagraph[] {
  const plain = text.replaceAll(headingSign, '').replaceAll(noteSign, '').trim();
  if (plain === '') return [];
  const isNote = text.startsWith(noteSign);
  const isHeading = text.startsWith(headingSign);
  return [{ text: plain, role: isNote ? 'item' : isHeading ? 'heading' : role }];
}
