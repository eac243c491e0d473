import { joinLines, knownWords } from '@core/layout/join-lines';
import { expect, test } from '@playwright/test';

const words = knownWords([
  'The harbour of Harn has a well-known lamp.',
  'Its light-house stands, the lighthouse too.',
]);

for (const [before, after, joined] of [
  ['the har-', 'bour of Harn', 'the harbour of Harn'],
  ['a well-', 'known lamp', 'a well-known lamp'],
  // Uncertain, or known both ways: the hyphen stays and the word stays together.
  ['the brack-', 'ish pools', 'the brack-ish pools'],
  ['a light-', 'house', 'a light-house'],
  ['the har\u00AD', 'bour', 'the harbour'],
  // The next part of a compound.
  ['on the Aune-', 'Veld line', 'on the Aune-Veld line'],
  ['the ferry Harn\u2010', '3 left', 'the ferry Harn\u20103 left'],
  // A hyphen that stands for a word to come.
  ['two-', 'and three-storey', 'two- and three-storey'],
  ['Ost-', 'und Westküste', 'Ost- und Westküste'],
  ['black-', 'and-white', 'black-and-white'],
  ['one-', 'andiron', 'one-andiron'],
  // No hyphen that ends a word.
  ['the quay -', 'it was full', 'the quay - it was full'],
  ['the quay', 'was full', 'the quay was full'],
  ['港务局', '周五', '港务局周五'],
] as const)
  test(`“${before}” and “${after}” are “${joined}”`, () => {
    expect(joinLines(before, after, words)).toBe(joined);
  });
