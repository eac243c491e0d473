import { holdText, textHeld } from '@core/text/held-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

const piece = fc.constantFrom(
  ...['order ', 'é', '“', '”', '\u0100', '\0', '😀', '\ud83d', '\n', 'Лампа', 'x'.repeat(200)],
);

test('a text that is held is the same text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(textHeld(holdText(text)) === text).toBe(true);
    }),
    { numRuns: trials(200, 2_000) },
  );
});

const plain = 'The lamp of the harbour was lit at dusk. ';
/** What is held apart of each. */
const rows = [
  ['every unit fits into a byte', `${plain}Café.`, null],
  ['a few signs do not', `“${plain}” — ${plain}`, '“”—'],
  ['a NUL, which stands for them, is one of them', `“${plain}\0${plain}”`, '“\0”'],
  ['most do not', 'Лампа гавани горела. ', null],
] as const;

for (const [name, text, others] of rows)
  test(`held: ${name}`, () => {
    const held = holdText(text);
    expect(typeof held === 'string' ? null : held.others).toBe(others);
    if (typeof held !== 'string') expect(held.bytes).not.toMatch(/[^\0-\xff]/);
  });
