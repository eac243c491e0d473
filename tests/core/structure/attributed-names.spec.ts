import { attributedNames } from '@core/structure/attributed-names';
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
  ['“Никто его не видел”, сказал лоцман Ян Берзин.', [['Ян Берзин', 'лоцман']]],
  ['По словам Ильзы Аубрант, фонарь горит.', [['Ильзы Аубрант']]],
  ['The Ministry of the Interior said that order was restored.', [['Ministry of the Interior']]],
  ['He said so. She added nothing. They told everybody. On Friday, it noted.', []],
  ['The lamp was lit at dusk in Harn. Nobody spoke.', []],
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

test('names in a long text are found in a time that grows with its length', () => {
  const long = `${'The Quay Of Harn And Aune '.repeat(4_000)} ${'a, b, '.repeat(20_000)} said Ilse Aubrant.`;
  expect(attributedNames(long).map(({ name }) => name)).toEqual(['Ilse Aubrant']);
});
