import { fail, type Result, succeed } from '@core/result';
import { strToU8, zipSync } from 'fflate';
import type { PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';
import { readXmlParts } from './office-parts';
import { pageParagraphsOf } from './parse-html';

/** Word's own names of styles, in any language of Word, with what they are on a page. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figure > figcaption:fresh",
];

/**
 * The paragraphs of a Word document, insertions taken and deletions left out as Word shows them. The library gets an
 * archive made anew of parts that were looked at, so that it never inflates what was not counted, and has no picture
 * and no file to load.
 */
export async function parseDocx(bytes: Uint8Array): Promise<Result<readonly PageParagraph[], FileProblem>> {
  const parts = readXmlParts(bytes, (name) => /\.(?:xml|rels)$/i.test(name));
  if (!parts.ok) return parts;
  const archive = zipSync(
    Object.fromEntries([...parts.value].map(([name, text]) => [name, strToU8(withoutDeclaration(text))])),
    { level: 0 },
  );
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer: new Uint8Array(archive).buffer },
      {
        styleMap: styles,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    );
    return succeed(pageParagraphsOf(value));
  } catch (error) {
    return fail({ code: 'parse-failed', detail: error instanceof Error ? error.message : 'docx' });
  }
}

/** The parts are UTF-8 by now, whatever they were. */
function withoutDeclaration(text: string): string {
  return text.replace(/^\uFEFF?<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8"?>');
}
