import type { Block, BlockKind } from '@core/model/block';
import type { Structure } from '@core/model/document';
import type { Span } from '@core/model/span';
import { type PlannedSection, planSections } from '@core/reading/plan-sections';
import { lastStartingBy } from '@core/reading/reading-units';
import type { ViewLine } from '@core/reading/view-lines';
import { paragraphDirection } from '@core/text/direction';
import { $getNodeByKey, $getRoot, createEditor, type NodeKey } from 'lexical';
import { $createLineNode, LineNode } from './line-node';
import { $createPieceNode, PieceNode } from './piece-node';
import { $createSectionNode, $isSectionNode, SectionNode, showLines } from './section-node';

export interface TextSection extends Span {
  readonly element: HTMLElement;
}

/** The lines of a text in Lexical's tree. */
export interface LexicalLines {
  readonly sections: readonly TextSection[];
  /** The blocks that stand in a line, by its index, as far as they stand in it. */
  readonly piecesOf: (line: number) => readonly Block[];
  /** Made if it is not there yet; null when there is no such line. */
  readonly elementOf: (line: number) => HTMLElement | null;
  /** Makes the lines of some sections, by index. */
  readonly fill: (first: number, last: number) => void;
  readonly dispose: () => void;
}

/** Sections that are made at once: what a view shows, and most reports whole. */
const atOnce = 4;
/** UTF-16 units of a paragraph in which its first letter is looked for. */
const headOfParagraph = 1_000;
/** Milliseconds that must be left of a rest of the window for another section to be made. */
const perSection = 3;

/**
 * Puts a text into `root`, a section at a time: the first few and the last at once, others when they are asked for, all
 * that are left while the window rests. A text of any length is there at once, and the whole of it soon after, so that
 * assistive tools meet all of it. Once made, a section never changes.
 */
export function mountLines(
  root: HTMLElement,
  text: string,
  structure: Structure,
  lines: readonly ViewLine[],
): LexicalLines {
  const editor = createEditor({
    namespace: 'framewright-reader',
    editable: false,
    nodes: [SectionNode, LineNode, PieceNode],
    onError: (error) => {
      throw error;
    },
  });
  const plans = planSections(lines);
  let keys: readonly NodeKey[] = [];
  const isThere = new Uint8Array(plans.length);
  const lineKeys = new Map<number, NodeKey>();

  const piecesOf = (index: number): readonly Block[] => {
    const line = lines[index];
    if (line === undefined) return [];
    const blocks = structure.blocks.slice(line.firstBlock, line.endBlock);
    return line.begins && line.ends ? blocks : blocks.flatMap((block) => partOf(block, line));
  };

  const makeLine = (index: number): LineNode => {
    const pieces = piecesOf(index);
    const { number = null, begins = true, ends = true, firstBlock = 0 } = lines[index] ?? {};
    const wrapped = pieces.some((piece) => text.slice(piece.start, piece.end).includes('\n'));
    const look = { index, number: begins ? number : null, ends, kind: lineKind(pieces), wrapped };
    const node = $createLineNode(look);
    // A whole line runs as its own text has it; parts run as their paragraph, whatever words they begin with.
    if (!begins || !ends) {
      const { start = 0 } = structure.blocks[firstBlock] ?? {};
      node.setDirection(paragraphDirection(text.slice(start, start + headOfParagraph)));
    }
    lineKeys.set(index, node.getKey());
    return node.append(...pieces.map((piece) => $createPieceNode(text.slice(piece.start, piece.end), piece)));
  };

  /** Within an update. */
  const makeSection = (index: number): void => {
    const node = $getNodeByKey(keys[index] ?? '');
    const plan = plans[index];
    if (plan === undefined || !$isSectionNode(node)) return;
    node.append(...indexes(plan.first, plan.end - 1).map(makeLine));
    isThere[index] = 1;
  };

  // All of it before the root is given: with each update after that the library asks where the page's selection is,
  // for which the engine lays out the whole page.
  const firsts = new Set([...indexes(0, Math.min(atOnce, plans.length) - 1), plans.length - 1]);
  const makeFirst = (): void => {
    keys = frameSections(plans);
    for (const index of firsts) makeSection(index);
  };
  editor.update(makeFirst, { discrete: true });
  editor.setRootElement(root);
  const sections = keys.flatMap((key, index): readonly TextSection[] => {
    const element = editor.getElementByKey(key);
    const plan = plans[index];
    const first = plan && lines[plan.first];
    const last = plan && lines[plan.end - 1];
    if (element === null || first === undefined || last === undefined) return [];
    return [{ element, start: first.start, end: last.end }];
  });
  const show = (made: Iterable<number>): void => {
    for (const index of made) {
      const element = sections[index]?.element;
      if (element !== undefined) showLines(element);
    }
  };
  show(firsts);

  const fill = (first: number, last: number): void => {
    const missing = indexes(Math.max(0, first), Math.min(last, plans.length - 1)).filter(
      (index) => isThere[index] === 0,
    );
    if (missing.length === 0) return;
    editor.update(() => missing.forEach(makeSection), { discrete: true });
    show(missing);
  };
  const stop = inRests(atOnce, plans.length, (index) => fill(index, index));

  return {
    sections,
    piecesOf,
    elementOf: (line) => {
      const section = lastStartingBy(sections, lines[line]?.start ?? -1);
      fill(section, section);
      const key = lineKeys.get(line);
      return key === undefined ? null : editor.getElementByKey(key);
    },
    fill,
    dispose: () => {
      stop();
      editor.setRootElement(null);
    },
  };
}

/** Puts empty sections in the tree, as high as what they will hold. Within an update. */
function frameSections(plans: readonly PlannedSection[]): readonly NodeKey[] {
  const nodes = plans.map(({ first, end, rows }) => $createSectionNode({ lines: end - first, rows }));
  $getRoot()
    .clear()
    .append(...nodes);
  return nodes.map((node) => node.getKey());
}

/** Visits indexes one after the other while the window has nothing else to do. Returns what ends it. */
function inRests(first: number, end: number, visit: (index: number) => void): () => void {
  let next = first;
  let asked = 0;
  const rest = (deadline: IdleDeadline): void => {
    while (next < end && deadline.timeRemaining() > perSection) {
      visit(next);
      next += 1;
    }
    ask();
  };
  const ask = (): void => {
    if (next < end) asked = requestIdleCallback(rest);
  };
  ask();
  return () => cancelIdleCallback(asked);
}

function indexes(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** The part of a block that stands in a line. */
function partOf(block: Block, line: Span): readonly Block[] {
  const start = Math.max(block.start, line.start);
  const end = Math.min(block.end, line.end);
  return start < end ? [{ ...block, start, end }] : [];
}

/** A line looks like its longest block: a dateline before a body does not make the body look like a dateline. */
function lineKind(pieces: readonly Block[]): BlockKind {
  const longest = pieces.reduce<Block | undefined>(
    (best, piece) => (best === undefined || piece.end - piece.start > best.end - best.start ? piece : best),
    undefined,
  );
  return longest?.kind ?? 'body';
}
