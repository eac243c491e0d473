import type { Id } from '../model/identity';
import type { Wordings } from './wordings';

export interface CopyMember {
  readonly document_id: Id;
  /** Place among the document's sentences, from 0. */
  readonly sentence: number;
}

export interface CopyGroup {
  /** From the words of one of its wordings: the same in every run, and as long as that wording is there. */
  readonly id: string;
  /** `within`: all of one document. */
  readonly kind: 'across' | 'within';
  /** By document id, then in text order. */
  readonly members: readonly CopyMember[];
}

/** Groups of wordings, worked out anew only around what changed. */
export interface CopyGroups {
  /** A wording came, has other members, or is alike to another one now. */
  touch(wording: number): void;
  of(wording: number): CopyGroup | undefined;
  /** In the order of their ids. */
  all(): readonly CopyGroup[];
}

/** A group is what hangs together through wordings that are alike and still occur. */
export function createCopyGroups(wordings: Wordings): CopyGroups {
  const byWording = new Map<number, CopyGroup>();
  const wordingsOf = new Map<CopyGroup, readonly number[]>();
  let touched = new Set<number>();
  let sorted: readonly CopyGroup[] | null = [];

  const drop = (group: CopyGroup): readonly number[] => {
    const own = wordingsOf.get(group) ?? [];
    wordingsOf.delete(group);
    for (const each of own) byWording.delete(each);
    return own;
  };

  /** All that can be reached from a wording; the groups it was in are gone then. */
  const reach = (first: number, seen: Set<number>): readonly number[] => {
    const reached = [first];
    seen.add(first);
    for (const at of reached) {
      const before = byWording.get(at);
      if (before !== undefined) for (const each of drop(before)) touched.add(each);
      for (const near of wordings.nearOf(at)) {
        if (seen.has(near) || !wordings.isUsed(near)) continue;
        seen.add(near);
        reached.push(near);
      }
    }
    return reached;
  };

  const refresh = (): void => {
    if (touched.size === 0) return;
    sorted = null;
    const seen = new Set<number>();
    // What once was grouped with what changed has its turn too: the set grows while it is gone through.
    for (const first of touched) {
      // Its group is a new one.
      if (seen.has(first)) continue;
      const before = byWording.get(first);
      if (before !== undefined) for (const each of drop(before)) touched.add(each);
      if (!wordings.isUsed(first)) continue;
      const reached = reach(first, seen);
      const group = groupOf(wordings, reached);
      if (group === null) continue;
      for (const at of reached) byWording.set(at, group);
      wordingsOf.set(group, reached);
    }
    touched = new Set();
  };

  return {
    touch: (wording) => {
      touched.add(wording);
    },
    of: (wording) => {
      refresh();
      return byWording.get(wording);
    },
    all: () => {
      refresh();
      sorted ??= [...wordingsOf.keys()].sort((one, other) => compareTexts(one.id, other.id));
      return sorted;
    },
  };
}

function groupOf(wordings: Wordings, reached: readonly number[]): CopyGroup | null {
  const members = reached.flatMap((wording) => wordings.membersOf(wording));
  const [first] = members;
  if (first === undefined || members.length < 2) return null;
  members.sort(
    (one, other) => compareTexts(one.document_id, other.document_id) || one.sentence - other.sentence,
  );
  const print = reached.reduce(
    (least, wording) => Math.min(least, wordings.printOf(wording)),
    Number.POSITIVE_INFINITY,
  );
  const isWithin = members.every(({ document_id }) => document_id === first.document_id);
  // A letter first: a spreadsheet must not take it for a number.
  return { id: `c${print.toString(16).padStart(13, '0')}`, kind: isWithin ? 'within' : 'across', members };
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
