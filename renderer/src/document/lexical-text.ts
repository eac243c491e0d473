import type { Block, BlockKind } from '@core/model/block';
import type { Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import { type PlannedSection, planSections } from '@core/reading/plan-sections';
import { lastStartingBy, type Paragraph, paragraphsOf } from '@core/reading/reading-units';
import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
import { $createLineNode, LineNode } from './line-node';
import { $createPieceNode, PieceNode } from './piece-node';
import { $createSectionNode, SectionNode } from './section-node';

export interface DomPoint {
  readonly node: Text;
  /** UTF-16 units into the node. */
  readonly offset: number;
  /** UTF-16 units into the text. */
  readonly at: number;
}

export interface TextSection extends Span {
  readonly element: HTMLElement;
}

/** The frozen text on screen, and the only place that knows both its offsets and its DOM nodes. */
export interface LexicalText {
  readonly sections: readonly TextSection[];
  readonly paragraphs: readonly Paragraph[];
  /**
   * Where an offset stands. Between two lines `side` says which: 'after' the start of the next, 'before' the end
   * of the one above. null in an empty text.
   */
  pointAt(offset: number, side: 'before' | 'after'): DomPoint | null;
  /** The offset of a DOM position; null outside this text. */
  offsetAt(node: Node, offset: number): number | null;
  /**
   * A range over a span; null when there is nothing in it to show. Static, since the text never changes: the page
   * keeps every live range up to date with every node that comes or goes anywhere, also those nobody needs any more.
   */
  rangeOf(span: Span): StaticRange | null;
  lineElement(index: number): HTMLElement | null;
  dispose(): void;
}

interface Line extends Paragraph {
  readonly key: string;
  readonly pieces: readonly Block[];
}

interface FilledSection {
  readonly key: string;
  readonly plan: PlannedSection;
}

/**
 * Shows the text in `root`, read-only. Lexical's tree holds the blocks and never changes afterwards; offsets come
 * from the explicit map kept here, never from Lexical's own text content, which adds line feeds of its own.
 */
export function mountLexicalText(root: HTMLElement, text: string, structure: Structure): LexicalText {
  const editor = createEditor({
    namespace: 'framewright-reader',
    editable: false,
    nodes: [SectionNode, LineNode, PieceNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  const paragraphs = paragraphsOf(structure, text);
  const { lines, filled } = fill(editor, text, structure, paragraphs);
  const sections = filled.flatMap(({ key, plan }): readonly TextSection[] => {
    const element = editor.getElementByKey(key);
    const first = lines[plan.first];
    const last = lines[plan.end - 1];
    if (element === null || first === undefined || last === undefined) return [];
    return [{ element, start: first.start, end: last.end }];
  });

  const lineElement = (index: number): HTMLElement | null => {
    const line = lines[index];
    return line === undefined ? null : editor.getElementByKey(line.key);
  };
  const pieceText = (line: Line, lineIndex: number, piece: number): Text | null => {
    const node = lineElement(lineIndex)?.children[piece]?.firstChild;
    return node instanceof Text && line.pieces[piece] !== undefined ? node : null;
  };

  const pointAt = (offset: number, side: 'before' | 'after'): DomPoint | null => {
    let index = lastStartingBy(lines, offset);
    const line = lines[index];
    if (line === undefined || (offset > line.end && side === 'after' && lines[index + 1] !== undefined))
      index += 1;
    const found = lines[Math.max(0, index)];
    if (found === undefined) return null;
    const within = Math.min(Math.max(offset, found.start), found.end);
    let piece = Math.max(0, lastStartingBy(found.pieces, within));
    const start = found.pieces[piece]?.start;
    if (side === 'before' && start === within && piece > 0) piece -= 1;
    const node = pieceText(found, Math.max(0, index), piece);
    const base = found.pieces[piece]?.start;
    if (node === null || base === undefined) return null;
    return { node, offset: Math.min(within - base, node.length), at: within };
  };

  const offsetInLine = (element: HTMLElement, node: Node, offset: number): number | null => {
    const line = lines[Number(element.dataset['line'])];
    if (line === undefined) return null;
    if (node === element) return line.pieces[offset]?.start ?? line.end;
    const child = [...element.children].findIndex((candidate) => candidate.contains(node));
    const piece = line.pieces[child];
    if (piece === undefined) return null;
    return node instanceof Text ? piece.start + offset : offset === 0 ? piece.start : piece.end;
  };

  const offsetAt = (node: Node, offset: number): number | null => {
    if (!root.contains(node)) return null;
    const element = node instanceof Element ? node : node.parentElement;
    const holder = element?.closest('[data-line]');
    if (holder instanceof HTMLElement && root.contains(holder)) return offsetInLine(holder, node, offset);
    const child = node.childNodes[offset];
    if (child instanceof Element) {
      const first = child.matches('[data-line]') ? child : child.querySelector('[data-line]');
      return first instanceof HTMLElement ? (lines[Number(first.dataset['line'])]?.start ?? null) : null;
    }
    const within = node instanceof Element ? [...node.querySelectorAll('[data-line]')].at(-1) : undefined;
    return within instanceof HTMLElement ? (lines[Number(within.dataset['line'])]?.end ?? null) : null;
  };

  const rangeOf = (span: Span): StaticRange | null => {
    const start = pointAt(span.start, 'after');
    const end = pointAt(span.end, 'before');
    // Of line feeds alone the start stands below the end.
    if (start === null || end === null || end.at <= start.at) return null;
    return new StaticRange({
      ...{ startContainer: start.node, startOffset: start.offset },
      ...{ endContainer: end.node, endOffset: end.offset },
    });
  };

  return {
    sections,
    paragraphs,
    pointAt,
    offsetAt,
    rangeOf,
    lineElement,
    dispose: () => editor.setRootElement(null),
  };
}

function fill(
  editor: LexicalEditor,
  text: string,
  structure: Structure,
  paragraphs: readonly Paragraph[],
): { readonly lines: readonly Line[]; readonly filled: readonly FilledSection[] } {
  const lines: Line[] = [];
  const filled: FilledSection[] = [];
  editor.update(
    () => {
      const root = $getRoot().clear();
      for (const plan of planSections(paragraphs)) {
        const { first, end, rows } = plan;
        const section = $createSectionNode({ lines: end - first, rows });
        filled.push({ key: section.getKey(), plan });
        root.append(section);
        for (const [place, paragraph] of paragraphs.slice(first, end).entries()) {
          const pieces = structure.blocks.slice(paragraph.firstBlock, paragraph.endBlock);
          const wrapped = pieces.some((piece) => text.slice(piece.start, piece.end).includes('\n'));
          const node = $createLineNode({ index: first + place, kind: lineKind(pieces), wrapped });
          for (const piece of pieces)
            node.append($createPieceNode(text.slice(piece.start, piece.end), piece.kind));
          section.append(node);
          lines.push({ ...paragraph, key: node.getKey(), pieces });
        }
      }
    },
    { discrete: true },
  );
  return { lines, filled };
}

/** A line looks like its longest block: a dateline before a body does not make the body look like a dateline. */
function lineKind(pieces: readonly Block[]): BlockKind {
  const longest = pieces.reduce<Block | undefined>(
    (best, piece) => (best === undefined || piece.end - piece.start > best.end - best.start ? piece : best),
    undefined,
  );
  return longest?.kind ?? 'body';
}
