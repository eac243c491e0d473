import type { Id, Origin, Sha256, Time } from './identity';

/** A place in a frozen text: `text.slice(start, end) === quote`, checked whenever it is used. */
export interface PassageTarget {
  readonly kind: 'passage';
  /** UTF-16 units. */
  readonly start: number;
  /** UTF-16 units, exclusive. */
  readonly end: number;
  readonly quote: string;
  /** Up to 32 UTF-16 units before the passage, never half a surrogate pair. */
  readonly prefix: string;
  /** Up to 32 UTF-16 units after it. */
  readonly suffix: string;
}

export interface DocumentTarget {
  readonly kind: 'document';
}

export type Target = PassageTarget | DocumentTarget;
export type Certainty = 'unsure';
export type Stance = 'affirms' | 'denies' | 'mentions';
export type Voice = 'own' | 'reported' | 'direct' | 'endorsed';
/** Values of properties, by property id. */
export type PropertyValues = Readonly<Record<Id, string | number | boolean | readonly string[]>>;

/** One code given to one annotation. */
export interface Coding {
  readonly id: Id;
  readonly code_id: Id;
  /** The code's `rev` when it was applied. */
  readonly code_rev: number;
  readonly certainty?: Certainty;
  readonly stance?: Stance;
  readonly values?: PropertyValues;
  readonly origin: Origin;
  /** The search that found the place, where `origin` is "search". */
  readonly query?: string;
  readonly created_at: Time;
  readonly modified_at: Time;
}

/** A passage (or a whole document) with its codings, by one coder in one round. */
export interface Annotation {
  readonly id: Id;
  readonly document_id: Id;
  readonly text_sha256: Sha256;
  readonly coder_id: Id;
  readonly round: number;
  readonly target: Target;
  /** Outer to inner: the embassy that quotes a prime minister. */
  readonly speaker_ids?: readonly Id[];
  readonly voice?: Voice;
  readonly values?: PropertyValues;
  readonly codings: readonly Coding[];
  readonly review?: 'to_review' | 'accepted';
  readonly origin: Origin;
  readonly origin_guid?: string;
  /** The annotation that it was made a copy of, also where that is gone or the copy was detached. */
  readonly copied_from?: Id;
  readonly created_at: Time;
  readonly modified_at: Time;
}
