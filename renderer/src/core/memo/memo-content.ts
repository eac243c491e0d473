/** A memo as it is kept: what `writeMemo` and `memoText` make of it. */
export interface MemoContent {
  readonly markdown: string;
  /** The same without markup. */
  readonly text: string;
}

/** A stretch of text in one style. Holds no line feed. */
export interface MemoRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface MemoBreak {
  readonly kind: 'break';
}

export interface MemoLink {
  readonly kind: 'link';
  /** "fw:kind/id" within the project, or an address. */
  readonly href: string;
  readonly label: readonly MemoRun[];
}

export type MemoInline = MemoRun | MemoBreak | MemoLink;

export interface MemoItem {
  readonly content: readonly MemoInline[];
  /** Lists below this item. */
  readonly lists: readonly MemoList[];
}

export interface MemoList {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item; 1 where the list is not ordered. */
  readonly start: number;
  readonly items: readonly MemoItem[];
}

export interface MemoProse {
  readonly kind: 'paragraph' | 'quote';
  readonly content: readonly MemoInline[];
}

/** A memo is a sequence of these: all that its Markdown can say. */
export type MemoBlock = MemoProse | MemoList;

/** The memo without markup: a line for each item, an empty line between blocks. */
export function memoText(blocks: readonly MemoBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'list' ? listText(block) : inlineText(block.content)))
    .join('\n\n');
}

function listText({ items }: MemoList): string {
  return items
    .flatMap(({ content, lists }) => [inlineText(content), ...lists.map(listText)])
    .filter((line) => line !== '')
    .join('\n');
}

/** Text of a line or lines, without styles and addresses. */
function inlineText(content: readonly MemoInline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'text' ? inline.text : inline.label.map(({ text }) => text).join('');
    })
    .join('');
}
