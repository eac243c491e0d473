import type { ReadingTarget } from '@core/reading/target';

/** What is coded: a passage, a place for one, or the document as a whole. */
export type CodingPlace = ReadingTarget | { readonly kind: 'document' };
