import { fail, type Result, succeed } from '@core/result';
import { elementParagraphs, type PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';

/** The paragraphs of a rich text file. It is rendered into elements that never enter a page. */
export async function parseRtf(bytes: Uint8Array): Promise<Result<readonly PageParagraph[], FileProblem>> {
  const { Document, loggingEnabled } = await import('rtf.js/dist/RTFJS.bundle');
  loggingEnabled(false);
  try {
    const elements = await new Document(withoutPictures(bytes).buffer, {}).render();
    const page = document.implementation.createHTMLDocument('');
    page.body.append(...elements.map((element) => page.importNode(element, true)));
    return succeed(elementParagraphs(page.body));
  } catch (error) {
    return fail({ code: 'parse-failed', detail: error instanceof Error ? error.message : 'RTF' });
  }
}

/** A copy in which groups of pictures are blank: the library stops at kinds of picture that it cannot draw. */
function withoutPictures(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  for (const { index } of text.matchAll(/\{\\(?:\*\\shppict|nonshppict|pict|\*\\objdata)\b/g)) {
    const end = groupEnd(bytes, index);
    copy.fill(0x20, index, end);
  }
  return copy;
}

/** Behind the brace that closes the group that begins at `start`. */
function groupEnd(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === 0x5c) at += 1;
    else if (bytes[at] === 0x7b) depth += 1;
    else if (bytes[at] === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}
