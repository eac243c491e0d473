import type { Span } from '@core/model/span';
import { findInText, foldText } from '@core/reading/find-in-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

const quotes = (text: string, query: string): readonly string[] =>
  findInText(foldText(text), query).map(({ start, end }) => text.slice(start, end));

test('ignores case and what only machines tell apart', () => {
  expect(quotes('Envoy, ENVOY and envoys', 'envoy')).toEqual(['Envoy', 'ENVOY', 'envoy']);
  expect(quotes('Straße, STRASSE', 'strasse')).toEqual(['Straße', 'STRASSE']);
  expect(quotes('Straße, STRASSE', 'STRAẞE')).toEqual(['Straße', 'STRASSE']);
  expect(quotes('İstanbul, ISTANBUL', 'istanbul')).toEqual(['İstanbul', 'ISTANBUL']);
  expect(quotes('ΟΔΟΣ οδός', 'οδος')).toEqual(['ΟΔΟΣ']);
  expect(quotes('Café, Cafe\u0301', 'café')).toEqual(['Café', 'Cafe\u0301']);
  expect(quotes('CSTO\u00a0peacekeeping operation', 'csto peacekeeping')).toEqual(['CSTO\u00a0peacekeeping']);
  expect(quotes('Russia’s “own”', `russia's "own"`)).toEqual(['Russia’s “own”']);
  expect(quotes('a😀b', '😀')).toEqual(['😀']);
});

test('never finds half a character', () => {
  expect(quotes('Straße', 's')).toEqual(['S']);
  expect(quotes('Café, Cafe\u0301', 'cafe')).toEqual([]);
  expect(quotes('йод', 'и')).toEqual([]);
  expect(quotes('ﬁn', 'f')).toEqual([]);
  expect(quotes('ﬁn', 'fin')).toEqual(['ﬁn']);
  expect(quotes('', 'a')).toEqual([]);
  expect(quotes('a', '')).toEqual([]);
});

test('offsets stay exact after characters that fold to other lengths', () => {
  const text = 'ßİﬁΐ target İß TARGET';
  expect(findInText(foldText(text), 'target')).toEqual([
    { start: text.indexOf('target'), end: text.indexOf('target') + 6 },
    { start: text.indexOf('TARGET'), end: text.indexOf('TARGET') + 6 },
  ]);
});

/** Every start, every end, compared one by one. */
function naive(text: string, query: string): readonly Span[] {
  const fold = (part: string): string => foldText(part).folded;
  const characters = Array.from(text);
  const starts = [0];
  for (const character of characters) starts.push((starts.at(-1) ?? 0) + character.length);
  const found: Span[] = [];
  for (let from = 0; from < characters.length; from++) {
    for (let to = from + 1; to <= characters.length; to++) {
      const isMarked = /^[\u0300-\u036f]/.test(fold(characters[to] ?? ''));
      if (fold(characters.slice(from, to).join('')) !== fold(query) || isMarked) continue;
      found.push({ start: starts[from] ?? 0, end: starts[to] ?? 0 });
      from = to - 1;
      break;
    }
  }
  return found;
}

test('finds what a comparison of every stretch finds', () => {
  const letter = fc.constantFrom(
    'a',
    'A',
    's',
    'S',
    'ß',
    'İ',
    'i',
    'ı',
    'é',
    'e',
    '\u0301',
    'ﬁ',
    'f',
    '😀',
    ' ',
    '\u00a0',
    'Σ',
    'ς',
    '’',
  );
  const word = (max: number) => fc.array(letter, { maxLength: max }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(word(24), word(3), (text, query) => {
      expect(findInText(foldText(text), query)).toEqual(query === '' ? [] : naive(text, query));
    }),
    { numRuns: trials(500, 10_000) },
  );
});

test('a million characters are folded and searched without making anyone wait', () => {
  const text = 'Порядок восстановлен, the envoy’s office said. '.repeat(22_000);
  const before = performance.now();
  expect(findInText(foldText(text), 'ENVOY').length).toBe(22_000);
  expect(performance.now() - before).toBeLessThan(2_000);
});
