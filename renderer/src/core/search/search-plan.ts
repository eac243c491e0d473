/** A query made ready to be asked of documents: names have become ids, words have become matchers. */

import type { CorpusDocument } from '../corpus/text-corpus';
import type { Annotation, Stance } from '../model/annotation';
import type { Id } from '../model/identity';
import type { IndexedDocument } from '../query/passage-index';
import type { SearchPlace } from './search-entry';

/** What a passage that covers a hit has to be. Each part is asked of one and the same passage and coding. */
export type PassageTrait =
  /** One of these codes. */
  | { readonly kind: 'code'; readonly code_ids: ReadonlySet<Id> }
  | { readonly kind: 'coder'; readonly coder_ids: ReadonlySet<Id> }
  | { readonly kind: 'speaker'; readonly actor_ids: ReadonlySet<Id> }
  | { readonly kind: 'stance'; readonly stance: Stance }
  | { readonly kind: 'review'; readonly review: NonNullable<Annotation['review']> };

/** A document with what is known of the work on it. */
export interface PlannedDocument {
  readonly document: CorpusDocument;
  readonly indexed: IndexedDocument | undefined;
}

export type PlanNode =
  /** `leaf`: its place among the plan's leaves. */
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'near'; readonly distance: number; readonly one: PlanNode; readonly other: PlanNode }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'not'; readonly node: PlanNode }
  | { readonly kind: 'passage'; readonly trait: PassageTrait; readonly negated: boolean }
  /** Brackets or a NOT round filters alone, of passages among them: asked of the passages at each hit. */
  | { readonly kind: 'condition'; readonly node: PlanNode }
  | { readonly kind: 'document'; readonly matches: (document: PlannedDocument) => boolean };

export type PlanLeaf =
  | { readonly kind: 'term'; readonly words: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string };

export interface SearchPlan {
  readonly root: PlanNode;
  readonly leaves: readonly PlanLeaf[];
  /** Text out of scope is searched too: residue, datelines, subheads, captions and credits. */
  readonly everywhere: boolean;
  /** What is gone through. */
  readonly place: SearchPlace;
}
