/** How many passages of which code stand where: documents, or values of an attribute, against codes. */
import { type CodeNode, codesInOrder, codeTree } from '../codebook/code-tree';
import type { Id } from '../model/identity';
import { valueWords } from './attribute-condition';
import { compileQuery } from './compile-query';
import { isDoneWith } from './done-passes';
import { codeOf, isUnsure, stanceOf } from './passage-fact';
import type { IndexedDocument, PassageIndex } from './passage-index';
import type { PassageQuery } from './passage-query';
import { compareValueWords } from './value-order';

export interface TableOptions {
  readonly rows: { readonly by: 'document' } | { readonly by: 'attribute'; readonly attribute_id: Id };
  /** A column counts its code with all below it, and folders have columns. */
  readonly rolled: boolean;
}

/** Counts are of passages: one with a code twice, or with two codes of a folder, is one. */
export interface CodeTable {
  /** Ids of documents, or values; '' for documents without one. */
  readonly rows: readonly string[];
  /** By row: documents in it, and those of them that are done. */
  readonly documents: Int32Array;
  readonly done: Int32Array;
  /** In codebook order. */
  readonly columns: readonly Id[];
  /** Row by row. -1 where nothing was found and no document is done: missing, which is not 0. */
  readonly counts: Int32Array;
  /** By row, and by column: passages in any of its cells. */
  readonly rowTotals: Int32Array;
  readonly columnTotals: Int32Array;
  readonly total: number;
  /** By column: documents done with that code, and those of them it occurs in. */
  readonly columnDone: Int32Array;
  readonly columnOccurs: Int32Array;
}

/** Whose cells a document's passages count in: each of its rows, which are several for an attribute of choices. */
interface Placed {
  readonly indexed: IndexedDocument;
  readonly rows: readonly number[];
}

export function codeTable(index: PassageIndex, query: PassageQuery, options: TableOptions): CodeTable {
  const compiled = compileQuery(index, query);
  const documents = index.documents().filter((indexed) => compiled.inDocument(indexed));
  const { rows, placed } = placeDocuments(index, documents, options);
  const { columns, columnsOf } = columnsFor(index, options.rolled);
  const width = columns.length;
  const counts = new Int32Array(rows.length * width);
  const table = {
    documents: new Int32Array(rows.length),
    done: new Int32Array(rows.length),
    rowTotals: new Int32Array(rows.length),
    columnTotals: new Int32Array(width),
    columnDone: new Int32Array(width),
    columnOccurs: new Int32Array(width),
  };
  const looked = new Uint8Array(rows.length * width);
  let total = 0;
  const inDocument = new Int32Array(width);
  for (const { indexed, rows: own } of placed) {
    inDocument.fill(0);
    for (const fact of indexed.facts) {
      if (!compiled.matches(fact)) continue;
      total += 1;
      for (const row of own) bump(table.rowTotals, row);
      for (const column of columnsOf(fact.codings, query)) {
        bump(inDocument, column);
        bump(table.columnTotals, column);
        for (const row of own) bump(counts, row * width + column);
      }
    }
    const isDone = isDoneWith(indexed, query, []);
    for (const row of own) {
      bump(table.documents, row);
      if (isDone) bump(table.done, row);
    }
    if (!isDone) continue;
    columns.forEach((code_id, column) => {
      if (!isDoneWith(indexed, query, [code_id])) return;
      bump(table.columnDone, column);
      if ((inDocument[column] ?? 0) > 0) bump(table.columnOccurs, column);
      for (const row of own) looked[row * width + column] = 1;
    });
  }
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0 && looked[cell] === 0) counts[cell] = -1;
  }
  return { rows, columns, counts, total, ...table };
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function placeDocuments(
  index: PassageIndex,
  documents: readonly IndexedDocument[],
  { rows }: TableOptions,
): { readonly rows: readonly string[]; readonly placed: readonly Placed[] } {
  if (rows.by === 'document') {
    return {
      rows: documents.map(({ id }) => id),
      placed: documents.map((indexed, at) => ({ indexed, rows: [at] })),
    };
  }
  const { attribute_id } = rows;
  const wordsOf = ({ document }: IndexedDocument): readonly string[] => {
    const words = [...new Set(valueWords(document?.values[attribute_id]))];
    return words.length === 0 ? [''] : words;
  };
  const choices = index.attributes.get(attribute_id)?.choices ?? [];
  const values = [...new Set(documents.flatMap(wordsOf))];
  values.sort((one, other) => compareValueWords(one, other, choices));
  const rank = new Map(values.map((value, at) => [value, at]));
  return {
    rows: values,
    placed: documents.map((indexed) => ({
      indexed,
      rows: wordsOf(indexed).flatMap((word) => rank.get(word) ?? []),
    })),
  };
}

interface Columns {
  readonly columns: readonly Id[];
  /** The columns in which a passage with these codings counts, each once. */
  readonly columnsOf: (
    codings: readonly number[],
    asked: Pick<PassageQuery, 'stance' | 'certainty'>,
  ) => ReadonlySet<number>;
}

function columnsFor(index: PassageIndex, rolled: boolean): Columns {
  const all = codesInOrder([...index.codes.values()]);
  const columns = all.filter(
    ({ kind, archived_at }) => archived_at === undefined && (rolled || kind === 'code'),
  );
  const rank = new Map(columns.map(({ id }, at) => [id, at]));
  const byNumber = new Map<number, readonly number[]>();
  const visit = ({ code, children }: CodeNode, above: readonly number[]): void => {
    const own = rank.get(code.id);
    const within = own === undefined ? above : rolled ? [...above, own] : [own];
    byNumber.set(index.numbers.of(code.id), own === undefined && !rolled ? [] : within);
    for (const child of children) visit(child, rolled ? within : []);
  };
  for (const node of codeTree(all)) visit(node, []);
  return {
    columns: columns.map(({ id }) => id),
    columnsOf: (codings, { stance, certainty }) => {
      const found = new Set<number>();
      for (const packed of codings) {
        if (stance !== null && stanceOf(packed) !== stance) continue;
        if (certainty !== null && isUnsure(packed) !== (certainty === 'unsure')) continue;
        for (const column of byNumber.get(codeOf(packed)) ?? []) found.add(column);
      }
      return found;
    },
  };
}
