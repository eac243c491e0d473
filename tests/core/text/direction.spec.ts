import { isRightToLeft, paragraphDirection } from '@core/text/direction';
import { expect, test } from '@playwright/test';

const rows: readonly (readonly [text: string, expected: boolean | null])[] = [
  ['harbour', false],
  ['ميناء', true],
  ['נמל', true],
  ['“ميناء”', true],
  ['港', false],
  ['ท่าเรือ', false],
  ['é', false],
  ['7', false],
  ['٧', false],
  ['(7)', false],
  ['𞤀', true],
  ['!', null],
  ['👩🏽‍🚀', null],
  ['', null],
];

for (const [text, expected] of rows) {
  test(`“${text}” runs ${expected === null ? 'as its surroundings' : expected ? 'backward' : 'forward'}`, () => {
    expect(isRightToLeft(text)).toBe(expected);
  });
}

const paragraphs: readonly (readonly [text: string, expected: 'ltr' | 'rtl'])[] = [
  ['The quay of حرن', 'ltr'],
  ['“ميناء” of Harn', 'rtl'],
  ['7. נמל', 'rtl'],
  ['7', 'ltr'],
  ['', 'ltr'],
];

for (const [text, expected] of paragraphs) {
  test(`a paragraph “${text}” runs ${expected}`, () => {
    expect(paragraphDirection(text)).toBe(expected);
  });
}
