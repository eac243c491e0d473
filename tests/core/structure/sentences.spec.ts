import { findSentences } from '@core/structure/sentences';
import { expect, test } from '@playwright/test';

/** The sentences, each in its own string; joined by a space they are the text. */
const table: readonly (readonly string[])[] = [
  ['Gen. Aune met Lt. Col. Brandt on Jan. 6 in the U.S. Senate.', 'No. 4 won.'],
  ['She lives in the U.S.', 'The end came at 5 p.m. Moscow time.', 'Nobody came.'],
  ['At 6 p.m. Aune spoke.', 'The talk began at about 6 p.m.', 'Aune left early.'],
  ['J. R. Rook and A. Lind saw Dr. Holm.', 'They left.'],
  ['World War I.', 'The war ended.', 'Plan B.', 'Then came the rest.'],
  ['See p. 7 and Art. 5.', 'Mr. Rook gave e.g. Harn.', 'St. Petersburg won 3.5 points vs. Harn.'],
  ['“Where do they come from?” Marsk asked.', '“Why?” she said, and left.', 'Stop!', 'He stopped.'],
  ['He said: “It is over.', 'We go home.”', 'Then he left … and came back.'],
  ['“We won!”', 'The crowd went wild.'],
  ['The list […] was long.', 'Lind et al. wrote it. [...]', 'The end.'],
  ['1. First thing is here.', '2. The second came.'],
  ['В 2031 г. Харн ответил.', 'Он живет в г. Харн.', 'И. И. Росс пришел, т. е. опоздал.'],
  ['«Все хорошо?» — спросил он.', 'Она ушла!', 'Тишина…'],
  ['你好世界。', '今天天气很好！', '我们去公园吧？'],
  ['สวัสดีครับ วันนี้อากาศดีมาก เราไปเที่ยวกันไหม'],
  ['A headline without a stop'],
];

for (const sentences of table) {
  test(`sentences: ${sentences.join(' | ')}`, () => {
    const text = `before\n${sentences.join(' ')} \nafter`;
    const found = findSentences(text, { start: 7, end: text.length - 6 });
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });
}

test('sentences: line feeds inside a block are spaces', () => {
  const text = 'The keel touched\nsand at noon. Nobody\nspoke.';
  const found = findSentences(text, { start: 0, end: text.length });
  expect(found.map(({ start, end }) => [start, end])).toEqual([
    [0, 30],
    [31, 44],
  ]);
});

test('sentences: none in marks alone', () => {
  for (const text of ['* * *', '—', '[...]', '!?'])
    expect(findSentences(text, { start: 0, end: text.length })).toEqual([]);
});

test('sentences: windows over a long block find what one look finds', () => {
  const sentence = 'The harbour of Harn was open, and Gen. Aune left on Jan. 6 with sixty pilots. ';
  const text = sentence.repeat(400);
  const found = findSentences(text, { start: 0, end: text.length });
  expect(found).toHaveLength(400);
  expect(found.every(({ start, end }) => end - start === sentence.length - 1)).toBe(true);
});
