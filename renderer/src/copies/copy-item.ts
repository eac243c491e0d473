import type { Difference } from '@core/copies/word-differences';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';

/** What is to be said of a copy beside its place. */
export type CopyState =
  /** Looked at, not coded: there is no passage in hand. */
  | 'shown'
  /** The passage stands there word for word. */
  | 'exact'
  /** Its words, some of them changed. */
  | 'differs'
  /** The copy does not say this. */
  | 'lacking'
  /** Coded as a copy of the passage, or of its original. */
  | 'coded'
  /** Coded as a copy once, and parted since. */
  | 'detached'
  /** Holds the passage of which the one in hand is a copy. */
  | 'original';

/** One place where a passage, or a stretch of sentences, stands too. */
export interface CopyItem {
  /** Document and place. */
  readonly key: string;
  readonly document_id: Id;
  readonly title: string;
  /** As a person reads it; undefined where the document has none. */
  readonly date: string | undefined;
  readonly agency: string | undefined;
  /** Whether it lies in the open document itself. */
  readonly isHere: boolean;
  /** What is opened: the aligned passage, or the nearest sentence. */
  readonly span: Span;
  /** 0 to 1, of the sentences. */
  readonly similarity: number;
  readonly differences: readonly Difference[];
  readonly state: CopyState;
  /** Whether the copy holds the passage: then `span` is its place there. */
  readonly isAligned: boolean;
  readonly isTicked: boolean;
}

/** What the copies are copies of. */
export type CopiesOf =
  /** A passage in hand. `canCode`: it is the coder's own and coded, and no copy itself. */
  | { readonly kind: 'passage'; readonly canCode: boolean }
  /** Sentences around the cursor. */
  | { readonly kind: 'run' };

export interface CopiesActions {
  readonly onOpen: (item: CopyItem) => void;
  readonly onTick: (item: CopyItem, isTicked: boolean) => void;
  readonly onDetach: (item: CopyItem) => void;
  /** Codes what is ticked and brings what was coded in step. */
  readonly onCode: () => void;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** Whether the copy can be ticked: the words are there, and nothing was made of them yet. */
export function isOffered({ state }: CopyItem): boolean {
  return state === 'exact' || state === 'differs';
}
