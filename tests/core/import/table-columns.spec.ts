import { recallColumns, rememberColumns } from '@core/import/remembered-columns';
import { asChoice, guessColumns, type SaidColumns } from '@core/import/table-columns';
import { expect, test } from '@playwright/test';

const columns = ['Heading', 'Words', 'Seen', 'Author', 'Desk', ''];
const said = (part: Partial<SaidColumns>): SaidColumns => ({
  ...{ text: 1, title: null, date: null, left_out: [] },
  ...part,
});
const choices: readonly (readonly [name: string, said: SaidColumns, expected: unknown])[] = [
  ['only a text', said({}), { text: 1, fields: [['byline', 3]], extra: [0, 2, 4] }],
  [
    'title and date',
    said({ title: 0, date: 2 }),
    {
      text: 1,
      title: 0,
      fields: [
        ['date', 2],
        ['byline', 3],
      ],
      extra: [4],
    },
  ],
  [
    'columns left out, among them one whose name is known',
    said({ left_out: [0, 3] }),
    { text: 1, fields: [], extra: [2, 4] },
  ],
  [
    'one column for two things',
    said({ title: 1, date: 1 }),
    { text: 1, fields: [['byline', 3]], extra: [0, 2, 4] },
  ],
  ['a text that is not there', said({ text: 9 }), null],
];
for (const [name, given, expected] of choices)
  test(`columns as a person says them: ${name}`, () => {
    const choice = asChoice(columns, given);
    expect(choice === null ? null : { ...choice, fields: [...choice.fields] }).toEqual(expected);
  });

test('what is offered first is what the program would choose', () => {
  const rows = [['Lamp', 'The lamp was lit.', '2031-03-01']];
  expect(guessColumns({ columns: ['Title', 'Text', 'Date'], rows })).toEqual(said({ title: 0, date: 2 }));
  expect(guessColumns({ columns: ['A', 'B', 'C'], rows })).toBe(null);
});

test('what was said is known again for the same columns in any order, and the oldest is forgotten', () => {
  const kept = rememberColumns([], ['a', 'b', 'c'], { text: 0, title: 2, date: null, left_out: [1] });
  expect(recallColumns(kept, ['c', 'b', 'a'])).toEqual({ text: 2, title: 0, date: null, left_out: [1] });
  expect([recallColumns(kept, ['a', 'b']), recallColumns('nonsense', ['a'])]).toEqual([null, null]);
  const again = rememberColumns(kept, ['a', 'b', 'c'], said({ text: 1 }));
  expect([again.length, recallColumns(again, ['a', 'b', 'c'])?.text]).toEqual([1, 1]);
  let many: readonly unknown[] = again;
  for (let n = 0; n < 30; n += 1) many = rememberColumns(many, [`column ${n}`], said({ text: 0 }));
  expect([many.length, recallColumns(many, ['a', 'b', 'c'])]).toEqual([20, null]);
  const long = rememberColumns(many, ['x'.repeat(30_000)], said({ text: 0 }));
  expect(JSON.stringify(long).length).toBeLessThan(20_000);
  // Columns of one name cannot be told apart by it.
  expect(rememberColumns([], ['a', 'a'], said({ text: 0 }))).toEqual([]);
});
