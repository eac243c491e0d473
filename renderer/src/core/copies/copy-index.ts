/**
 * Finds sentences that are reprinted across a corpus, kept up as documents come and go. Which sentences form a
 * group depends on the documents that are there and on nothing else: not on the order in which they came, nor on
 * what was there before.
 */
import type { Id } from '../model/identity';
import { similarity } from './align-words';
import { createBandTable } from './band-table';
import { type CopyGroup, createCopyGroups } from './copy-groups';
import { type CopyStructure, eligibleSentences } from './eligible-sentences';
import { foldedWords } from './folded-words';
import { bandKeys, bands } from './min-hash';
import { fingerprint, hashWord } from './word-hash';
import { createWordPool } from './word-pool';
import { createWordings } from './wordings';

/** A sentence of fewer words is too common to tell a reprint. */
export const fewestWords = 8;
/** From this similarity on two wordings are one sentence, reworded. */
export const leastAlike = 0.75;
/** Wordings that one is held against at most: thousands of nearly the same lines must not cost their square. */
const mostCandidates = 256;

export interface CopySource {
  readonly id: Id;
  readonly text: string;
  readonly structure: CopyStructure;
}

export interface CopyIndex {
  /** Takes a document in, or its new text. */
  put(source: CopySource): void;
  remove(document_id: Id): void;
  has(document_id: Id): boolean;
  /** In the order of their ids. */
  groups(): readonly CopyGroup[];
  /** The groups of a document's sentences, by the place of the sentence. */
  groupsOf(document_id: Id): ReadonlyMap<number, CopyGroup>;
  /** The documents of which it knows. */
  size(): number;
}

export function createCopyIndex(): CopyIndex {
  const wordings = createWordings();
  /** The words of each wording, by its number. */
  const pool = createWordPool();
  /** Of each document two numbers a sentence: its place, and its wording. */
  const documents = new Map<Id, Int32Array>();
  const table = createBandTable();
  const keys = new Int32Array(bands);
  const groups = createCopyGroups(wordings);

  const wordingOf = (words: Int32Array): number => {
    let print = fingerprint(words);
    for (let known = wordings.find(print); known >= 0; known = wordings.find(print)) {
      if (sameWords(pool.at(known), words)) return known;
      print += 1;
    }
    bandKeys(words, keys);
    const alike = table
      .candidates(keys, mostCandidates)
      .filter((other) => similarity(pool.at(other), words, leastAlike) > 0);
    const number = wordings.add(print);
    for (const other of alike) wordings.pair(other, number);
    table.add(keys);
    pool.add(words);
    return number;
  };

  const remove = (id: Id): void => {
    const placed = documents.get(id) ?? [];
    for (const wording of new Set(placed.filter((_, at) => at % 2 === 1))) {
      wordings.leave(wording, id);
      groups.touch(wording);
    }
    documents.delete(id);
  };

  return {
    put: ({ id, text, structure }) => {
      remove(id);
      const placed: number[] = [];
      for (const { sentence, span } of eligibleSentences(structure)) {
        const words = foldedWords(text, span);
        if (words.length < fewestWords) continue;
        const wording = wordingOf(Int32Array.from(words, ({ word }) => hashWord(word)));
        wordings.join(wording, { document_id: id, sentence });
        groups.touch(wording);
        placed.push(sentence, wording);
      }
      documents.set(id, Int32Array.from(placed));
    },
    remove,
    has: (id) => documents.has(id),
    groups: () => groups.all(),
    groupsOf: (id) => {
      const placed = documents.get(id) ?? new Int32Array();
      const found = new Map<number, CopyGroup>();
      for (let at = 0; at < placed.length; at += 2) {
        const group = groups.of(placed[at + 1] ?? -1);
        if (group !== undefined) found.set(placed[at] ?? -1, group);
      }
      return found;
    },
    size: () => documents.size,
  };
}

function sameWords(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}
