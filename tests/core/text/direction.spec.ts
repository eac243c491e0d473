import { isRightToLeft } from '@core/text/direction';
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
