import type { Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import { lastStartingBy, type Paragraph, paragraphsOf } from '@core/reading/reading-units';
import { type ViewLine, viewLines } from '@core/reading/view-lines';
import { mountLines, type TextSection } from './lexical-lines';

export interface DomPoint {
  readonly node: Text;
  /** UTF-16 units into the node. */
  readonly offset: number;
  /** UTF-16 units into the text. */
  readonly at: number;
}

/** The frozen text on screen, and the only place that knows both its offsets and its DOM nodes. */
export interface LexicalText {
  readonly sections: readonly TextSection[];
  readonly paragraphs: readonly Paragraph[];
  /** What is laid out as one: the paragraphs, and parts of very long ones. */
  readonly lines: readonly ViewLine[];
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
  /** Made if it is not there yet; null when there is no such line. */
  lineElement(index: number): HTMLElement | null;
  /** Makes the lines of sections that are not there yet, by index: what comes near the view. */
  fill(firstSection: number, lastSection: number): void;
  dispose(): void;
}

/**
 * Shows the text in `root`, read-only. Lexical's tree holds the blocks and never changes once they are there; offsets
 * come from the explicit map kept here, never from Lexical's own text content, which adds line feeds of its own.
 */
export function mountLexicalText(root: HTMLElement, text: string, structure: Structure): LexicalText {
  const paragraphs = paragraphsOf(structure, text);
  const lines = viewLines(paragraphs, text);
  const { sections, piecesOf, elementOf, fill, dispose } = mountLines(root, text, structure, lines);

  const pieceText = (line: number, piece: number): Text | null => {
    const node = elementOf(line)?.children[piece]?.firstChild;
    return node instanceof Text && piecesOf(line)[piece] !== undefined ? node : null;
  };

  const pointAt = (offset: number, side: 'before' | 'after'): DomPoint | null => {
    let index = Math.max(-1, lastStartingBy(lines, offset));
    const above = lines[index];
    const isBelow = above !== undefined && offset > above.end && side === 'after';
    if (above === undefined || (isBelow && lines[index + 1] !== undefined)) index += 1;
    // Between two parts of a paragraph, which touch.
    if (side === 'before' && above?.begins === false && above.start === offset) index -= 1;
    const line = lines[index];
    if (line === undefined) return null;
    const pieces = piecesOf(index);
    const within = Math.min(Math.max(offset, line.start), line.end);
    let piece = Math.max(0, lastStartingBy(pieces, within));
    const start = pieces[piece]?.start;
    if (side === 'before' && start === within && piece > 0) piece -= 1;
    const node = pieceText(index, piece);
    const base = pieces[piece]?.start;
    if (node === null || base === undefined) return null;
    return { node, offset: Math.min(within - base, node.length), at: within };
  };

  const offsetInLine = (element: HTMLElement, node: Node, offset: number): number | null => {
    const index = Number(element.dataset['line']);
    const line = lines[index];
    if (line === undefined) return null;
    const pieces = piecesOf(index);
    if (node === element) return pieces[offset]?.start ?? line.end;
    const child = [...element.children].findIndex((candidate) => candidate.contains(node));
    const piece = pieces[child];
    if (piece === undefined) return null;
    return node instanceof Text ? piece.start + offset : offset === 0 ? piece.start : piece.end;
  };

  const offsetAt = (node: Node, offset: number): number | null => {
    if (!root.contains(node)) return null;
    const element = node instanceof Element ? node : node.parentElement;
    const holder = element?.closest('[data-line]');
    if (holder instanceof HTMLElement && root.contains(holder)) return offsetInLine(holder, node, offset);
    // Between sections, or between the lines of one.
    if (node === root) return sections[offset]?.start ?? sections.at(-1)?.end ?? null;
    const section = sections.find((candidate) => candidate.element === node);
    if (section === undefined) return null;
    const line = section.element.children[offset];
    if (line instanceof HTMLElement) return offsetInLine(line, line, 0);
    return offset === 0 ? section.start : section.end;
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
    lines,
    pointAt,
    offsetAt,
    rangeOf,
    lineElement: elementOf,
    fill,
    dispose,
  };
}
