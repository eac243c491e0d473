import type { HintedParagraph } from '@core/structure/structure-hints';
import { canonicalText } from '@core/text/canonical-text';
import type { PageParagraph } from './element-paragraphs';

/** One plain text of all paragraphs, a blank line between them but not between the items of a list. */
export function joinParagraphs(paragraphs: readonly PageParagraph[]): {
  readonly text: string;
  readonly paragraphs: readonly HintedParagraph[];
} {
  let text = '';
  const placed: HintedParagraph[] = [];
  for (const paragraph of paragraphs) {
    // Character references can name what a frozen text never holds.
    const content = canonicalText(paragraph.text).text.trim();
    if (content === '') continue;
    const last = placed.at(-1);
    if (last !== undefined) text += last.role === 'item' && paragraph.role === 'item' ? '\n' : '\n\n';
    placed.push({ start: text.length, end: text.length + content.length, role: paragraph.role });
    text += content;
  }
  return { text, paragraphs: placed };
}
