import type { MemoBlock, MemoInline } from '../memo/memo-content';
import { writeMemo } from '../memo/write-memo';

/** The Markdown of a plain text, in which nothing of it is markup: paragraphs are parted by empty lines. */
export function plainMemo(text: string): string {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/);
  return writeMemo(
    paragraphs.map(
      (paragraph): MemoBlock => ({
        kind: 'paragraph',
        content: paragraph.split('\n').flatMap((line, n): readonly MemoInline[] => {
          const run = { kind: 'text', text: line, bold: false, italic: false } as const;
          return n === 0 ? [run] : [{ kind: 'break' }, run];
        }),
      }),
    ),
  );
}
