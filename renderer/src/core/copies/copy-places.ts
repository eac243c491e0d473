import type { Structure } from '../model/document';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { similarity } from './align-words';
import type { CopyGroup } from './copy-groups';
import { sentencesTouched } from './copy-runs';
import { foldedWords } from './folded-words';
import { type Projected, projectSpan, type TextStretch } from './project-span';
import { type Difference, wordDifferences } from './word-differences';

/** A document as far as its copies are concerned. */
export interface CopyText {
  readonly text: string;
  readonly sentences: Structure['sentences'];
}

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

export type FindCopyText = (document_id: Id) => CopyText | undefined;

/** One stretch of another place with the sentences that it repeats, by their places in the open document. */
interface Repeated {
  readonly document_id: Id;
  readonly sentences: readonly number[];
  readonly own: readonly number[];
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
  { first, end }: { readonly first: number; readonly end: number },
  groups: ReadonlyMap<number, CopyGroup>,
  textOf: FindCopyText,
): readonly { readonly place: CopyPlace; readonly stretch: TextStretch }[] {
  const own = textOf(document_id);
  if (own === undefined) return [];
  return repeats(document_id, first, end, groups).flatMap((repeat) => {
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

/** Members of the groups, adjacent ones together, without the sentences themselves. */
function repeats(
  document_id: Id,
  first: number,
  end: number,
  groups: ReadonlyMap<number, CopyGroup>,
): readonly Repeated[] {
  const owners = new Map<CopyGroup, number[]>();
  for (let sentence = first; sentence < end; sentence += 1) {
    const group = groups.get(sentence);
    if (group === undefined) continue;
    const owner = owners.get(group);
    if (owner === undefined) owners.set(group, [sentence]);
    else owner.push(sentence);
  }
  const byDocument = new Map<Id, { sentence: number; own: number }[]>();
  for (const [group, owner] of owners) {
    for (const member of group.members) {
      const isItself =
        member.document_id === document_id && member.sentence >= first && member.sentence < end;
      if (isItself) continue;
      const others = byDocument.get(member.document_id) ?? [];
      byDocument.set(member.document_id, others);
      others.push({ sentence: member.sentence, own: owner[0] ?? first });
    }
  }
  return [...byDocument].flatMap(([id, members]) => {
    members.sort((one, other) => one.sentence - other.sentence);
    const stretches: (typeof members)[] = [];
    for (const member of members) {
      const open = stretches.at(-1);
      const last = open?.at(-1);
      // What follows here follows there: else it is another copy.
      if (last !== undefined && member.sentence === last.sentence + 1 && member.own > last.own)
        open?.push(member);
      else stretches.push([member]);
    }
    return stretches.map((stretch) => ({
      document_id: id,
      sentences: stretch.map(({ sentence }) => sentence),
      own: stretch.map(({ own }) => own),
    }));
  });
}

function stretchOf({ text, sentences }: CopyText, which: readonly number[]): TextStretch {
  const start = sentences[which[0] ?? 0]?.[0] ?? 0;
  const end = sentences[which.at(-1) ?? 0]?.[1] ?? start;
  return { text, span: { start, end } };
}
