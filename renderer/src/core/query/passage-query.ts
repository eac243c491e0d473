/** A question to all passages of the project, as plain data. */
import type { Stance, Voice } from '../model/annotation';
import type { Id } from '../model/identity';

/** A code, with all codes below it where `below` says so; a folder always stands for what is in it. */
export interface CodeCondition {
  readonly code_id: Id;
  readonly below: boolean;
}

/** What a document's value of an attribute has to be. */
export type AttributeCondition =
  /** One of these, or any of them for an attribute that takes several. Booleans as "true" and "false". */
  | { readonly kind: 'is'; readonly attribute_id: Id; readonly values: readonly string[] }
  /** Dates as "2022", "2022-01" or "2022-01-19", overlapping; numbers by size. null leaves an end open. */
  | {
      readonly kind: 'between';
      readonly attribute_id: Id;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** Without regard to case. */
  | { readonly kind: 'contains'; readonly attribute_id: Id; readonly text: string }
  | { readonly kind: 'missing'; readonly attribute_id: Id };

/** Asks for what was not said. No record has an id like it. */
export const unset = 'unset' as const;
export type Unset = typeof unset;

/**
 * A passage answers when it meets every condition that is set; null, '' and empty lists set none. Stance and
 * certainty are asked of one and the same coding as `any` and `all`: "legitimacy, denied" is no passage that
 * mentions legitimacy and denies something else. `none` holds whatever the stance.
 */
export interface PassageQuery {
  readonly codes: {
    readonly any: readonly CodeCondition[];
    readonly all: readonly CodeCondition[];
    readonly none: readonly CodeCondition[];
  };
  readonly coded: 'coded' | 'uncoded' | null;
  readonly stance: Stance | Unset | null;
  readonly certainty: 'unsure' | 'sure' | null;
  readonly document_ids: readonly Id[] | null;
  readonly attributes: readonly AttributeCondition[];
  /** Only documents that the coder, or where none is named any coder, is done with. */
  readonly done: boolean;
  readonly coder_id: Id | null;
  readonly round: number | null;
  /** `unset` for passages of nobody. */
  readonly speaker_id: Id | null;
  readonly voice: Voice | Unset | null;
  readonly review: 'to_review' | 'accepted' | null;
  /** Part of the quote, without regard to case. */
  readonly text: string;
  readonly level: 'passage' | 'document' | null;
}

export const everyPassage: PassageQuery = {
  codes: { any: [], all: [], none: [] },
  coded: null,
  stance: null,
  certainty: null,
  document_ids: null,
  attributes: [],
  done: false,
  coder_id: null,
  round: null,
  speaker_id: null,
  voice: null,
  review: null,
  text: '',
  level: null,
};

/** What passages are listed under; within a group they stand in the order of the corpus. */
export type Grouping =
  | { readonly by: 'document' }
  /** Under each code that made the passage answer; a passage with two of them is listed twice. */
  | { readonly by: 'code' }
  | { readonly by: 'attribute'; readonly attribute_id: Id };
