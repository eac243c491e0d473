import type { BlockKind } from '../model/block';
import type { Span } from '../model/span';
import { kindsInScope, kindsWithSentences } from './block-scope';
import { type Classification, classify } from './classify';
import { findDateline } from './dateline';
import { afterLeadingResidue, beforeTrailingResidue } from './edge-residue';
import { readFields } from './fields';
import { type DetectLanguage, findLanguage } from './find-language';
import { describeParagraph, type ParagraphFacts } from './paragraph-facts';
import { splitParagraphs } from './paragraphs';
import type { ParsedBlock, ParsedStructure } from './parsed-structure';
import { RULES_REV } from './rules-rev';
import { findSentences } from './sentences';
import type { StructureHints } from './structure-hints';
import { wordsInScope } from './words-in-scope';

export interface ParseOptions {
  /** Version of ICU whose boundaries the engine uses; kept beside the sentences. */
  readonly icu: string;
  /** Path or name of the file: its last part is the title of a text without one. */
  readonly pathName: string;
  readonly hints?: StructureHints;
  /** Tells a text's language; without it only what the file states is known. */
  readonly detectLanguage?: DetectLanguage;
}

const noDetector: DetectLanguage = () => null;

/**
 * Title, blocks, sentences and values of a frozen text (see `canonicalText`), by rule; what `hints` state stands
 * before what the rules find. Never fails: a text that looks like no news at all is body from end to end.
 */
export function parseStructure(
  text: string,
  { icu, pathName, hints = {}, detectLanguage = noDetector }: ParseOptions,
): ParsedStructure {
  const paragraphs = splitParagraphs(text, hints).map((paragraph) => describeParagraph(text, paragraph));
  const classification = classify(text, paragraphs);
  const first = classification.opening.dateline?.at ?? classification.kinds.indexOf('body');
  const blocks = paragraphs.flatMap((paragraph, at) =>
    cutBlocks(text, paragraph, at, at === first, classification),
  );
  const sentences = blocks
    .filter((block) => kindsWithSentences.has(block.kind))
    .flatMap((block) => findSentences(text, block).map(({ start, end }) => [start, end] as const));
  const { language: stated, ...said } = hints.values ?? {};
  const language = findLanguage(text, blocks, detectLanguage, stated);
  return {
    title: titleOf(paragraphs, classification, hints, pathName),
    blocks,
    sentences,
    segmenter: { icu, rules_rev: RULES_REV },
    words: wordsInScope(text, blocks),
    values: {
      ...readFields(text, paragraphs, classification),
      ...said,
      ...(language === undefined ? {} : { language }),
    },
    ...(hints.extra === undefined ? {} : { extra: hints.extra }),
  };
}

/** The blocks of one paragraph; they touch, and each but the last ends with the white space behind it. */
function cutBlocks(
  text: string,
  paragraph: ParagraphFacts,
  at: number,
  isFirst: boolean,
  { kinds, opening }: Classification,
): readonly ParsedBlock[] {
  const kind = kinds[at] ?? 'body';
  const whole = { start: paragraph.start, end: paragraph.end };
  if (kind !== 'body' && kind !== 'background') return [block(whole, kind)];
  const plain = isFirst ? afterLeadingResidue(text, whole) : whole;
  const dateline =
    opening.dateline?.at === at
      ? opening.dateline.found
      : paragraph.role === 'text' && findDateline(text, plain, 'anywhere');
  const bodyStart = dateline ? dateline.end : plain.start;
  const bodyEnd = beforeTrailingResidue(text, { start: bodyStart, end: whole.end }).end;
  const parts: readonly [BlockKind, Span][] = [
    ['residue', { start: whole.start, end: plain.start }],
    ['dateline', { start: plain.start, end: bodyStart }],
    [kind, { start: bodyStart, end: bodyEnd }],
    ['residue', { start: bodyEnd, end: whole.end }],
  ];
  return parts.filter(([, span]) => span.start < span.end).map(([partKind, span]) => block(span, partKind));
}

function block(span: Span, kind: BlockKind): ParsedBlock {
  return { start: span.start, end: span.end, kind, in_scope: kindsInScope.has(kind) };
}

function titleOf(
  paragraphs: readonly ParagraphFacts[],
  { opening }: Classification,
  hints: StructureHints,
  pathName: string,
): string {
  const stated = hints.title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (stated !== '') return stated;
  const line = opening.title === undefined ? undefined : paragraphs[opening.title];
  return line?.head ?? pathName.slice(pathName.lastIndexOf('/') + 1);
}
