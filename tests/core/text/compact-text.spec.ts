import { compactText } from '@core/text/compact-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { trials } from '../../support/trials';

test('a compacted text is the same text', () => {
  const piece = fc.constantFrom(
    'order ',
    'é',
    'ÿ',
    '\u0100',
    '“',
    '😀',
    '\n',
    'x'.repeat(4_095),
    'y'.repeat(4_096),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(compactText(text) === text).toBe(true);
    }),
    { numRuns: trials(100, 1_000) },
  );
});
