import { attributedNames, textNear } from '@core/structure/attributed-names';
import { expect, test } from '@playwright/test';

const cases: readonly (readonly [
  text: string,
  names: readonly (readonly [name: string, ...roles: string[]])[],
])[] = [
  ['“The lamp is lit,” said Ilse Aubrant.', [['Ilse Aubrant']]],
  ['Ilse Aubrant, the ambassador, said the lamp was lit.', [['Ilse Aubrant', 'ambassador']]],
  ['According to harbour master Joren Talvik, no ship was lost.', [['Joren Talvik', 'harbour master']]],
  [
    'Joren Talvik told reporters that it was calm. “Nobody saw it,” Talvik added. The crowd left.',
    [['Joren Talvik']],
  ],
  [
    'Talvik said no. Ilse Aubrant said yes. Joren Talvik replied. Anna Talvik warned them.',
    [['Talvik'], ['Ilse Aubrant'], ['Joren Talvik'], ['Anna Talvik']],
  ],
  ['According to J.P. Talvik, a pilot, it was calm, M. Rusk said.', [['J.P. Talvik', 'pilot'], ['M. Rusk']]],
  [
    'J. Talvik said no. Joren Talvik replied. “Nobody saw it,” Talvik added.',
    [['Joren Talvik'], ['J. Talvik']],
  ],
  ['“Никто его не видел”, сказал лоцман Ян Берзин.', [['Ян Берзин', 'лоцман']]],
  ['По словам Ильзы Аубрант, фонарь горит.', [['Ильзы Аубрант']]],
  ['The Ministry of the Interior said that order was restored.', [['Ministry of the Interior']]],
  ['He said so. She added nothing. They told everybody. On Friday, it noted.', []],
  ['The lamp was lit at dusk in Harn. Nobody spoke.', []],
  ['“Nobody asked us,” said the harbour master, Tessa Lind.', [['Tessa Lind', 'harbour master']]],
  ['He said the quay was empty, Harn being far away. Everybody added a word. Никто сказал.', []],
  ['', []],
];

for (const [text, names] of cases)
  test(`names that are given words: ${text.slice(0, 50)}`, () => {
    const found = attributedNames(text);
    expect(found.map(({ name, roles }) => [name, ...roles])).toEqual(names);
    for (const { places } of found) {
      expect(places.length).toBeGreaterThan(0);
      for (const { start, end } of places) expect(/^\p{Lu}/u.test(text.slice(start, end))).toBe(true);
    }
  });

test('a name that comes again and again is counted as often', () => {
  const often = 130_000;
  const found = attributedNames(`${'Talvik said no. '.repeat(often)}Joren Talvik said yes.`);
  expect(found.map(({ name, places }) => [name, places.length])).toEqual([['Joren Talvik', often + 1]]);
});

for (const [at, from] of [
  [0, 0],
  [49_999, 0],
  [120_000, 75_000],
  [250_000, 225_000],
] as const)
  test(`of a long text the part around ${at} is looked through`, () => {
    const digits = Array.from({ length: 25_000 }, (_, n) => String(n).padStart(10, '0')).join('');
    const near = textNear(digits, at);
    expect(digits.indexOf(near)).toBe(from);
    expect(at - from).toBeLessThanOrEqual(near.length);
    expect(textNear('short', at)).toBe('short');
  });

test('names in a long text are found in a time that grows with its length', () => {
  const long = `${'The Quay Of Harn And Aune '.repeat(4_000)} ${'a, b, '.repeat(20_000)} said Ilse Aubrant.`;
  expect(attributedNames(long).map(({ name }) => name)).toEqual(['Ilse Aubrant']);
});
