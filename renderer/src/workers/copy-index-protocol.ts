/** What the worker that holds the corpus says to the one that finds copies in it. Messages are taken in turn. */
import type { CopyGroup } from '@core/copies/copy-groups';
import type { PackedStructure } from '@core/corpus/packed-structure';
import type { Id } from '@core/model/identity';

/** A text in which copies are to be found. */
export interface CopyTextSent extends PackedStructure {
  readonly id: Id;
  readonly text: string;
}

/** Groups by document, then by the place of a sentence; a group is one object wherever it stands. */
export type GroupsByDocument = ReadonlyMap<Id, ReadonlyMap<number, CopyGroup>>;

export type CopyIndexQuestions = {
  /** Takes texts in, or their new words; answered once they were gone through. */
  readonly put: { readonly asks: readonly CopyTextSent[]; readonly answers: null };
  readonly remove: { readonly asks: readonly Id[]; readonly answers: null };
  /** In the order of their ids. */
  readonly groups: { readonly asks: null; readonly answers: readonly CopyGroup[] };
  readonly groupsOf: { readonly asks: readonly Id[]; readonly answers: GroupsByDocument };
};
