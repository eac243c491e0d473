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
 * A list shows a screenful of thousands: what an item holds is looked up when it is first asked for.
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
  const lookup: Lookup = {
    codings: ({ codings }) =>
      codings
        .map((coding) => ({ coding, code: codes.get(coding.code_id), memo: memos.get(coding.id) }))
        .sort(byCodebook),
    memo: ({ id }) => memos.get(id),
    isOwn: ({ coder_id, round }) => coder_id === sources.coder_id && round === sources.round,
    isOtherRound: ({ coder_id, round }) => coder_id === sources.coder_id && round !== sources.round,
    coderName: ({ coder_id }) => names.get(coder_id) ?? '',
  };
  return createChangeMapper((annotation) => new LookedUpItem(annotation, lookup));
}

type Lookup = {
  readonly [K in Exclude<keyof AnnotationItem, 'annotation'>]-?: (
    annotation: Annotation,
  ) => Required<AnnotationItem>[K];
};

class LookedUpItem implements AnnotationItem {
  readonly annotation: Annotation;
  readonly #lookup: Lookup;
  #codings: readonly CodingItem[] | undefined;

  constructor(annotation: Annotation, lookup: Lookup) {
    this.annotation = annotation;
    this.#lookup = lookup;
  }

  /** The same array each time. */
  get codings(): readonly CodingItem[] {
    this.#codings ??= this.#lookup.codings(this.annotation);
    return this.#codings;
  }

  get memo(): Memo | undefined {
    return this.#lookup.memo(this.annotation);
  }

  get isOwn(): boolean {
    return this.#lookup.isOwn(this.annotation);
  }

  get isOtherRound(): boolean {
    return this.#lookup.isOtherRound(this.annotation);
  }

  get coderName(): string {
    return this.#lookup.coderName(this.annotation);
  }
}
