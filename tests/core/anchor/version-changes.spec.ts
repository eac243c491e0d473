import { sharedRuns } from '@core/anchor/text-diff';
import { versionChanges } from '@core/anchor/version-changes';
import { expect, test } from '@playwright/test';
import { editText, makeText, randomNumbers } from './edited-texts';

const signs = { same: ' ', gone: '-', come: '+', cut: '…' } as const;
const shown = (before: string, after: string, most = 10) => {
  const { pieces, ...counts } = versionChanges(before, after, sharedRuns(before, after), most);
  return { pieces: pieces.map(({ kind, text }) => signs[kind] + text), ...counts };
};
const filler = 'word '.repeat(100);

const cases = [
  {
    name: 'one word in the place of another',
    before: 'The lamp was lit at dusk.',
    after: 'The lamp was lit at dawn.',
    expected: { pieces: [' The lamp was lit at ', '-dusk', '+dawn', ' .'], gone: 1, come: 1, more: 0 },
  },
  {
    name: 'words put in at the end',
    before: 'The lamp was lit.',
    after: 'The lamp was lit. Corrected at noon.',
    expected: { pieces: [' The lamp was lit.', '+ Corrected at noon.'], gone: 0, come: 3, more: 0 },
  },
  {
    name: 'spaces alone',
    before: 'The lamp.\nLit.',
    after: 'The lamp.\n\nLit.',
    expected: { pieces: [' The lamp.\n', '+\n', ' Lit.'], gone: 0, come: 0, more: 0 },
  },
  {
    name: 'nothing',
    before: 'Lit.',
    after: 'Lit.',
    expected: { pieces: [' Lit.'], gone: 0, come: 0, more: 0 },
  },
];
for (const { name, before, after, expected } of cases)
  test(`two versions that differ by ${name}`, () => {
    expect(shown(before, after)).toEqual(expected);
  });

test('what is the same in both is cut to what stands beside a difference, between words', () => {
  const { pieces } = shown(`${filler}dusk ${filler}`, `${filler}dawn ${filler}`);
  expect(pieces.map((piece) => piece[0])).toEqual(['…', ' ', '-', '+', ' ', '…']);
  expect(pieces.every((piece) => piece.length < 120)).toBe(true);
  expect(pieces[1]?.startsWith(' word')).toBe(true);
});

test('of many differences the first are shown and the rest is counted', () => {
  const before = Array.from({ length: 50 }, (_, n) => `alpha${n} beta${n} gamma${n}`).join(' ');
  const { pieces, more, gone, come } = shown(before, before.replaceAll('beta', 'delta'), 5);
  expect([pieces.filter((piece) => piece.startsWith('+')).length, more, gone, come]).toEqual([5, 45, 50, 50]);
});

test('read without what was put in, and without what was taken out, it is either version', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = randomNumbers(seed);
    const { before, after } = editText(random, makeText(random, 12), 0.3);
    const { pieces } = versionChanges(before, after, sharedRuns(before, after), 1_000);
    if (pieces.some(({ kind }) => kind === 'cut')) continue;
    const without = (kind: 'gone' | 'come') =>
      pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
    expect([without('come'), without('gone')]).toEqual([before, after]);
  }
});
