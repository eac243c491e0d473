import { emptyTally, tallyAnnotations } from '@core/change/tally';
import { sameTallyRow, type TallyRow, talliesOf, tallyOfRows, tallyRowsAfter } from '@core/change/tally-row';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { draft } from './arbitrary-drafts';
import { begin, createState, type TestState } from './state';

const commits = fc.array(fc.array(draft, { minLength: 1, maxLength: 4 }), { maxLength: 30 });

/** All annotations by document, so many in a part. */
function partsOf(state: TestState, size: number) {
  const annotations = state.records.all('annotation');
  const ids = [...new Set(annotations.map(({ document_id }) => document_id))];
  return ids.flatMap((document_id) => {
    const own = annotations.filter((each) => each.document_id === document_id);
    const starts = own.map((_, place) => place).filter((place) => place % size === 0);
    return starts.map((start) => ({ document_id, annotations: own.slice(start, start + size) }));
  });
}

const counted = (state: TestState): readonly TallyRow[] => talliesOf(partsOf(state, 1_000));

const byDocument = (rows: readonly TallyRow[]) => new Map(rows.map((row) => [row.document_id, row]));

test('rows kept up with each commit are those of all annotations, and add up to the counts of the project', () => {
  fc.assert(
    fc.property(commits, (all) => {
      const state = createState();
      state.commit(begin);
      let rows = new Map<string, TallyRow>();
      for (const drafts of all) {
        state.commit(drafts);
        const next = new Map(rows);
        for (const [id, row] of tallyRowsAfter(rows, state.last().written)) {
          if (row === null) next.delete(id);
          else next.set(id, row);
        }
        rows = next;
        expect(rows).toEqual(byDocument(counted(state)));
        const became = state.records.all('annotation').map((after) => ({ before: null, after }));
        expect(tallyOfRows([...rows.values()])).toEqual(tallyAnnotations(emptyTally, became));
      }
    }),
  );
});

test('a document counts the same however its annotations are cut into parts', () => {
  fc.assert(
    fc.property(commits, fc.integer({ min: 1, max: 3 }), (all, size) => {
      const state = createState();
      state.commit(begin);
      for (const drafts of all) state.commit(drafts);
      const parts = partsOf(state, size);
      expect(byDocument(talliesOf(parts))).toEqual(byDocument(counted(state)));
    }),
  );
});

const row: TallyRow = { document_id: 'a', annotations: 3, passages: 2, codings: [['code-1', 2]] };
const others: readonly (readonly [string, TallyRow | null])[] = [
  ['none', null],
  ['another number of annotations', { ...row, annotations: 4 }],
  ['another number of passages', { ...row, passages: 3 }],
  ['another number of codings', { ...row, codings: [['code-1', 3]] }],
  ['codings of another code', { ...row, codings: [['code-2', 2]] }],
  ['another document', { ...row, document_id: 'b' }],
];

for (const [name, other] of others) {
  test(`a row is not the same as ${name}`, () => {
    expect(sameTallyRow(row, { ...row, codings: [...row.codings] })).toBe(true);
    expect(sameTallyRow(row, other)).toBe(false);
    expect(sameTallyRow(other, row)).toBe(false);
  });
}
