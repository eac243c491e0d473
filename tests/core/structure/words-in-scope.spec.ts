import type { Block } from '@core/model/block';
import { documentWords, wordsInScope } from '@core/structure/words-in-scope';
import { expect, test } from '@playwright/test';

const text = 'The quay is open. Write to us. 港口又亮了';
const block = (start: number, end: number, in_scope: boolean, source: Block['source']): Block => ({
  ...{ id: `${start}`, start, end, kind: 'body', in_scope, source },
  rule_rev: 1,
});
const rows: readonly (readonly [name: string, blocks: readonly Block[], words: number])[] = [
  ['as at import', [block(0, 18, true, 'rule'), block(18, 31, true, 'rule')], 99],
  ['a block taken out', [block(0, 18, true, 'rule'), block(18, 31, false, 'hand')], 4],
  ['a block taken in', [block(0, 18, true, 'rule'), block(18, 31, true, 'hand')], 7],
  ['nothing left', [block(0, 31, false, 'hand')], 0],
];

for (const [name, blocks, words] of rows)
  test(`words in scope: ${name}`, () => {
    expect(documentWords({ words: 99 }, blocks, text)).toBe(words);
    expect(documentWords({ words: 99 }, blocks, undefined)).toBe(99);
  });

test('words in scope: also where a dictionary is needed to tell words', () => {
  expect(wordsInScope(text, [block(31, text.length, true, 'rule')])).toBeGreaterThan(1);
});
