import type { AttributeValue } from '@core/model/attribute';
import { type DetectedLanguage, findLanguage } from '@core/structure/find-language';
import type { ParsedBlock } from '@core/structure/parsed-structure';
import { expect, test } from '@playwright/test';

const value = (said: string, confidence: number): AttributeValue => ({
  ...{ value: said, confidence, state: 'suggested' },
});

interface Row {
  readonly name: string;
  readonly found: DetectedLanguage | null;
  readonly stated?: AttributeValue;
  readonly is?: AttributeValue;
}

const rows: readonly Row[] = [
  { name: 'found only', found: { tag: 'ru', confidence: 0.9 }, is: value('Russian', 0.9) },
  { name: 'nothing known', found: null },
  { name: 'stated only, as a tag', found: null, stated: value('ru-RU', 0.6), is: value('Russian', 0.6) },
  {
    name: 'an archive says it, whatever the text looks like',
    found: { tag: 'bg', confidence: 0.9 },
    stated: value('RUSSIAN', 0.95),
    is: value('Russian', 0.95),
  },
  {
    name: 'the template of a page says another than the text',
    found: { tag: 'ru', confidence: 0.9 },
    stated: value('en', 0.6),
    is: value('Russian', 0.9),
  },
  {
    name: 'the page says it, the text is not sure',
    found: { tag: 'bg', confidence: 0.55 },
    stated: value('ru', 0.6),
    is: value('Russian', 0.6),
  },
  { name: 'what is stated names no language', found: null, stated: value('Late edition', 0.95) },
  { name: 'a tag without a name', found: { tag: 'xx', confidence: 0.9 } },
];

for (const { name, found, stated, is } of rows)
  test(`language: ${name}`, () => {
    const blocks: readonly ParsedBlock[] = [{ start: 2, end: 7, kind: 'body', in_scope: true }];
    // What is told by the text shows the words that were looked at.
    const { confidence } = is ?? {};
    const expected =
      is !== undefined && confidence === found?.confidence ? { ...is, evidence: [[2, 7]] } : is;
    expect(findLanguage('A text.', blocks, () => found, stated)).toEqual(expected);
  });

test('the body is looked at, not the headline or a note; at most two hundred units', () => {
  const text = `${'Headline. '.repeat(4)}${'body '.repeat(500)}`;
  const blocks: readonly ParsedBlock[] = [
    { start: 0, end: 40, kind: 'headline', in_scope: true },
    { start: 40, end: text.length, kind: 'body', in_scope: true },
  ];
  const seen: string[] = [];
  const look = (sample: string): null => {
    seen.push(sample);
    return null;
  };
  findLanguage(text, blocks, look, undefined);
  findLanguage(text, blocks.slice(0, 1), look, undefined);
  expect(seen[0]?.startsWith('body ')).toBe(true);
  expect(seen[0]?.trimEnd().length).toBeLessThanOrEqual(200);
  expect(seen[1]?.trim()).toBe('Headline. '.repeat(4).trim());
});
