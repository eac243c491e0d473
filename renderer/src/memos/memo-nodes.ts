import type { MemoBlock, MemoInline, MemoItem, MemoList, MemoRun } from '@core/memo/memo-content';
import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListNode,
} from '@lexical/list';
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';

/** Replaces what the editor holds. To be called within an update. */
export function $writeMemoNodes(blocks: readonly MemoBlock[]): void {
  const root = $getRoot().clear();
  for (const block of blocks) root.append(blockNode(block));
  if (blocks.length === 0) root.append($createParagraphNode());
}

function blockNode(block: MemoBlock): ElementNode {
  if (block.kind === 'list') return listNode(block);
  const node = block.kind === 'quote' ? $createQuoteNode() : $createParagraphNode();
  return node.append(...block.content.map(inlineNode));
}

function listNode({ ordered, start, items }: MemoList): ListNode {
  const list = ordered ? $createListNode('number', start) : $createListNode('bullet');
  for (const { content, lists } of items) {
    if (content.length > 0) list.append($createListItemNode().append(...content.map(inlineNode)));
    // Lexical keeps a list below an item as an item of its own that holds nothing else.
    for (const below of lists) list.append($createListItemNode().append(listNode(below)));
  }
  return list;
}

function inlineNode(inline: MemoInline): LexicalNode {
  if (inline.kind === 'break') return $createLineBreakNode();
  if (inline.kind === 'link') return $createLinkNode(inline.href).append(...inline.label.map(textNode));
  return textNode(inline);
}

function textNode({ text, bold, italic }: MemoRun): LexicalNode {
  const node = $createTextNode(text);
  if (bold) node.toggleFormat('bold');
  if (italic) node.toggleFormat('italic');
  return node;
}

/** What the editor holds. To be called within a read or an update. */
export function $readMemoNodes(): readonly MemoBlock[] {
  return $getRoot()
    .getChildren()
    .filter((node) => $isElementNode(node))
    .map((node) => {
      if ($isListNode(node)) return readList(node);
      return { kind: $isQuoteNode(node) ? 'quote' : 'paragraph', content: readInline(node) };
    });
}

function readList(list: ListNode): MemoList {
  const items: MemoItem[] = [];
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue;
    const below = item.getChildren().filter((node) => $isListNode(node));
    const last = items.at(-1);
    if (below.length === 0) items.push({ content: readInline(item), lists: [] });
    else if (last === undefined) items.push({ content: [], lists: below.map(readList) });
    else items[items.length - 1] = { ...last, lists: [...last.lists, ...below.map(readList)] };
  }
  return { kind: 'list', ordered: list.getListType() === 'number', start: list.getStart(), items };
}

function readInline(element: ElementNode): readonly MemoInline[] {
  return element.getChildren().flatMap((node): readonly MemoInline[] => {
    if ($isLineBreakNode(node)) return [{ kind: 'break' }];
    if ($isLinkNode(node)) {
      const label = readInline(node).filter((inline) => inline.kind === 'text');
      return [{ kind: 'link', href: node.getURL(), label }];
    }
    if ($isTextNode(node)) {
      const style = { bold: node.hasFormat('bold'), italic: node.hasFormat('italic') };
      return [{ kind: 'text', text: node.getTextContent(), ...style }];
    }
    return $isElementNode(node) ? readInline(node) : [];
  });
}
