import { foldCharacter, foldText } from '@core/search/fold';
import type { SearchOptions } from '@core/search/search-options';
import { createTermMatcher } from '@core/search/term-matcher';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';
import { anyNeedle, anyText } from './folded-texts';

const loose = { matchCase: false, matchDiacritics: false } as const;
const anywhere: SearchOptions = { ...loose, wholeWords: false, wordForms: false };

/** Hangul syllables without an ending, which take one that follows. */
const open = Array.from({ length: 399 }, (_, n) => String.fromCharCode(0xac00 + n * 28)).join('');
const character = new RegExp(
  `(?:[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[${open}][\\u11a8-\\u11c2]|\\P{M})\\p{M}*|\\p{M}+`,
  'gsu',
);

/** The characters of a text: a base with all marks that follow it, and the parts of a Hangul syllable. */
const characters = (text: string): readonly string[] => text.match(character) ?? [];

/** The slow and plain way: every stretch of whole characters, folded on its own and compared. */
function findPlainly(text: string, needle: string, options: SearchOptions): readonly (readonly number[])[] {
  const all = characters(text);
  const fold = (part: string): string =>
    characters(part)
      .map((one) => foldCharacter(one, options))
      .join('');
  const wanted = fold(needle);
  const seen = all.map((one) => foldCharacter(one, loose) !== '');
  const starts: number[] = [];
  let at = 0;
  for (const one of all) {
    starts.push(at);
    at += one.length;
  }
  starts.push(at);
  const found: (readonly number[])[] = [];
  let first = 0;
  while (first < all.length) {
    let last = first;
    let hit = -1;
    for (; seen[first] === true && last < all.length; last += 1) {
      if (seen[last] !== true) continue;
      const folded = fold(all.slice(first, last + 1).join(''));
      if (folded === wanted) hit = last;
      if (hit >= 0 || folded.length > wanted.length) break;
    }
    if (hit < 0) first += 1;
    else {
      found.push([starts[first] ?? 0, starts[hit + 1] ?? 0]);
      first = hit + 1;
    }
  }
  return found;
}

const tables: readonly (readonly [name: string, options: SearchOptions])[] = [
  ['without case and accents', anywhere],
  ['with case', { ...anywhere, matchCase: true }],
  ['with accents', { ...anywhere, matchDiacritics: true }],
  ['with both', { ...anywhere, matchCase: true, matchDiacritics: true }],
];

for (const [name, options] of tables) {
  test(`places are exact ${name}`, () => {
    fc.assert(
      fc.property(anyText, anyNeedle, (text, needle) => {
        const found = createTermMatcher(needle, options, null).find(text, foldText(text, loose));
        const plainly = findPlainly(text, needle, options);
        return JSON.stringify(found.map(({ start, end }) => [start, end])) === JSON.stringify(plainly);
      }),
      // What has an ending takes no other; chance seldom brings them together.
      { numRuns: trials(200, 5_000), examples: [['한\u11ab', '한']] },
    );
  });
}

const spellings: readonly (readonly [text: string, words: string, found: readonly string[]])[] = [
  ['Straße, STRASSE', 'strasse', ['Straße', 'STRASSE']],
  ['ﬁnance', 'finance', ['ﬁnance']],
  ['pro\u00adtest \u00adprotest\u00ad', 'protest', ['pro\u00adtest', 'protest']],
  ['re\u0301sume\u0301 résumé', 'resume', ['re\u0301sume\u0301', 'résumé']],
  ['ὁδός ΟΔΟΣ', 'οδος', ['ὁδός', 'ΟΔΟΣ']],
  ['бой бои', 'бои', ['бои']],
  ['ёлка', 'елка', ['ёлка']],
  ['Łódź', 'lodz', ['Łódź']],
  ['don’t', "don't", ['don’t']],
  ['Nur\u2011Sultan', 'nur-sultan', ['Nur\u2011Sultan']],
  ['law and\norder; law and\n\norder', 'law and order', ['law and\norder']],
  ['protest protests unprotested', 'protest*', ['protest', 'protests']],
  ['a world-wide and well-known, re-elected', '*-known', ['well-known']],
  ['a world-wide and well-known, re-elected', 'w*-wide', ['world-wide']],
  ['a world-wide and well-known, re-elected', 're-*elected', ['re-elected']],
  ['Nur-Sultan’s capital', "*-s*'s", ['Nur-Sultan’s']],
  ['\u1112\u1161\u11ab\u1100\u116e\u11a8 한국', '한국', ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국']],
  ['한국', '\u1112\u1161\u11ab\uad6d', ['한국']],
  ['un-protest_ed protest', 'protest', ['protest']],
  ['内乱について', '内乱', ['内乱']],
  ['a+b (c)', 'a+b', ['a+b']],
];

for (const [text, words, found] of spellings) {
  test(`“${words}” in ${JSON.stringify(text)}`, () => {
    const matcher = createTermMatcher(words, { ...anywhere, wholeWords: true }, null);
    const spans = matcher.find(text, foldText(text, loose));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
}

test('word forms are what the stemmer takes for one word', () => {
  const forms = (word: string): readonly string[] =>
    word === 'protest' ? ['protest', 'protests', 'protesting'] : [word];
  const matcher = createTermMatcher('peaceful protest', { ...anywhere, wholeWords: true }, forms);
  const text = 'Peaceful protests; a peaceful protester; peaceful\nprotesting.';
  const spans = matcher.find(text, foldText(text, loose));
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Peaceful protests',
    'peaceful\nprotesting',
  ]);
});
