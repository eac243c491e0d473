import type { Structure } from '../model/document';
import type { Id } from '../model/identity';
import { type FoldedWord, foldedWords } from './folded-words';

/** A document as far as its copies are concerned. */
export interface CopyText {
  readonly text: string;
  readonly sentences: Structure['sentences'];
}

export type FindCopyText = (document_id: Id) => CopyText | undefined;

export function wordsOfSentence({ text, sentences }: CopyText, sentence: number): readonly FoldedWord[] {
  const [start, end] = sentences[sentence] ?? [0, 0];
  return foldedWords(text, { start, end });
}
