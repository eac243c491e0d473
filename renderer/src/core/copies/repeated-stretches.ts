import type { Id } from '../model/identity';
import type { CopyGroup } from './copy-groups';
import { fewestWords } from './copy-index';
import { type CopyText, type FindCopyText, wordsOfSentence } from './copy-text';

/** One stretch of another place with the sentences that it repeats, by their places in the open document. */
export interface RepeatedStretch {
  readonly document_id: Id;
  readonly sentences: readonly number[];
  readonly own: readonly number[];
}

/** A sentence there, and the one here that it repeats. */
interface Pair {
  readonly sentence: number;
  readonly own: number;
}

interface Member {
  readonly sentence: number;
  /** The sentences here of its group, in text order. */
  readonly owners: readonly number[];
}

interface Range {
  readonly first: number;
  readonly end: number;
}

type IsSame = (own: number, sentence: number) => boolean;
type IsShort = (sentence: number) => boolean;

/** Short sentences between two others. */
const mostBetween = 2;

/**
 * Where the sentences `first` to before `end` of a document stand too, adjacent ones together, without the sentences
 * themselves. Sentences too short for a group part nothing, and are taken along at the ends where they stand there too:
 * "He left." belongs to a passage and to its copy.
 */
export function repeatedStretches(
  document_id: Id,
  range: Range,
  groups: ReadonlyMap<number, CopyGroup>,
  textOf: FindCopyText,
): readonly RepeatedStretch[] {
  const here = textOf(document_id);
  return [...membersByDocument(document_id, range, groups)].flatMap(([id, members]) => {
    members.sort((one, other) => one.sentence - other.sentence);
    const there = textOf(id);
    const isSame: IsSame = (own, sentence) => hasSameWords(here, own, there, sentence);
    const isShort = { here: shortIn(here), there: shortIn(there) };
    const isItself = (sentence: number): boolean =>
      id === document_id && sentence >= range.first && sentence < range.end;
    const isSameShort: IsSame = (own, sentence) =>
      isShort.here(own) && isShort.there(sentence) && !isItself(sentence) && isSame(own, sentence);
    return bridged(joinAdjacent(members, isSame), isShort)
      .map((stretch) => extended(stretch, range, isSameShort))
      .map((stretch) => ({
        document_id: id,
        sentences: stretch.map(({ sentence }) => sentence),
        own: stretch.map(({ own }) => own),
      }));
  });
}

/** Too short for a group. */
function shortIn(text: CopyText | undefined): IsShort {
  return (sentence) =>
    text !== undefined &&
    sentence < text.sentences.length &&
    wordsOfSentence(text, sentence).length < fewestWords;
}

function membersByDocument(
  document_id: Id,
  { first, end }: Range,
  groups: ReadonlyMap<number, CopyGroup>,
): ReadonlyMap<Id, Member[]> {
  const owners = new Map<CopyGroup, number[]>();
  for (let sentence = first; sentence < end; sentence += 1) {
    const group = groups.get(sentence);
    if (group === undefined) continue;
    const owner = owners.get(group);
    if (owner === undefined) owners.set(group, [sentence]);
    else owner.push(sentence);
  }
  const byDocument = new Map<Id, Member[]>();
  for (const [group, owner] of owners) {
    for (const { document_id: id, sentence } of group.members) {
      if (id === document_id && sentence >= first && sentence < end) continue;
      const others = byDocument.get(id) ?? [];
      byDocument.set(id, others);
      others.push({ sentence, owners: owner });
    }
  }
  return byDocument;
}

/** What follows here follows there: else it is another copy. */
function joinAdjacent(members: readonly Member[], isSame: IsSame): readonly (readonly Pair[])[] {
  const stretches: Pair[][] = [];
  for (const { sentence, owners } of members) {
    const open = stretches.at(-1);
    const last = open?.at(-1);
    const next = last?.sentence === sentence - 1 ? owners.find((own) => own > last.own) : undefined;
    if (next !== undefined) open?.push({ sentence, own: next });
    else {
      const own = owners.length > 1 ? owners.find((one) => isSame(one, sentence)) : undefined;
      stretches.push([{ sentence, own: own ?? owners[0] ?? 0 }]);
    }
  }
  return stretches;
}

/** Joins stretches between which nothing but a few short sentences stands, here and there. */
function bridged(
  stretches: readonly (readonly Pair[])[],
  isShort: { readonly here: IsShort; readonly there: IsShort },
): readonly (readonly Pair[])[] {
  const joined: (readonly Pair[])[] = [];
  for (const stretch of stretches) {
    const before = joined.at(-1);
    const [last, next] = [before?.at(-1), stretch[0]];
    const isOne =
      last !== undefined &&
      next !== undefined &&
      next.own > last.own &&
      isGap(last.own, next.own, isShort.here) &&
      isGap(last.sentence, next.sentence, isShort.there);
    if (isOne) joined[joined.length - 1] = [...(before ?? []), ...stretch];
    else joined.push(stretch);
  }
  return joined;
}

function isGap(last: number, next: number, isShort: IsShort): boolean {
  if (next - last - 1 > mostBetween) return false;
  for (let sentence = last + 1; sentence < next; sentence += 1) if (!isShort(sentence)) return false;
  return true;
}

/** Takes along the short sentences next to it that are the same here and there. */
function extended(stretch: readonly Pair[], { first, end }: Range, isSame: IsSame): readonly Pair[] {
  const all = [...stretch];
  for (;;) {
    const { own = first, sentence = 0 } = all[0] ?? {};
    if (own <= first || sentence <= 0 || !isSame(own - 1, sentence - 1)) break;
    all.unshift({ own: own - 1, sentence: sentence - 1 });
  }
  for (;;) {
    const { own = end, sentence = 0 } = all.at(-1) ?? {};
    if (own + 1 >= end || !isSame(own + 1, sentence + 1)) break;
    all.push({ own: own + 1, sentence: sentence + 1 });
  }
  return all;
}

function hasSameWords(
  one: CopyText | undefined,
  own: number,
  other: CopyText | undefined,
  sentence: number,
): boolean {
  if (one === undefined || other === undefined) return false;
  const words = wordsOfSentence(one, own);
  const others = wordsOfSentence(other, sentence);
  return words.length === others.length && words.every(({ word }, at) => word === others[at]?.word);
}
