import { createChangeMapper } from '@core/change-mapper';
import { codesInOrder } from '@core/codebook/code-tree';
import type { Annotation } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Coder } from '@core/model/coder';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import type { AnnotationItem, CodingItem } from '../annotations/annotation-item';

export interface ItemSources {
  readonly codes: readonly Code[];
  readonly coders: readonly Coder[];
  /** Of the document, its annotations and their codings. */
  readonly memos: readonly Memo[];
  /** Whose annotations may be changed. */
  readonly coder_id: Id;
  /** The round that is worked in: what the coder did in another is not changed in this one. */
  readonly round: number;
}

/**
 * Puts annotations together with their codes, memos and coder, for the list. Made anew when one of those changes;
 * until then an annotation that stayed the same object gives the same item, so that its row is not drawn again.
 */
export function createItemMaker(
  sources: ItemSources,
): (annotations: readonly Annotation[]) => readonly AnnotationItem[] {
  const order = new Map(codesInOrder(sources.codes).map(({ id }, index) => [id, index]));
  const codes = new Map(sources.codes.map((code) => [code.id, code]));
  const names = new Map(sources.coders.map(({ id, name }) => [id, name]));
  const memos = new Map(sources.memos.map((memo) => [memo.target.id, memo]));
  const byCodebook = (one: CodingItem, other: CodingItem): number =>
    (order.get(one.coding.code_id) ?? 0) - (order.get(other.coding.code_id) ?? 0);
  return createChangeMapper((annotation) => ({
    annotation,
    codings: annotation.codings
      .map((coding) => ({ coding, code: codes.get(coding.code_id), memo: memos.get(coding.id) }))
      .sort(byCodebook),
    memo: memos.get(annotation.id),
    isOwn: annotation.coder_id === sources.coder_id && annotation.round === sources.round,
    isOtherRound: annotation.coder_id === sources.coder_id && annotation.round !== sources.round,
    coderName: names.get(annotation.coder_id) ?? '',
  }));
}
