/** What a query found. The list stays as it was found, so that a person recoding it keeps their place. */
import { codesInOrder } from '../codebook/code-tree';
import type { Id } from '../model/identity';
import { valueWords } from './attribute-condition';
import { type CompiledQuery, compileQuery } from './compile-query';
import type { PassageFact } from './passage-fact';
import type { IndexedDocument, PassageIndex } from './passage-index';
import type { Grouping, PassageQuery } from './passage-query';
import { type PassageRow, rowOf } from './passage-row';
import { compareValueWords } from './value-order';

export interface PassageGroup {
  /** Id of the document or code, or the attribute's value; '' for what has none. */
  readonly key: string;
  /** Row at which it begins. */
  readonly from: number;
  readonly count: number;
}

export interface PassagesFound {
  /** Rows of all groups: a passage under two codes is two rows. */
  readonly rows: number;
  readonly passages: number;
  readonly documents: number;
  /** In order, none of them empty. */
  readonly groups: readonly PassageGroup[];
}

/** How the project differs by now from what was found. */
export interface Drift {
  /** Passages in the list that would not be found again. */
  readonly left: number;
  /** Passages that are not in the list and would be found. */
  readonly fresh: number;
}

/** What names a row where only its passage matters. */
export interface RowKey {
  readonly id: Id;
  readonly document_id: Id;
}

export interface PassageRun {
  readonly found: PassagesFound;
  /** The rows as they are by now; `to` is exclusive. */
  rows(from: number, to: number): readonly PassageRow[];
  keys(from: number, to: number): readonly RowKey[];
  /** The first row of a passage; -1 where it is in none. */
  rowOf(id: Id): number;
  drift(): Drift;
}

export function runQuery(index: PassageIndex, query: PassageQuery, grouping: Grouping): PassageRun {
  const compiled = compileQuery(index, query);
  const matched: PassageFact[] = [];
  const lists = createLists(index, compiled, grouping);
  let documents = 0;
  for (const indexed of index.documents()) {
    if (!compiled.inDocument(indexed)) continue;
    const before = matched.length;
    for (const fact of indexed.facts) if (compiled.matches(fact)) matched.push(fact);
    if (matched.length === before) continue;
    documents += 1;
    lists.add(indexed, matched, before);
  }
  const rows: PassageFact[] = [];
  const groups = lists.inOrder().map(([key, facts]): PassageGroup => {
    const from = rows.length;
    for (const fact of facts) rows.push(fact);
    return { key, from, count: facts.length };
  });
  return {
    found: { rows: rows.length, passages: matched.length, documents, groups },
    rows: (first, to) => {
      const now = compileQuery(index, query);
      return rows.slice(first, to).map((fact) => presentRow(index, now, fact));
    },
    keys: (first, to) => rows.slice(first, to).map(({ id, document_id }) => ({ id, document_id })),
    rowOf: (id) => rows.findIndex((fact) => fact.id === id),
    drift: () => driftOf(index, compileQuery(index, query), matched),
  };
}

function presentRow(index: PassageIndex, compiled: CompiledQuery, found: PassageFact): PassageRow {
  const fact = index.find(found.id);
  const document = fact === undefined ? undefined : index.documentOf(fact);
  if (fact === undefined || document?.document == null) return rowOf(found, index.numbers, 'gone');
  const answers = compiled.inDocument(document) && compiled.matches(fact);
  return rowOf(fact, index.numbers, answers ? null : 'changed');
}

function driftOf(index: PassageIndex, compiled: CompiledQuery, matched: readonly PassageFact[]): Drift {
  let now = 0;
  for (const indexed of index.documents()) {
    if (!compiled.inDocument(indexed)) continue;
    for (const fact of indexed.facts) if (compiled.matches(fact)) now += 1;
  }
  let still = 0;
  for (const found of matched) {
    // Most have not changed: the fact is the very one that was found.
    const fact = index.find(found.id);
    const document = fact === undefined ? undefined : index.documentOf(fact);
    if (fact === undefined || document === undefined) continue;
    if (compiled.inDocument(document) && compiled.matches(fact)) still += 1;
  }
  return { left: matched.length - still, fresh: now - still };
}

/** The passages of each group, as they are found document by document. */
interface Lists {
  /** Takes those of one document: `found` from `first` on. */
  readonly add: (indexed: IndexedDocument, found: readonly PassageFact[], first: number) => void;
  readonly inOrder: () => readonly (readonly [key: string, facts: readonly PassageFact[]])[];
}

function createLists(index: PassageIndex, compiled: CompiledQuery, grouping: Grouping): Lists {
  switch (grouping.by) {
    case 'document':
      return documentLists();
    case 'code':
      return codeLists(index, compiled);
    case 'attribute':
      return valueLists(index, grouping.attribute_id);
  }
}

/** Documents come in their order. */
function documentLists(): Lists {
  const lists: (readonly [string, readonly PassageFact[]])[] = [];
  return {
    add: ({ id }, found, first) => {
      lists.push([id, found.slice(first)]);
    },
    inOrder: () => lists,
  };
}

function valueLists(index: PassageIndex, attribute_id: Id): Lists {
  const lists = new Map<string, PassageFact[]>();
  const choices = index.attributes.get(attribute_id)?.choices ?? [];
  return {
    add: ({ document }, found, first) => {
      const words = new Set(valueWords(document?.values[attribute_id]));
      for (const key of words.size === 0 ? [''] : words) {
        const list = lists.get(key) ?? [];
        lists.set(key, list);
        for (const fact of found.slice(first)) list.push(fact);
      }
    },
    inOrder: () => [...lists].sort(([one], [other]) => compareValueWords(one, other, choices)),
  };
}

/** By the codes that made a passage answer; those without one come last. */
function codeLists(index: PassageIndex, compiled: CompiledQuery): Lists {
  const lists: (PassageFact[] | undefined)[] = [];
  const uncoded: PassageFact[] = [];
  return {
    add: (_, found, first) => {
      for (const fact of found.slice(first)) {
        const codes = compiled.codesOf(fact);
        if (codes.length === 0) uncoded.push(fact);
        for (const code of codes) {
          const list = lists[code] ?? [];
          lists[code] = list;
          list.push(fact);
        }
      }
    },
    inOrder: () => {
      const rank = new Map(codesInOrder([...index.codes.values()]).map(({ id }, at) => [id, at]));
      const rankOf = (key: string): number => rank.get(key) ?? rank.size;
      const coded = lists.flatMap((facts, code): [string, readonly PassageFact[]][] =>
        facts === undefined ? [] : [[index.numbers.idOf(code), facts]],
      );
      coded.sort(([one], [other]) => rankOf(one) - rankOf(other));
      return uncoded.length === 0 ? coded : [...coded, ['', uncoded]];
    },
  };
}
