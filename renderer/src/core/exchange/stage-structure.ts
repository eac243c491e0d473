import type { Block } from '../model/block';
import type { Structure } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import type { ParsedStructure } from '../structure/parsed-structure';
import { canonicalId, type Stage } from './import-stage';
import type { FileBlock, FileDocument } from './json-schema';

/** Spans in text order, each within the text, none over another. */
function areInOrder(spans: readonly Span[], length: number): boolean {
  return spans.every(
    ({ start, end }, at) => start <= end && end <= length && start >= (spans[at - 1]?.end ?? 0),
  );
}

/** A block of the file as it would stand here. */
export function blockOf(stage: Stage, item: FileBlock): Block {
  return {
    ...item,
    id: canonicalId(item.id) ?? stage.context.newId(),
    source: item.source ?? 'rule',
    rule_rev: item.rule_rev ?? 0,
  };
}

/**
 * Blocks and sentences of a document of the file as they stand there, or parsed anew where they are missing or do
 * not fit the text. `parsed` answers what the parser says, asked at most once.
 */
export function stageStructure(
  stage: Stage,
  item: FileDocument,
  document_id: Id,
  text: string,
  path: string,
): { readonly structure: Structure; readonly parsed: () => ParsedStructure } {
  let known: ParsedStructure | undefined;
  const parsed = (): ParsedStructure => {
    known ??= stage.context.parse(text, path);
    return known;
  };
  const { blocks, sentences } = item;
  const fits =
    blocks !== undefined &&
    sentences !== undefined &&
    areInOrder(blocks, text.length) &&
    areInOrder(
      sentences.map(([start, end]) => ({ start, end })),
      text.length,
    );
  if (fits) {
    const segmenter = item.segmenter ?? { icu: '', rules_rev: 0 };
    const own = blocks.map((block) => blockOf(stage, block));
    return { structure: { document_id, blocks: own, sentences, segmenter }, parsed };
  }
  stage.report.note('repaired', 'document', { id: item.id, name: item.title ?? path }, 'structure-made');
  const made = parsed();
  const { segmenter } = made;
  const found = made.blocks.map(
    (block): Block => ({
      ...block,
      id: stage.context.newId(),
      source: 'rule',
      rule_rev: segmenter.rules_rev,
    }),
  );
  return { structure: { document_id, blocks: found, sentences: made.sentences, segmenter }, parsed };
}
