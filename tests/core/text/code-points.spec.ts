import { indexCodePoints } from '@core/text/code-points';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

test('code points: known positions', () => {
  const index = indexCodePoints('a😀b👨‍👩‍👧c');
  const pairs: readonly (readonly [utf16: number, codePoints: number])[] = [
    [0, 0],
    [1, 1],
    [3, 2],
    [4, 3],
    [6, 4],
    [12, 8],
    [13, 9],
  ];
  for (const [utf16, codePoints] of pairs) {
    expect(index.fromUtf16(utf16)).toBe(codePoints);
    expect(index.toUtf16(codePoints)).toBe(utf16);
  }
  expect(index.length).toBe(9);
  expect(index.fromUtf16(2), 'inside a pair: before it').toBe(1);
});

test('code points: an offset outside the text is a bug and throws', () => {
  const index = indexCodePoints('ab');
  for (const wrong of [-1, 3, 0.5, Number.NaN]) {
    expect(() => index.fromUtf16(wrong)).toThrow(RangeError);
    expect(() => index.toUtf16(wrong)).toThrow(RangeError);
  }
});

test('code points: inverse at every character, and monotone at every unit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const index = indexCodePoints(text);
      let utf16 = 0;
      let codePoints = 0;
      for (const character of text) {
        if (index.fromUtf16(utf16) !== codePoints || index.toUtf16(codePoints) !== utf16) return false;
        utf16 += character.length;
        codePoints += 1;
      }
      const counted = Array.from({ length: text.length + 1 }, (_, at) => index.fromUtf16(at));
      return index.length === codePoints && counted.every((count, at) => count >= (counted[at - 1] ?? 0));
    }),
  );
});
