import type { Annotation } from '../model/annotation';
import type { Id } from '../model/identity';
import type { Written } from './prepare';
import type { Became, Tally } from './tally';

/**
 * What one document adds to the counts of the project. Kept in the store beside its annotations, so that opening a
 * project reads none of them. A document without annotations has no row.
 */
export interface TallyRow {
  readonly document_id: Id;
  readonly annotations: number;
  /** Annotations of a passage, coded or not. */
  readonly passages: number;
  /** Codes that stand in the document, in the order of their ids, each with its codings there. */
  readonly codings: readonly (readonly [code_id: Id, count: number])[];
}

/** The row of a document after some of its annotations became others; null where none is left. */
export function tallyRow(
  document_id: Id,
  row: TallyRow | null | undefined,
  became: readonly Became<Annotation>[],
): TallyRow | null {
  let annotations = row?.annotations ?? 0;
  let passages = row?.passages ?? 0;
  const codings = new Map(row?.codings);
  const count = (annotation: Annotation | null, by: 1 | -1): void => {
    if (annotation === null) return;
    annotations += by;
    if (annotation.target.kind === 'passage') passages += by;
    for (const { code_id } of annotation.codings) codings.set(code_id, (codings.get(code_id) ?? 0) + by);
  };
  for (const { before, after } of became) {
    count(before, -1);
    count(after, 1);
  }
  const left = [...codings].filter(([, sum]) => sum !== 0);
  if (annotations === 0 && passages === 0 && left.length === 0) return null;
  left.sort(([one], [other]) => Number(one > other) - Number(one < other));
  return { document_id, annotations, passages, codings: left };
}

/** Some annotations of one document: a page of them. */
interface Part {
  readonly document_id: Id;
  readonly annotations: readonly Annotation[];
}

/** The row of a document with some more of its annotations. */
export function withPart(row: TallyRow | undefined, { document_id, annotations }: Part): TallyRow | null {
  const became = annotations.map((after) => ({ before: null, after }));
  return tallyRow(document_id, row, became);
}

/** The rows of documents whose annotations come in parts, in the order in which the documents come. */
export function talliesOf(parts: readonly Part[]): readonly TallyRow[] {
  const rows = new Map<Id, TallyRow>();
  for (const part of parts) {
    const row = withPart(rows.get(part.document_id), part);
    if (row !== null) rows.set(part.document_id, row);
  }
  return [...rows.values()];
}

/** What becomes of the rows of the documents whose annotations were written; null takes one away. */
export function tallyRowsAfter(
  rows: ReadonlyMap<Id, TallyRow | null>,
  written: readonly Written[],
): ReadonlyMap<Id, TallyRow | null> {
  const byDocument = new Map<Id, Became<Annotation>[]>();
  for (const write of written) {
    if (write.table !== 'annotation') continue;
    const became = byDocument.get(write.document_id) ?? [];
    byDocument.set(write.document_id, became);
    // What an annotation replaced is an annotation.
    became.push({ before: write.before as Annotation | null, after: write.record });
  }
  return new Map(
    [...byDocument].map(([document_id, became]) => [
      document_id,
      tallyRow(document_id, rows.get(document_id), became),
    ]),
  );
}

/** The counts of the project that these rows add up to; passes are counted apart. */
export function tallyOfRows(rows: readonly TallyRow[]): Tally {
  const codings = new Map<Id, number>();
  const documents = new Map<Id, Map<Id, number>>();
  const passages = new Map<Id, number>();
  let annotations = 0;
  for (const row of rows) {
    annotations += row.annotations;
    if (row.passages !== 0) passages.set(row.document_id, row.passages);
    for (const [code_id, count] of row.codings) {
      codings.set(code_id, (codings.get(code_id) ?? 0) + count);
      const inside = documents.get(code_id) ?? new Map<Id, number>();
      documents.set(code_id, inside.set(row.document_id, count));
    }
  }
  return { annotations, codings, documents, passages, passes: new Map() };
}

/** Whether two rows say the same. */
export function sameTallyRow(one: TallyRow | null, other: TallyRow | null): boolean {
  // Both are made by `tallyRow`, which sorts: the same counts read the same.
  return JSON.stringify(one) === JSON.stringify(other);
}
