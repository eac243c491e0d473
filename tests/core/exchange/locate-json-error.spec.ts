import { locateJsonError } from '@core/exchange/locate-json-error';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

for (const [text, line, column, cut] of [
  ['', 1, 1, true],
  ['  \n ', 2, 2, true],
  ['{', 1, 2, true],
  ['{"a": 1', 1, 8, true],
  ['{"a": "b', 1, 9, true],
  ['{"a": "b\\', 1, 10, true],
  ['{"a": "b\\u00', 1, 13, true],
  ['{"a": tru', 1, 10, true],
  ['{"a": 12.', 1, 10, true],
  ['{"a": -', 1, 8, true],
  ['[1,\n2,\n', 3, 1, true],
  ['{"a": 1,}', 1, 9, false],
  ['[1,\n2,\n]', 3, 1, false],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, false],
  ['{"a" 1}', 1, 6, false],
  ["{'a': 1}", 1, 2, false],
  ['{"a": 01}', 1, 8, false],
  ['{"a": .5}', 1, 7, false],
  ['{"a": NaN}', 1, 7, false],
  ['{"a": "b\nc"}', 1, 9, false],
  ['{"a": "\\x"}', 1, 8, false],
  ['{} {}', 1, 4, false],
  ['[1}', 1, 3, false],
  [']', 1, 1, false],
  ['annotation_id,code', 1, 1, false],
] as const) {
  test(`${JSON.stringify(text)} breaks at ${line}:${column}${cut ? ', cut off' : ''}`, () => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(locateJsonError(text)).toEqual({ line, column, cut });
  });
}

test('a place of cut or broken JSON is always found, and a part of valid JSON is always cut off', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 3 }),
      (json, at, junk) => {
        const part = json.slice(0, at % (json.length + 1));
        const broken = part + junk + json.slice(part.length);
        for (const text of [part, broken]) {
          let isValid = true;
          try {
            JSON.parse(text);
          } catch {
            isValid = false;
          }
          if (isValid) continue;
          const { line, column, cut } = locateJsonError(text);
          if (line < 1 || column < 1 || (text === part && !cut)) return false;
        }
        return true;
      },
    ),
    { numRuns: 1000 },
  );
});

test('a string of ten million characters and a million brackets are no matter', () => {
  expect(locateJsonError(`{"a": "${'x'.repeat(10_000_000)}`).cut).toBe(true);
  expect(locateJsonError('['.repeat(1_000_000)).cut).toBe(true);
});
