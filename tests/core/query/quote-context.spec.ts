import { knownContext, quoteContext } from '@core/query/quote-context';
import { expect, test } from '@playwright/test';

const text =
  'The port of Veldhaven reopened on Tuesday.\n\nThe minister said that order was restored, and left.';
const at = (quote: string): { readonly start: number; readonly end: number } => {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
};

const cases: readonly (readonly [
  what: string,
  quote: string,
  room: number,
  before: string,
  after: string,
])[] = [
  ['cut between words on both sides', 'The minister', 40, '…on Tuesday. ', ' said that order was…'],
  [
    'all of it where there is room',
    'The minister',
    400,
    'The port of Veldhaven reopened on Tuesday. ',
    ' said that order was restored, and left.',
  ],
  ['the room of one side where the other ends', 'The port', 30, '', ' of Veldhaven reopened on…'],
  ['nothing where there is no room', 'order', 0, '…', '…'],
  ['the end of the text', 'left.', 20, '…was restored, and ', ''],
];

for (const [what, quote, room, before, after] of cases) {
  test(`context: ${what}`, () => {
    expect(quoteContext(text, at(quote), room)).toEqual({ before, quote, after });
  });
}

test('a long quote shows its beginning and its end', () => {
  const long = Array.from({ length: 300 }, (_, n) => `word${n}`).join(' ');
  const { quote } = knownContext('', long, '');
  expect(quote.length).toBeLessThan(600);
  expect(quote).toMatch(/^word0 word1 .* word\d+ … word\d+ .* word299$/);
});

test('a character of two units is never cut', () => {
  const faces = '😀'.repeat(60);
  for (let room = 20; room < 30; room++) {
    const { before, after } = quoteContext(faces, { start: 60, end: 62 }, room);
    expect(before + after).toMatch(/^…?(?:😀)+…?$/u);
  }
});
