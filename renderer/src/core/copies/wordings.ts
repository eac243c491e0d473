import type { Id } from '../model/identity';
import type { CopyMember } from './copy-groups';
import { createNumberList, int32 } from './number-list';
import { createPrintTable } from './print-table';

/** Wordings by numbers 0, 1, 2 ...: sentences whose folded words are the same. A number is never given twice. */
export interface Wordings {
  /** The wording of this fingerprint; -1 where there is none. */
  find(print: number): number;
  add(print: number): number;
  printOf(wording: number): number;
  /** The wordings that are alike. */
  nearOf(wording: number): readonly number[];
  /** Notes that two are alike. */
  pair(one: number, other: number): void;
  /** The sentences that have it. */
  membersOf(wording: number): readonly CopyMember[];
  isUsed(wording: number): boolean;
  join(wording: number, member: CopyMember): void;
  /** Takes a document's sentences away from it. */
  leave(wording: number, document_id: Id): void;
}

/** Most have one member and none alike: these are held as two numbers each, the others one by one. */
export function createWordings(): Wordings {
  const prints = createPrintTable();
  /** Of the first member: number of the document, -1 for no member; place of the sentence. */
  const owners = createNumberList(int32);
  const places = createNumberList(int32);
  /** All members of those that have several. */
  const several = new Map<number, CopyMember[]>();
  const near = new Map<number, number[]>();
  const ids: Id[] = [];
  const numbers = new Map<Id, number>();

  const numberOf = (id: Id): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const noteNear = (one: number, other: number): void => {
    const own = near.get(one);
    if (own === undefined) near.set(one, [other]);
    else own.push(other);
  };
  const membersOf = (wording: number): readonly CopyMember[] => {
    const all = several.get(wording);
    if (all !== undefined) return all;
    const document_id = ids[owners.at(wording)];
    return document_id === undefined ? [] : [{ document_id, sentence: places.at(wording) }];
  };
  const hold = (wording: number, members: CopyMember[]): void => {
    const [first] = members;
    owners.set(wording, first === undefined ? -1 : numberOf(first.document_id));
    places.set(wording, first?.sentence ?? 0);
    if (members.length > 1) several.set(wording, members);
    else several.delete(wording);
  };

  return {
    find: (print) => prints.find(print),
    add: (print) => {
      owners.push(-1);
      places.push(0);
      return prints.add(print);
    },
    printOf: (wording) => prints.printOf(wording),
    nearOf: (wording) => near.get(wording) ?? [],
    pair: (one, other) => {
      noteNear(one, other);
      noteNear(other, one);
    },
    membersOf,
    isUsed: (wording) => owners.at(wording) >= 0,
    join: (wording, member) => {
      const all = several.get(wording);
      if (all === undefined) hold(wording, [...membersOf(wording), member]);
      else all.push(member);
    },
    leave: (wording, id) => {
      hold(
        wording,
        membersOf(wording).filter(({ document_id }) => document_id !== id),
      );
    },
  };
}
