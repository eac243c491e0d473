import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { similarity } from './align-words';
import type { CopyGroup } from './copy-groups';
import { sentencesTouched } from './copy-runs';
import type { CopyText, FindCopyText } from './copy-text';
import { foldedWords } from './folded-words';
import { type Projected, projectSpan, type TextStretch } from './project-span';
import { repeatedStretches } from './repeated-stretches';
import { type Difference, wordDifferences } from './word-differences';

/** Where sentences of a document stand once more: adjacent sentences of another one, or further on in the same. */
export interface CopyPlace extends Span {
  readonly document_id: Id;
  /** 0 to 1, against the sentences that it repeats. */
  readonly similarity: number;
  readonly differences: readonly Difference[];
}

/** A copy of the sentences a passage lies in, and where the passage stands in it. */
export interface PassageCopy extends CopyPlace {
  readonly projected: Projected;
}

/** All places where sentences `first` to before `end` of a document stand too; those further alike first. */
export function copyPlaces(
  document_id: Id,
  range: { readonly first: number; readonly end: number },
  groups: ReadonlyMap<number, CopyGroup>,
  textOf: FindCopyText,
): readonly CopyPlace[] {
  return placesOf(document_id, range, groups, textOf).map(({ place }) => place);
}

/** The same for a passage: each copy with the place of the passage in it. */
export function passageCopies(
  document_id: Id,
  coded: Span,
  groups: ReadonlyMap<number, CopyGroup>,
  textOf: FindCopyText,
): readonly PassageCopy[] {
  const own = textOf(document_id);
  if (own === undefined) return [];
  const range = sentencesTouched(own.sentences, coded);
  const source = stretchOf(own, [range.first, range.end - 1]);
  return placesOf(document_id, range, groups, textOf).map(({ place, stretch }) => ({
    ...place,
    projected: projectSpan(source, coded, stretch),
  }));
}

function placesOf(
  document_id: Id,
  range: { readonly first: number; readonly end: number },
  groups: ReadonlyMap<number, CopyGroup>,
  textOf: FindCopyText,
): readonly { readonly place: CopyPlace; readonly stretch: TextStretch }[] {
  const own = textOf(document_id);
  if (own === undefined) return [];
  return repeatedStretches(document_id, range, groups, textOf).flatMap((repeat) => {
    const there = textOf(repeat.document_id);
    if (there === undefined) return [];
    const stretch = stretchOf(there, repeat.sentences);
    const source = stretchOf(own, repeat.own);
    const words = ({ text, span }: TextStretch): readonly string[] =>
      foldedWords(text, span).map(({ word }) => word);
    const place: CopyPlace = {
      document_id: repeat.document_id,
      ...stretch.span,
      similarity: similarity(words(source), words(stretch)),
      differences: wordDifferences(source, stretch),
    };
    return [{ place, stretch }];
  });
}

function stretchOf({ text, sentences }: CopyText, which: readonly number[]): TextStretch {
  const start = sentences[which[0] ?? 0]?.[0] ?? 0;
  const end = sentences[which.at(-1) ?? 0]?.[1] ?? start;
  return { text, span: { start, end } };
}
