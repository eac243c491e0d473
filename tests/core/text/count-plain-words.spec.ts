import { countPlainWords } from '@core/text/count-plain-words';
import { countWords } from '@core/text/words';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

test('plain words are counted as Unicode counts them', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', 'Z', '1', "'", '’', '.', ',', ':', ';', '-', ' ', '\n', '“', '—', 'é', 'ж'),
    fc.integer({ min: 0x20, max: 0x52f }).map((code) => String.fromCharCode(code)),
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const count = countPlainWords(text);
      if (count === null) return;
      plain += 1;
      // Not `expect`, which takes longer than the counting itself.
      const counted = countWords(text);
      if (count !== counted) throw new Error(`${count} words, by Unicode ${counted}`);
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test('other scripts are left to the segmenter', () => {
  for (const text of ['漢字', 'ไทย', 'مرحبا', '😀', 'e\u0301', 'snake_case', 'ガ']) {
    expect(countPlainWords(text)).toBeNull();
  }
});
