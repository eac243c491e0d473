/**
 * Finds sentences that are reprinted across a corpus, kept up as documents come and go. Which sentences form a
 * group depends on the documents that are there and on nothing else: not on the order in which they came, nor on
 * what was there before.
 */
import type { Id } from '../model/identity';
import { similarity } from './align-words';
import { createBandTable } from './band-table';
import { type CopyGroup, type CopyMember, createCopyGroups, type Wording } from './copy-groups';
import { type CopyStructure, eligibleSentences } from './eligible-sentences';
import { foldedWords } from './folded-words';
import { bandKeys, bands } from './min-hash';
import { fingerprint, hashWord } from './word-hash';
import { createWordPool } from './word-pool';

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

interface Form extends Wording {
  near: number[] | null;
  members: CopyMember[];
}

const noMembers: CopyMember[] = [];

interface Placed {
  readonly sentence: number;
  readonly form: number;
}

export function createCopyIndex(): CopyIndex {
  const forms: Form[] = [];
  /** The words of each form, by its number. */
  const pool = createWordPool();
  const byPrint = new Map<number, number>();
  const documents = new Map<Id, readonly Placed[]>();
  const table = createBandTable();
  const keys = new Int32Array(bands);
  const groups = createCopyGroups(forms);

  const formOf = (words: Int32Array): number => {
    let print = fingerprint(words);
    for (let known = byPrint.get(print); known !== undefined; known = byPrint.get(print)) {
      if (sameWords(pool.at(known), words)) return known;
      print += 1;
    }
    const number = forms.length;
    const near: number[] = [];
    bandKeys(words, keys);
    for (const other of table.candidates(keys, mostCandidates)) {
      const candidate = forms[other];
      if (candidate === undefined || similarity(pool.at(other), words, leastAlike) === 0) continue;
      candidate.near ??= [];
      candidate.near.push(number);
      near.push(other);
    }
    table.add(keys);
    pool.add(words);
    forms.push({ print, near: near.length === 0 ? null : near, members: noMembers });
    byPrint.set(print, number);
    return number;
  };

  const remove = (id: Id): void => {
    for (const form of new Set(documents.get(id)?.map((placed) => placed.form))) {
      const one = forms[form];
      if (one !== undefined) one.members = one.members.filter(({ document_id }) => document_id !== id);
      groups.touch(form);
    }
    documents.delete(id);
  };

  return {
    put: ({ id, text, structure }) => {
      remove(id);
      const placed: Placed[] = [];
      for (const { sentence, span } of eligibleSentences(structure)) {
        const words = foldedWords(text, span);
        if (words.length < fewestWords) continue;
        const form = formOf(Int32Array.from(words, ({ word }) => hashWord(word)));
        addMember(forms[form], { document_id: id, sentence });
        groups.touch(form);
        placed.push({ sentence, form });
      }
      documents.set(id, placed);
    },
    remove,
    has: (id) => documents.has(id),
    groups: () => groups.all(),
    groupsOf: (id) =>
      new Map(
        (documents.get(id) ?? []).flatMap(({ sentence, form }) => {
          const group = groups.of(form);
          return group === undefined ? [] : [[sentence, group] as const];
        }),
      ),
    size: () => documents.size,
  };
}

/** Most have one member: a list that is made with it has no room for others, which pushed to an empty one it would. */
function addMember(form: Form | undefined, member: CopyMember): void {
  if (form === undefined) return;
  if (form.members.length === 0) form.members = [member];
  else form.members.push(member);
}

function sameWords(one: Int32Array, other: Int32Array): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}
