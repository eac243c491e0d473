/**
 * All passages of the project in memory, in the order of the corpus, kept up with every commit. It holds what a
 * query asks for and nothing else; texts and memos are not in it.
 */
import type { Written } from '../change/prepare';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Pass } from '../model/pass';
import { unpackAnnotations } from './packed-annotations';
import {
  type CodeNumbers,
  compareFacts,
  createCodeNumbers,
  factOf,
  type IndexedAnnotation,
  type PassageFact,
} from './passage-fact';

/** What is known of a document. It may have passages before it is there itself, while the index is being filled. */
export interface IndexedDocument {
  readonly id: Id;
  /** null where there is no such document (any more): its passages are not found. */
  document: Pick<Document, 'id' | 'order' | 'values'> | null;
  /** In text order. */
  readonly facts: PassageFact[];
  /** Whether `facts` stand in that order now. */
  sorted: boolean;
  passes: ReadonlyMap<Id, Pass>;
}

export interface PassageIndex {
  readonly numbers: CodeNumbers;
  readonly codes: ReadonlyMap<Id, Code>;
  readonly attributes: ReadonlyMap<Id, Attribute>;
  /** Takes in records that were read, in any order. */
  add(records: IndexRecords): void;
  /** Follows writes in the order in which they were made; those of other tables change nothing. */
  follow(written: readonly IndexWrite[]): void;
  /** Documents in the order of the corpus, each with its passages in text order. */
  documents(): readonly IndexedDocument[];
  find(id: Id): PassageFact | undefined;
  documentOf(fact: PassageFact): IndexedDocument | undefined;
  documentById(id: Id): IndexedDocument | undefined;
  /** Annotations there are. */
  size(): number;
}

export interface IndexRecords {
  readonly codes?: readonly Code[];
  readonly attributes?: readonly Attribute[];
  readonly documents?: readonly Pick<Document, 'id' | 'order' | 'values'>[];
  readonly passes?: readonly Pass[];
  readonly annotations?: readonly IndexedAnnotation[];
  /** More of them, by `packAnnotations`. */
  readonly packed?: string;
}

type IndexTable = 'annotation' | 'document' | 'code' | 'attribute' | 'pass';
type WriteOf<W> = W extends { readonly table: IndexTable } ? Omit<W, 'before'> : never;
/** A write of one of the tables that the index holds. */
export type IndexWrite = WriteOf<Written>;

const tables: ReadonlySet<string> = new Set<IndexTable>([
  'annotation',
  'document',
  'code',
  'attribute',
  'pass',
]);

/** The writes that concern the index, without what they replaced. */
export function indexWrites(written: readonly Written[]): readonly IndexWrite[] {
  return written.flatMap(({ before: _, ...write }) =>
    // Other tables are sorted out by the condition, which the type cannot see through the spread.
    tables.has(write.table) ? [write as IndexWrite] : [],
  );
}

/** Of most documents, for all of them: an empty map each takes up more than the document. */
const noPasses: IndexedDocument['passes'] = new Map();

export function createPassageIndex(): PassageIndex {
  const numbers = createCodeNumbers();
  const codes = new Map<Id, Code>();
  const attributes = new Map<Id, Attribute>();
  const byId = new Map<Id, IndexedDocument>();
  const facts = new Map<Id, PassageFact>();
  const passHomes = new Map<Id, Id>();
  let order: readonly IndexedDocument[] | null = null;

  const documentAt = (id: Id): IndexedDocument => {
    let known = byId.get(id);
    if (known === undefined) {
      known = { id, document: null, facts: [], sorted: true, passes: noPasses };
      byId.set(id, known);
    }
    return known;
  };

  const drop = (id: Id): void => {
    const fact = facts.get(id);
    if (fact === undefined) return;
    facts.delete(id);
    const home = documentAt(fact.document_id);
    home.facts.splice(placeOf(home, fact), 1);
  };

  const put = (annotation: IndexedAnnotation): void => {
    const fact = factOf(annotation, numbers);
    const known = facts.get(fact.id);
    const home = documentAt(fact.document_id);
    if (known !== undefined && known.document_id === home.id && compareFacts(known, fact) === 0) {
      home.facts[placeOf(home, known)] = fact;
    } else {
      drop(fact.id);
      const last = home.facts.at(-1);
      home.sorted &&= last === undefined || compareFacts(last, fact) < 0;
      home.facts.push(fact);
    }
    facts.set(fact.id, fact);
  };

  const putDocument = (id: Id, document: IndexedDocument['document']): void => {
    documentAt(id).document = document;
    order = null;
  };

  const putPass = (id: Id, pass: Pass | null): void => {
    const home = passHomes.get(id);
    if (home !== undefined) {
      const document = documentAt(home);
      document.passes = new Map([...document.passes].filter(([other]) => other !== id));
    }
    passHomes.delete(id);
    if (pass === null) return;
    passHomes.set(id, pass.document_id);
    const document = documentAt(pass.document_id);
    document.passes = new Map(document.passes).set(id, pass);
  };

  const write = (one: IndexWrite): void => {
    switch (one.table) {
      case 'annotation':
        if (one.record === null) drop(one.id);
        else put(one.record);
        break;
      case 'document':
        putDocument(one.id, one.record);
        break;
      case 'code':
        keep(codes, one.id, one.record);
        break;
      case 'attribute':
        keep(attributes, one.id, one.record);
        break;
      case 'pass':
        putPass(one.id, one.record);
        break;
    }
  };

  return {
    ...{ numbers, codes, attributes },
    add: (records) => {
      for (const code of records.codes ?? []) codes.set(code.id, code);
      for (const attribute of records.attributes ?? []) attributes.set(attribute.id, attribute);
      for (const document of records.documents ?? []) putDocument(document.id, document);
      for (const pass of records.passes ?? []) putPass(pass.id, pass);
      for (const annotation of records.annotations ?? []) put(annotation);
      if (records.packed !== undefined)
        for (const annotation of unpackAnnotations(records.packed)) put(annotation);
    },
    follow: (written) => {
      for (const one of written) write(one);
    },
    documents: () => {
      order ??= [...byId.values()].filter(({ document }) => document !== null).sort(byOrder);
      for (const one of order) sortFacts(one);
      return order;
    },
    find: (id) => facts.get(id),
    documentOf: (fact) => byId.get(fact.document_id),
    documentById: (id) => byId.get(id),
    size: () => facts.size,
  };
}

function sortFacts(document: IndexedDocument): void {
  if (document.sorted) return;
  document.facts.sort(compareFacts);
  document.sorted = true;
}

/** Where the passage, which is there, stands in its document; found by halves, for there may be thousands. */
function placeOf(document: IndexedDocument, fact: PassageFact): number {
  sortFacts(document);
  let from = 0;
  let to = document.facts.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = document.facts[middle];
    if (there !== undefined && compareFacts(there, fact) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function keep<T>(records: Map<Id, T>, id: Id, record: T | null): void {
  if (record === null) records.delete(id);
  else records.set(id, record);
}

function byOrder(one: IndexedDocument, other: IndexedDocument): number {
  const difference = (one.document?.order ?? 0) - (other.document?.order ?? 0);
  if (difference !== 0) return difference;
  return Number(one.id > other.id) - Number(one.id < other.id);
}
