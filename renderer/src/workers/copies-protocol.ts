/** What is asked about copies in the worker that holds the corpus. */
import type { CopyGroup } from '@core/copies/copy-groups';
import type { CopyPlace, PassageCopy } from '@core/copies/copy-places';
import type { CopyCounts } from '@core/copies/distinct-passages';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { PassageQuery } from '@core/query/passage-query';

/** A reprinted stretch as the margin tells of it. */
export interface RunMark extends Span {
  /** Other documents that hold any of it; 0 where it only repeats within its own. */
  readonly others: number;
}

/** A passage of which a copy stands in some of the documents asked about, uncoded. */
export interface PassageToCopy {
  readonly annotation_id: Id;
  readonly document_id: Id;
  /** Documents of those asked about, in the order in which they were asked about. */
  readonly documents: readonly Id[];
}

export interface CopiesQuestions {
  /** The runs of a document, as far as copies have been found. */
  readonly copyRuns: { readonly asks: { readonly document_id: Id }; readonly answers: readonly RunMark[] };
  /** Where the run that holds a place of a document stands too; null where no run does. */
  readonly copyPlaces: {
    readonly asks: { readonly document_id: Id; readonly offset: number };
    readonly answers: { readonly run: Span; readonly places: readonly CopyPlace[] } | null;
  };
  /** Copies of a passage, each with its place in them. */
  readonly passageCopies: {
    readonly asks: { readonly document_id: Id; readonly span: Span };
    readonly answers: readonly PassageCopy[];
  };
  /** All groups, once every text has been gone through. */
  readonly copyGroups: { readonly asks: null; readonly answers: readonly CopyGroup[] };
  /**
   * Of the passages that a query finds, once every text has been gone through: circulated and distinct, by code with
   * all above it where `rolled`, and of all of them under `anyCode`.
   */
  readonly copyCounts: {
    readonly asks: { readonly query: PassageQuery; readonly rolled: boolean };
    readonly answers: ReadonlyMap<Id, CopyCounts>;
  };
  /** The coder's coded passages that stand word for word in the documents, which have no passage of theirs there. */
  readonly passagesToCopy: {
    readonly asks: { readonly documents: readonly Id[]; readonly coder_id: Id; readonly round: number };
    readonly answers: readonly PassageToCopy[];
  };
}

/** How far the search for copies is. */
export interface CopiesState {
  /** Documents still to be gone through. */
  readonly waiting: number;
}
