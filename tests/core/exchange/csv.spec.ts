import { escapedColumn, excelCsv, isFormula, plainCsv, writeCsv } from '@core/exchange/csv';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import Papa from 'papaparse';

const exact = { ...plainCsv, exact: true };

function read(csv: string, delimiter = ','): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter, newline: '\r\n', skipEmptyLines: false });
  expect(errors).toEqual([]);
  // The file ends with a line end, which papaparse takes for the start of one more row.
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', ' ', '=', '-', '\0', "'", '\ufeff', 'x'),
  }),
);
const table = fc.integer({ min: 2, max: 5 }).chain((width) => {
  const rows = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 });
  return rows.map((all) => ({ columns: Array.from({ length: width }, (_, n) => `c${n}`), rows: all }));
});

for (const delimiter of [',', ';'] as const) {
  test(`exact cells come back as they were, parted by "${delimiter}"`, () => {
    fc.assert(
      fc.property(table, ({ columns, rows }) => {
        const csv = writeCsv({ columns, rows }, { ...exact, delimiter });
        expect(read(csv, delimiter)).toEqual([columns, ...rows]);
      }),
      { numRuns: 500 },
    );
  });
}

test('safe cells come back unchanged but for those that are named, and none is a formula', () => {
  fc.assert(
    fc.property(table, ({ columns, rows }) => {
      const all = [...columns, escapedColumn];
      const back = read(writeCsv({ columns: all, rows }, plainCsv));
      const guarded = rows.map((row) => {
        const risky = columns.filter((_, at) => isFormula(row[at] ?? ''));
        return [...row.map((each) => (isFormula(each) ? `'${each}` : each)), risky.join(' ')];
      });
      expect(back).toEqual([all, ...guarded]);
      return !back.flat().some(isFormula);
    }),
    { numRuns: 500 },
  );
});

const formulas = [
  '=1+1',
  '=SUM(A1:A9)',
  '=HYPERLINK("http://example.invalid","x")',
  "=cmd|'/c calc'!A0",
  '==1',
  '=',
  '+1+1',
  '+SUM(1)',
  '+',
  '+1 234',
  '-1-1',
  '-',
  '- said the envoy',
  '-3 degrees',
  '--1',
  '-1e',
  '@SUM(1)',
  '@',
  '@handle',
  '\t=1',
  '\tplain',
  '\r=1',
  '\rplain',
  '\n=1',
  '\nplain',
  '\0=1',
  '\0',
  ' =1',
  '   -x',
  '\u00a0=1',
  '\u2003+x',
  '\u3000@x',
  '\ufeff=1',
  '\u200b=1',
  ' \t =1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' ＝1',
  '\v=1',
  '-1,5',
  '+49 30 1234',
];
for (const formula of formulas) {
  test(`a spreadsheet cannot run ${JSON.stringify(formula)} in any column`, () => {
    const columns = ['a', 'b', 'c', 'd', escapedColumn];
    const csv = writeCsv({ columns, rows: [[formula, formula, formula, formula]] }, plainCsv);
    const guarded = `'${formula}`;
    expect(read(csv)[1]).toEqual([guarded, guarded, guarded, guarded, 'a b c d']);
    const untouched = writeCsv({ columns, rows: [[formula, 'x', 'x', 'x']] }, exact);
    expect(read(untouched)[1]).toEqual([formula, 'x', 'x', 'x', '']);
  });
}

const numbers = ['-3', '+1.5e3', '-0.5', '+7', '-.5', '-2.', '-1E-9', '3', '0', '1e6'];
for (const plain of [...numbers, 'word', "'quoted", '(=1)', 'a=b', '5-3', '', '“-x”', '–1']) {
  test(`${JSON.stringify(plain)} is left as it is`, () => {
    expect(isFormula(plain)).toBe(false);
    expect(read(writeCsv({ columns: ['a', escapedColumn], rows: [[plain]] }, plainCsv))[1]).toEqual([
      plain,
      '',
    ]);
  });
}

test('a row is told of its own escapes only, though the cell is the one of the row before', () => {
  const rows = [
    ['=1', 'x'],
    ['=1', '=2'],
    ['y', '=2'],
    ['=1', 'x'],
  ];
  const csv = writeCsv({ columns: ['a', 'b', escapedColumn], rows }, plainCsv);
  expect(read(csv).map((row) => row[2])).toEqual([escapedColumn, 'a', 'a b', 'b', 'a']);
});

test('rows end in CRLF, the last one too, and Excel gets its mark and semicolons', () => {
  const rows = [
    [1, 'a;b'],
    [-2, 'say "so"'],
  ];
  expect(writeCsv({ columns: ['n', 't'], rows }, plainCsv)).toBe('n,t\r\n1,"a;b"\r\n-2,"say ""so"""\r\n');
  expect(writeCsv({ columns: ['n', 't'], rows }, excelCsv)).toBe(
    '\ufeffn;t\r\n1;"a;b"\r\n-2;"say ""so"""\r\n',
  );
});

test('half a surrogate pair is a bug and throws', () => {
  expect(() => writeCsv({ columns: ['t'], rows: [['\ud83d']] }, plainCsv)).toThrow();
});
