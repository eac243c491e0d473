import { excelCsv, plainCsv, writeCsv } from '@core/exchange/csv';
import { readCsv } from '@core/exchange/read-csv';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import Papa from 'papaparse';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', ' ', "'", '\ufeff', 'x', 'é') }),
);
const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
  const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 });
  return rows.map((all) => ({ columns: Array.from({ length: width }, (_, n) => `c${n}`), rows: all }));
});

for (const options of [plainCsv, excelCsv, { ...plainCsv, delimiter: ';' as const }]) {
  test(`what was written comes back, by "${options.delimiter}"${options.bom ? ', with a mark' : ''}`, () => {
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const read = readCsv(writeCsv({ columns, rows }, { ...options, exact: true }));
        expect(read.delimiter).toBe(options.delimiter);
        expect(read.problems).toEqual([]);
        expect(read.rows.map(({ cells }) => cells)).toEqual([columns, ...rows]);
      }),
      { numRuns: 500 },
    );
  });
}

test('any text is read without a throw, as papaparse reads it where quotes are closed', () => {
  const unit = fc.constantFrom('"', ',', '\n', '\r\n', 'x', ' ');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const { rows, problems } = readCsv(`a,b\n${text}`);
      if (problems.length > 0) return;
      const { data } = Papa.parse<string[]>(`a,b\n${text}`, {
        delimiter: ',',
        newline: '\n',
        skipEmptyLines: false,
      });
      const whole = data
        .map((row) => row.map((each) => each.replace(/\r/g, '')).join('|'))
        .filter((row) => row !== '');
      expect(
        rows
          .map(({ cells }) => cells.map((each) => each.replace(/\r/g, '')).join('|'))
          .filter((row) => row !== ''),
      ).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

const texts: readonly (readonly [
  why: string,
  text: string,
  rows: readonly (readonly [number, ...string[]])[],
])[] = [
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'line ends of all kinds',
    'a,b\r\n1,2\r3,4\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'lines counted through quotes',
    'a,b\n"1\n\r\n2",x\n3,4',
    [
      [1, 'a', 'b'],
      [2, '1\n\r\n2', 'x'],
      [5, '3', '4'],
    ],
  ],
  [
    'empty lines',
    'a,b\n\n\n1,2\n\n',
    [
      [1, 'a', 'b'],
      [4, '1', '2'],
    ],
  ],
  [
    'short and long rows',
    'a,b\n1\n1,2,3',
    [
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1,5\t2',
    [
      [1, 'a', 'b'],
      [2, '1,5', '2'],
    ],
  ],
  [
    'an empty last cell',
    'a,b\n1,',
    [
      [1, 'a', 'b'],
      [2, '1', ''],
    ],
  ],
  [
    'a quoted empty cell',
    'a\n""\nx',
    [
      [1, 'a'],
      [2, ''],
      [3, 'x'],
    ],
  ],
  ['nothing', '', []],
];
for (const [why, text, rows] of texts) {
  test(why, () => {
    const read = readCsv(text);
    expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    expect(read.problems).toEqual([]);
  });
}

test('a quote that is not closed, and text after one, are told with their lines', () => {
  expect(readCsv('a,b\n"1"x,2\n3,"4\n5')).toEqual({
    delimiter: ',',
    rows: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1x', '2'] },
      { line: 3, cells: ['3', '4\n5'] },
    ],
    problems: [
      { line: 2, kind: 'text-after-quote' },
      { line: 3, kind: 'quote-not-closed' },
    ],
  });
});
