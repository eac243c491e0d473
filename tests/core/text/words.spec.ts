import { countWords, wordAt, wordSpans } from '@core/text/words';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const wordsOf = (text: string): readonly string[] =>
  [...wordSpans(text, { start: 0, end: text.length })].map(({ start, end }) => text.slice(start, end));

const table: readonly (readonly [text: string, words: readonly string[]])[] = [
  ['', []],
  [' — “…” ', []],
  ["The envoy's well-known “frame”.", ['The', "envoy's", 'well', 'known', 'frame']],
  ['Russia’s 4,500 at 3.5%', ['Russia’s', '4,500', 'at', '3.5']],
  ['U.S. v. CSTO_2', ['U.S', 'v', 'CSTO_2']],
  ['Ёлка, кто-то', ['Ёлка', 'кто', 'то']],
  ['今天天气很好', ['今天', '天气', '很好']],
  ['สวัสดีครับ', ['สวัสดี', 'ครับ']],
  ['___ 1', ['1']],
];

for (const [text, words] of table) {
  test(`words: ${text === '' ? '(empty)' : text}`, () => {
    expect(wordsOf(text)).toEqual(words);
    expect(countWords(text)).toBe(words.length);
  });
}

test('words: the fast way and the segmenter find the same', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const ordinary = fc.constantFrom(...Array.from('aZéёЯß019_ \t\n\u00A0.,;:\'’‘"“”-–—…!?()[]/&%$#@№«»*+'));
  for (const unit of [ordinary, 'grapheme', 'binary-ascii'] as const) {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const expected = [...segmenter.segment(text)].filter(
          (part) => part.isWordLike && /[^_]/.test(part.segment),
        );
        return wordsOf(text).join('|') === expected.map((part) => part.segment).join('|');
      }),
      { numRuns: 2000 },
    );
  }
});

test('words: pieces of a long text hold the same words as the whole', () => {
  const text = 'Собрание, said the envoy’s aide, 1,200 метров… '.repeat(60);
  const once = wordsOf('Собрание, said the envoy’s aide, 1,200 метров… ').length;
  expect(countWords(text)).toBe(once * 60);
  expect(countWords(text, { start: 0, end: text.length / 2 })).toBe(once * 30);
});

test('words: the word at an offset', () => {
  const text = 'one two, three';
  const all = { start: 0, end: text.length };
  const at = (offset: number): string | undefined => {
    const word = wordAt(text, all, offset);
    return word && text.slice(word.start, word.end);
  };
  expect([0, 2, 3, 4, 7, 8, 9, 14].map(at)).toEqual([
    'one',
    'one',
    'one',
    'two',
    'two',
    undefined,
    'three',
    'three',
  ]);
  const long = `${'padding '.repeat(1000)}target ${'padding '.repeat(1000)}`;
  expect(wordAt(long, { start: 0, end: long.length }, 8003)).toEqual({ start: 8000, end: 8006 });
});
