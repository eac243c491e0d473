import { compareAnnotations } from '@core/annotation-order';
import { withDescendants } from '@core/codebook/code-tree';
import type { Annotation, Coding } from '@core/model/annotation';
import { codeTable } from '@core/query/code-table';
import { packAnnotations } from '@core/query/packed-annotations';
import { createPassageIndex, type IndexWrite } from '@core/query/passage-index';
import type { CodeCondition, PassageQuery } from '@core/query/passage-query';
import { runQuery } from '@core/query/passage-run';
import { test } from '@playwright/test';
import fc from 'fast-check';
import { makeCodes } from '../make-records';
import { ask, coding, makeDocument, passage } from './query-records';

const codeList = makeCodes('frames/', 'frames/legit', 'frames/order', 'frames/order/curfew', 'blame');
const codeIds = ['legit', 'order', 'curfew', 'blame'] as const;
const documentIds = ['one', 'two', 'three'] as const;
const speakers = ['envoy', 'minister'] as const;

const codings = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...codeIds), fc.constantFrom('', '!', '-'), fc.constantFrom('', '?'))
    .map((parts) => coding(parts.join(''))),
  { selector: ({ code_id }) => code_id, maxLength: 3 },
);

const annotation = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`),
    start: fc.integer({ min: 0, max: 5 }),
    codings,
    coder_id: fc.constantFrom('kim', 'lee'),
    round: fc.constantFrom(1, 2),
    speaker_ids: fc.subarray([...speakers]),
    whole: fc.boolean(),
  })
  // An annotation never changes its document.
  .map(({ start, whole, ...fields }): Annotation => {
    const document_id = documentIds[Number(fields.id.slice(1)) % documentIds.length] ?? 'one';
    const made = passage(fields.id, document_id, start, [], fields);
    return whole ? { ...made, target: { kind: 'document' } } : made;
  });

const condition = fc.record({ code_id: fc.constantFrom('frames', ...codeIds), below: fc.boolean() });
const conditions = fc.array(condition, { maxLength: 2 });
const query = fc
  .record({
    codes: fc.record({ any: conditions, all: conditions, none: conditions }),
    coded: fc.constantFrom(null, null, 'coded' as const, 'uncoded' as const),
    stance: fc.constantFrom(null, null, 'affirms' as const, 'denies' as const, 'unset' as const),
    certainty: fc.constantFrom(null, null, 'unsure' as const, 'sure' as const),
    document_ids: fc.option(fc.subarray([...documentIds])),
    coder_id: fc.constantFrom(null, null, 'kim'),
    round: fc.constantFrom(null, null, 2),
    speaker_id: fc.constantFrom(null, null, 'envoy', 'unset'),
    text: fc.constantFrom('', '', 'AT 3', 'nowhere'),
    level: fc.constantFrom(null, null, 'passage' as const, 'document' as const),
  })
  .map(ask);

const isIn = (one: CodeCondition, { code_id }: Coding): boolean =>
  one.below ? withDescendants(one.code_id, codeList).has(code_id) : one.code_id === code_id;

/** The query as one would write it down, slowly. */
function answers(one: Annotation, asked: PassageQuery): boolean {
  const suited = one.codings.filter(
    ({ stance, certainty }) =>
      (asked.stance === null || (stance ?? 'unset') === asked.stance) &&
      (asked.certainty === null || (certainty === 'unsure') === (asked.certainty === 'unsure')),
  );
  const { any, all, none } = asked.codes;
  const asksCoding = asked.stance !== null || asked.certainty !== null || any.length + all.length > 0;
  const quote = one.target.kind === 'passage' ? one.target.quote : '';
  return [
    any.length === 0 || any.some((each) => suited.some((own) => isIn(each, own))),
    all.every((each) => suited.some((own) => isIn(each, own))),
    !none.some((each) => one.codings.some((own) => isIn(each, own))),
    !asksCoding || suited.length > 0,
    asked.coded === null || (asked.coded === 'coded') === one.codings.length > 0,
    asked.document_ids === null || asked.document_ids.includes(one.document_id),
    asked.coder_id === null || asked.coder_id === one.coder_id,
    asked.round === null || asked.round === one.round,
    asked.speaker_id === null ||
      (one.speaker_ids ?? []).includes(asked.speaker_id) ||
      (asked.speaker_id === 'unset' && (one.speaker_ids ?? []).length === 0),
    asked.level === null || asked.level === one.target.kind,
    quote.toLowerCase().includes(asked.text.toLowerCase()),
  ].every(Boolean);
}

const documents = documentIds.map((id, at) => makeDocument(id, at));

function indexOf(annotations: readonly Annotation[]) {
  const index = createPassageIndex();
  index.add({ codes: codeList, documents, annotations });
  return index;
}

/** The records that writes leave, in any order. */
function after(first: readonly Annotation[], writes: readonly IndexWrite[]): readonly Annotation[] {
  const there = new Map(first.map((one) => [one.id, one]));
  for (const write of writes) {
    if (write.table !== 'annotation') continue;
    if (write.record === null) there.delete(write.id);
    else there.set(write.id, write.record);
  }
  return [...there.values()];
}

const write = fc.tuple(annotation, fc.boolean()).map(
  ([record, stays]): IndexWrite => ({
    table: 'annotation',
    id: record.id,
    document_id: record.document_id,
    record: stays ? record : null,
  }),
);

const byDocument = { by: 'document' } as const;

test('annotations come out of a packet as they went in', () => {
  fc.assert(
    fc.property(fc.array(annotation), query, (annotations, asked) => {
      const index = createPassageIndex();
      index.add({ codes: codeList, documents, packed: packAnnotations(annotations) });
      const rows = [index, indexOf(annotations)].map((each) => runQuery(each, asked, byDocument).rows(0, 99));
      return JSON.stringify(rows[0]) === JSON.stringify(rows[1]);
    }),
  );
});

test('a query finds what a plain filter finds, in the order of the corpus', () => {
  fc.assert(
    fc.property(fc.uniqueArray(annotation, { selector: ({ id }) => id }), query, (annotations, asked) => {
      const order = new Map<string, number>(documentIds.map((id, at) => [id, at]));
      const wanted = annotations
        .filter((one) => answers(one, asked))
        .sort(
          (one, other) =>
            (order.get(one.document_id) ?? 0) - (order.get(other.document_id) ?? 0) ||
            compareAnnotations(one, other),
        )
        .map(({ id }) => id);
      const found = runQuery(indexOf(annotations), asked, byDocument).rows(0, 99);
      return JSON.stringify(found.map(({ id }) => id)) === JSON.stringify(wanted);
    }),
    { numRuns: 500 },
  );
});

test('an index that followed commits is the index made of what they left', () => {
  fc.assert(
    fc.property(fc.array(annotation), fc.array(write), query, (first, writes, asked) => {
      const followed = indexOf(first);
      for (const one of writes) followed.follow([one]);
      const fresh = indexOf(after(first, writes));
      const found = [followed, fresh].map((index) => ({
        size: index.size(),
        rows: runQuery(index, asked, { by: 'code' }).rows(0, 99),
        groups: runQuery(index, asked, { by: 'code' }).found,
        drift: runQuery(index, asked, byDocument).drift(),
      }));
      return JSON.stringify(found[0]) === JSON.stringify(found[1]);
    }),
    { numRuns: 300 },
  );
});

test('the drift is the difference to asking again', () => {
  fc.assert(
    fc.property(fc.array(annotation), fc.array(write), query, (first, writes, asked) => {
      const index = indexOf(first);
      const run = runQuery(index, asked, byDocument);
      const before = new Set(run.keys(0, 99).map(({ id }) => id));
      index.follow(writes);
      const again = new Set(
        runQuery(index, asked, byDocument)
          .keys(0, 99)
          .map(({ id }) => id),
      );
      const { left, fresh } = run.drift();
      return (
        left === [...before].filter((id) => !again.has(id)).length &&
        fresh === [...again].filter((id) => !before.has(id)).length &&
        run.rows(0, 99).every(({ id, left: gone }) => (gone === null) === again.has(id))
      );
    }),
    { numRuns: 300 },
  );
});

test('every cell of the table counts exactly the passages that its query finds', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(annotation, { selector: ({ id }) => id }),
      query,
      fc.boolean(),
      (annotations, asked, rolled) => {
        const index = indexOf(annotations);
        const table = codeTable(index, asked, { rows: { by: 'document' }, rolled });
        const count = (row: string | null, column: string | null): number => {
          const all = column === null ? [] : [{ code_id: column, below: rolled }];
          const cell = {
            ...asked,
            codes: { ...asked.codes, all: [...asked.codes.all, ...all] },
            document_ids: row === null ? asked.document_ids : [row],
          };
          return runQuery(index, cell, byDocument).found.passages;
        };
        const width = table.columns.length;
        return (
          table.rows.every(
            (row, at) =>
              table.rowTotals[at] === count(row, null) &&
              table.columns.every(
                (column, n) => Math.max(0, table.counts[at * width + n] ?? 0) === count(row, column),
              ),
          ) &&
          table.columns.every((column, n) => table.columnTotals[n] === count(null, column)) &&
          table.total === count(null, null)
        );
      },
    ),
    { numRuns: 200 },
  );
});
