/** What the corpus says to the worker that runs regular expressions, and what that answers. */
export interface PatternsAsked {
  readonly id: number;
  readonly patterns: readonly { readonly source: string; readonly flags: string }[];
  readonly texts: readonly string[];
  /** Places of one pattern in one text that are enough. */
  readonly most: number;
}

export interface PatternsFound {
  readonly id: number;
  /** By pattern, then by text: start and end (UTF-16 units) of each place, in text order. */
  readonly places: readonly (readonly Uint32Array[])[];
}

/** Told once, when it begins to listen: how long it takes to start is no matter of an expression. */
export const patternsReady = 'ready';

export type FromPatterns = typeof patternsReady | PatternsFound;
