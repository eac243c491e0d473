import { inVivoName } from '@core/codebook/in-vivo-name';
import { expect, test } from '@playwright/test';

const sixty = 'a'.repeat(60);
const cases: readonly (readonly [text: string, name: string])[] = [
  ['order restored', 'order restored'],
  ['  order\n\nrestored\t', 'order restored'],
  ['peace > war', 'peace › war'],
  [sixty, sixty],
  [`${sixty}a`, sixty],
  // Between words, where that keeps at least half.
  [
    'The observers were asked for by the council, and came with empty hands.',
    'The observers were asked for by the council, and came with',
  ],
  [`word ${'b'.repeat(80)}`, `word ${'b'.repeat(55)}`],
  [`${'c'.repeat(59)}d next`, `${'c'.repeat(59)}d`],
  // A character is what a person counts as one, and never cut.
  ['👩‍👩‍👧'.repeat(61), '👩‍👩‍👧'.repeat(60)],
  ['北'.repeat(70), '北'.repeat(60)],
];
for (const [n, [text, name]] of cases.entries()) {
  test(`${n}: a code called by “${text.slice(0, 24)}”`, () => {
    expect(inVivoName(text, { start: 0, end: text.length })).toBe(name);
    expect(inVivoName(`xx${text}yy`, { start: 2, end: text.length + 2 })).toBe(name);
  });
}
