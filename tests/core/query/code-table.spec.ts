import { codeTable, type TableOptions } from '@core/query/code-table';
import { createPassageIndex } from '@core/query/passage-index';
import type { PassageQuery } from '@core/query/passage-query';
import { expect, test } from '@playwright/test';
import { ask, codes, records } from './query-records';

/** Rows as "first 1/1: 1 1 1 1 = 3": done of documents, cells, total; "." where a count is missing. */
function drawn(query: Partial<PassageQuery>, options: TableOptions): readonly string[] {
  const index = createPassageIndex();
  index.add(records);
  const table = codeTable(index, ask(query), options);
  const width = table.columns.length;
  const cells = (row: number): string =>
    [...table.counts.slice(row * width, (row + 1) * width)].map((n) => (n < 0 ? '.' : n)).join(' ');
  return [
    table.columns.join(' '),
    ...table.rows.map(
      (row, at) => `${row} ${table.done[at]}/${table.documents[at]}: ${cells(at)} = ${table.rowTotals[at]}`,
    ),
    `${table.columnTotals.join(' ')} = ${table.total}`,
    [...table.columnOccurs].map((occurs, n) => `${occurs}/${table.columnDone[n]}`).join(' '),
  ];
}

const cases: readonly (readonly [
  what: string,
  query: Partial<PassageQuery>,
  options: TableOptions,
  lines: readonly string[],
])[] = [
  [
    'documents; a code that a pass left out is missing, and one found in a document not done counts there only',
    {},
    { rows: { by: 'document' }, rolled: false },
    [
      'legit order curfew blame',
      'first 1/1: 1 1 1 1 = 3',
      'second 1/1: 2 1 . . = 3',
      'third 0/1: . . . 1 = 1',
      '3 2 1 2 = 7',
      '2/2 1/1 1/1 1/1',
    ],
  ],
  [
    'codes with those below, folders too: a passage with two codes of a folder is one',
    {},
    { rows: { by: 'document' }, rolled: true },
    [
      'frames legit order curfew blame',
      'first 1/1: 3 1 2 1 1 = 3',
      'second 1/1: 2 2 1 . . = 3',
      'third 0/1: . . . . 1 = 1',
      '5 3 3 1 2 = 7',
      '1/1 2/2 1/1 1/1 1/1',
    ],
  ],
  [
    'values of an attribute',
    {},
    { rows: { by: 'attribute', attribute_id: 'agency' }, rolled: false },
    [
      'legit order curfew blame',
      'NTA 1/1: 2 1 . . = 3',
      'Merid 1/1: 1 1 1 1 = 3',
      ' 0/1: . . . 1 = 1',
      '3 2 1 2 = 7',
      '2/2 1/1 1/1 1/1',
    ],
  ],
  [
    'only what the query asks for, a stance of the coding counted',
    { stance: 'affirms', codes: codes({ none: ['curfew'] }), document_ids: ['first', 'second'] },
    { rows: { by: 'document' }, rolled: false },
    [
      'legit order curfew blame',
      'first 1/1: 1 0 0 1 = 2',
      'second 1/1: 0 1 . . = 1',
      '1 1 0 1 = 3',
      '1/2 0/1 0/1 1/1',
    ],
  ],
  [
    'the passes of the coder asked for',
    { coder_id: 'lee' },
    { rows: { by: 'document' }, rolled: false },
    [
      'legit order curfew blame',
      'first 0/1: . . 1 . = 1',
      'second 0/1: . . . . = 0',
      'third 0/1: . . . . = 0',
      '0 0 1 0 = 1',
      '0/0 0/0 0/0 0/0',
    ],
  ],
];

for (const [what, query, options, lines] of cases) {
  test(`a table of ${what}`, () => {
    expect(drawn(query, options)).toEqual(lines);
  });
}
