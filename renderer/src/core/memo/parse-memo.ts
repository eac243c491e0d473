import type { MemoBlock, MemoInline, MemoList } from './memo-content';
import { normalizeMemo } from './normalize-memo';
import { parseInline } from './parse-inline';

interface OpenItem {
  lines: string[];
  readonly lists: OpenList[];
}
interface OpenList {
  readonly ordered: boolean;
  readonly start: number;
  readonly items: OpenItem[];
}
type OpenBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: string[] }
  | { readonly kind: 'list'; readonly list: OpenList };
interface Level {
  readonly list: OpenList;
  /** Column at which the text of its last item starts: what is indented that far stands below the item. */
  column: number;
}
interface Marker {
  readonly indent: number;
  readonly ordered: boolean;
  readonly number: number;
  readonly column: number;
  readonly rest: string;
}

const markerPattern = /^([ \t]*)([-*+]|(\d{1,9})[.)])(?:[ \t]+(.*))?$/;
const quotePattern = /^ {0,3}> ?(.*)$/;

/**
 * Reads a memo's Markdown: paragraphs, quotes, lists, bold, italic, links. All else, headings and code among it,
 * stays as it is written.
 */
export function parseMemo(markdown: string): readonly MemoBlock[] {
  const blocks: OpenBlock[] = [];
  let levels: Level[] = [];
  let isAfterBlank = true;
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const last = blocks.at(-1);
    const marker = markerOf(line);
    const quote = quotePattern.exec(line)?.[1];
    if (line.trim() === '') isAfterBlank = true;
    else {
      const continues = !isAfterBlank && last?.kind === 'paragraph';
      if (marker !== null && !(continues && marker.ordered && marker.number !== 1)) {
        levels = placeItem(blocks, last?.kind === 'list' ? levels : [], marker);
      } else if (quote !== undefined) {
        if (!isAfterBlank && last?.kind === 'quote') last.lines.push(quote);
        else blocks.push({ kind: 'quote', lines: [quote] });
      } else if (last?.kind === 'list' && (!isAfterBlank || /^[ \t]/.test(line))) {
        levels.at(-1)?.list.items.at(-1)?.lines.push(line);
      } else if (continues) last.lines.push(line);
      else blocks.push({ kind: 'paragraph', lines: [line] });
      isAfterBlank = false;
    }
  }
  return normalizeMemo(blocks.map(closeBlock));
}

function markerOf(line: string): Marker | null {
  const match = markerPattern.exec(line);
  if (match === null) return null;
  const indent = (match[1] ?? '').replaceAll('\t', '    ').length;
  return {
    indent,
    ordered: match[3] !== undefined,
    number: Number(match[3] ?? 1),
    column: indent + (match[2] ?? '').length + 1,
    rest: match[4] ?? '',
  };
}

/** Puts an item where its indentation says, and returns the lists that are open after it. */
function placeItem(blocks: OpenBlock[], open: readonly Level[], marker: Marker): Level[] {
  const levels = [...open];
  const parentColumn = (): number => levels.at(-2)?.column ?? 0;
  while (levels.length > 1 && marker.indent < parentColumn()) levels.pop();
  const item: OpenItem = { lines: [marker.rest], lists: [] };
  const top = levels.at(-1);
  if (top !== undefined && marker.indent < top.column && top.list.ordered === marker.ordered) {
    top.list.items.push(item);
    top.column = marker.column;
    return levels;
  }
  const list: OpenList = { ordered: marker.ordered, start: marker.number, items: [item] };
  const isBelow = top !== undefined && marker.indent >= top.column;
  if (!isBelow) levels.pop();
  const parent = levels.at(-1)?.list.items.at(-1);
  if (parent === undefined) blocks.push({ kind: 'list', list });
  else parent.lists.push(list);
  return [...levels, { list, column: marker.column }];
}

function closeBlock(block: OpenBlock): MemoBlock {
  if (block.kind === 'list') return closeList(block.list);
  return { kind: block.kind, content: inlineOf(block.lines) };
}

function closeList({ ordered, start, items }: OpenList): MemoList {
  return {
    kind: 'list',
    ordered,
    start,
    items: items.map(({ lines, lists }) => ({ content: inlineOf(lines), lists: lists.map(closeList) })),
  };
}

function inlineOf(lines: readonly string[]): readonly MemoInline[] {
  return parseInline(lines.map((line) => line.trim()).join('\n'));
}
