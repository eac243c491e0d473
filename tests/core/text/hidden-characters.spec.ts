import { hiddenCharacters } from '@core/text/hidden-characters';
import { expect, test } from '@playwright/test';

const texts: readonly (readonly [
  name: string,
  text: string,
  found: readonly (readonly [number, string])[],
])[] = [
  ['plain words', 'The lamp of Harn.', []],
  [
    'a turned end',
    'lamp\u202Etxt.exe\u202C',
    [
      [4, 'RLO'],
      [12, 'PDF'],
    ],
  ],
  [
    'isolates',
    '\u2066a\u2069\u2067b\u2069\u2068',
    [
      [0, 'LRI'],
      [2, 'PDI'],
      [3, 'RLI'],
      [5, 'PDI'],
      [6, 'FSI'],
    ],
  ],
  [
    'embeddings and marks',
    '\u202A\u202B\u202D\u200E\u200F\u061C',
    [
      [0, 'LRE'],
      [1, 'RLE'],
      [2, 'LRO'],
      [3, 'LRM'],
      [4, 'RLM'],
      [5, 'ALM'],
    ],
  ],
  [
    'no width',
    'ha\u200Brn \u2060 \uFEFF',
    [
      [2, 'ZWSP'],
      [6, 'WJ'],
      [8, 'BOM'],
    ],
  ],
  ['a soft hyphen behind emoji', '🕯️ har\u00ADbour', [[7, 'SHY']]],
  ['joiners of a family and of Persian', '👩‍👩‍👧 می\u200Cخواهم', []],
];
for (const [name, text, found] of texts) {
  test(`hidden characters: ${name}`, () => {
    expect(hiddenCharacters(text).map((one) => [one.at, one.name])).toEqual(found);
  });
}
