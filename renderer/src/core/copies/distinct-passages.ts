/**
 * Counts passages of a code in two ways. *Circulated*: every passage, as often as it was printed. *Distinct*: what
 * was said, once however often it was reprinted: passages that align with each other in a group count once for a
 * code, all others themselves.
 */
import type { Id } from '../model/identity';
import type { Span } from '../model/span';
import { alignWords } from './align-words';
import type { CopyGroup } from './copy-groups';
import { fewestWords } from './copy-index';
import { sentencesTouched } from './copy-runs';
import { type CopyText, type FindCopyText, wordsOfSentence } from './copy-text';
import type { FoldedWord } from './folded-words';

export interface CountedPassage extends Span {
  readonly document_id: Id;
  /** Whose it is, in which round: what two coders say of the same words is said twice. */
  readonly by: string;
  readonly code_ids: readonly Id[];
}

export interface CopyCounts {
  readonly circulated: number;
  readonly distinct: number;
}

/** Two passages align when they share at least this part of the words of both together. */
const leastShared = 0.5;

/** Places of words in the group's first wording: the measure by which passages of its copies are compared. */
interface Measured {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export type GroupsOf = (document_id: Id) => ReadonlyMap<number, CopyGroup>;

/**
 * Counts by code. Passages that lie in no group, or cross the border of one, count themselves; a sentence too short for
 * a group is no border.
 */
export function distinctPassages(
  passages: Iterable<CountedPassage>,
  groupsOf: GroupsOf,
  textOf: FindCopyText,
): ReadonlyMap<Id, CopyCounts> {
  const measure = createMeasure(groupsOf, textOf);
  const counts = new Map<Id, { circulated: number; distinct: number; measured: Measured[] }>();
  for (const passage of passages) {
    const measured = measure(passage);
    for (const code of new Set(passage.code_ids)) {
      const count = counts.get(code) ?? { circulated: 0, distinct: 0, measured: [] };
      counts.set(code, count);
      count.circulated += 1;
      if (measured === null) count.distinct += 1;
      else count.measured.push(measured);
    }
  }
  return new Map(
    [...counts].map(([code, { circulated, distinct, measured }]) => [
      code,
      { circulated, distinct: distinct + countApart(measured) },
    ]),
  );
}

/** In text order each is held against the one that began the last heap of its key; so the order they came in is no matter. */
function countApart(measured: readonly Measured[]): number {
  const sorted = measured.toSorted(
    (one, other) => compareTexts(one.key, other.key) || one.from - other.from || one.to - other.to,
  );
  let count = 0;
  let heaps: Measured[] = [];
  for (const one of sorted) {
    if (heaps[0]?.key !== one.key) heaps = [];
    if (heaps.some((heap) => sharedPart(heap, one) >= leastShared)) continue;
    heaps.push(one);
    count += 1;
  }
  return count;
}

function sharedPart(one: Measured, other: Measured): number {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  const all = Math.max(one.to, other.to) - Math.min(one.from, other.from);
  return all <= 0 ? 0 : Math.max(0, shared) / all;
}

/** A word of a sentence, and the place of the word in the group's first sentence that it stands for. */
interface AlignedWord extends Span {
  readonly place: number;
}

function createMeasure(
  groupsOf: GroupsOf,
  textOf: FindCopyText,
): (passage: CountedPassage) => Measured | null {
  const aligned = new Map<string, readonly AlignedWord[]>();
  // Once for each sentence, however many passages lie over it: words cost far more than passages.
  const wordsOf = (group: CopyGroup, document_id: Id, sentence: number, own: CopyText) => {
    const key = `${document_id}/${sentence}`;
    const known = aligned.get(key);
    if (known !== undefined) return known;
    // The same for all of them: of a part of a project, the first whose text is in it.
    const first = group.members.find(({ document_id: id }) => textOf(id) !== undefined);
    const other = first === undefined ? undefined : textOf(first.document_id);
    const words = wordsOfSentence(own, sentence);
    const pairs =
      other === undefined || first === undefined
        ? []
        : alignWords(forms(words), forms(wordsOfSentence(other, first.sentence)));
    const made = pairs.flatMap(([at, place]) => {
      const word = words[at];
      return word === undefined ? [] : [{ start: word.start, end: word.end, place }];
    });
    aligned.set(key, made);
    return made;
  };
  return ({ document_id, by, start, end }) => {
    const groups = groupsOf(document_id);
    if (groups.size === 0) return null;
    const own = textOf(document_id);
    if (own === undefined) return null;
    const touched = sentencesTouched(own.sentences, { start, end });
    const ids: string[] = [];
    let [from, to, before] = [Number.POSITIVE_INFINITY, -1, 0];
    for (let sentence = touched.first; sentence < touched.end; sentence += 1) {
      const group = groups.get(sentence);
      if (group === undefined) {
        if (wordsOfSentence(own, sentence).length < fewestWords) continue;
        return null;
      }
      ids.push(group.id);
      for (const word of wordsOf(group, document_id, sentence, own)) {
        if (word.end <= start || word.start >= end) continue;
        from = Math.min(from, before + word.place);
        to = Math.max(to, before + word.place + 1);
      }
      // Sentences one behind the other: longer than any.
      before += 1e5;
    }
    return to < 0 ? null : { key: `${by} ${ids.join(';')}`, from, to };
  };
}

function forms(words: readonly FoldedWord[]): readonly string[] {
  return words.map(({ word }) => word);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
