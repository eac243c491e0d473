/** What a search goes through: the texts of documents, or what the project says about them. */
import { noStructure } from '../corpus/packed-structure';
import type { CorpusEntry, CorpusText } from '../corpus/text-corpus';
import type { Id } from '../model/identity';
import type { MemoTarget } from '../model/memo';
import type { IndexedDocument } from '../query/passage-index';

export const searchPlaces = ['text', 'memos', 'codebook'] as const;
export type SearchPlace = (typeof searchPlaces)[number];

/** The parts of a code that are words to be searched. */
export const codeFields = ['name', 'description', 'include', 'exclude', 'indicators', 'example'] as const;
export type CodeField = (typeof codeFields)[number];

/** What a hit stands in, where that is no text of a document. */
export type EntryHolder =
  | {
      readonly kind: 'memo';
      readonly target: MemoTarget;
      /** The passage that it is on, or whose coding it is on. */
      readonly annotation_id: Id | null;
    }
  | {
      readonly kind: 'code';
      readonly code_id: Id;
      /** Where each part begins and ends in the words of the code, in UTF-16 units. */
      readonly parts: readonly { readonly field: CodeField; readonly start: number; readonly end: number }[];
    };

export interface SearchEntry extends CorpusEntry {
  /** Absent for the text of a document. */
  readonly holder?: EntryHolder;
  /** What filters of passages are asked of, where that is not what is known of the document. */
  readonly indexed?: IndexedDocument;
}

/** Words that have no blocks: all of them are in scope. */
export function wordsAlone(text: string): CorpusText {
  return { sha256: '', text, ...noStructure };
}
