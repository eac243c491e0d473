/** A search as it was written, with the place of each part in the query (UTF-16 units). */
import type { Span } from '../model/span';

export type QueryNode =
  /** A word or a phrase; `*` stands for the rest of a word. */
  | { readonly kind: 'term'; readonly words: string; readonly at: Span }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string; readonly at: Span }
  /** `distance` in words. */
  | {
      readonly kind: 'near';
      readonly distance: number;
      readonly one: QueryNode;
      readonly other: QueryNode;
      readonly at: Span;
    }
  | {
      readonly kind: 'filter';
      readonly key: string;
      readonly value: string;
      readonly at: Span;
      readonly valueAt: Span;
    }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[]; readonly at: Span }
  | { readonly kind: 'not'; readonly node: QueryNode; readonly at: Span };

export const queryProblems = [
  'empty',
  'unclosedQuote',
  'unclosedBracket',
  'unclosedPattern',
  'strayBracket',
  'expectedTerm',
  'badPattern',
  'badFlags',
  'badDistance',
  'nearTerms',
  'emptyValue',
  'emptyTerm',
  'unknownFilter',
  'unknownCode',
  'unknownCoder',
  'unknownSpeaker',
  'unknownStance',
  'unknownReview',
  'unknownState',
  'unknownScope',
  'unknownPlace',
  'twoPlaces',
  'noPlace',
  'badDate',
  'badNumber',
  'badRange',
] as const;

/** A mistake in a query: where, what, and the word or what the engine says of it. */
export interface QueryError {
  readonly at: Span;
  readonly problem: (typeof queryProblems)[number];
  readonly detail: string;
}
