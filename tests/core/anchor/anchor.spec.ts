import { contextLength, describeAnchor } from '@core/anchor/describe-anchor';
import { resolveAnchor } from '@core/anchor/resolve-anchor';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

/** A text with a span that splits no surrogate pair. */
const placed = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('😀', '𝒜', 'é', '\n')))
  .chain((pieces) => {
    const characters = Array.from(pieces.join(''));
    const at = fc.nat({ max: characters.length });
    return fc.tuple(at, at).map(([a, b]) => {
      const before = (n: number): number => characters.slice(0, n).join('').length;
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      return { text: characters.join(''), span: { start: before(from), end: before(to) } };
    });
  });

test('a described passage resolves to its span, and its context stands beside it', () => {
  fc.assert(
    fc.property(placed, ({ text, span }) => {
      const target = describeAnchor(text, span);
      expect(resolveAnchor(text, target)).toEqual({ ok: true, value: span });
      expect(target.prefix + target.quote + target.suffix).toBe(
        text.slice(span.start - target.prefix.length, span.end + target.suffix.length),
      );
      expect(target.prefix.length).toBeLessThanOrEqual(contextLength);
      expect([target.prefix, target.quote, target.suffix].every((part) => part.isWellFormed())).toBe(true);
      const short = contextLength - 1;
      expect(target.prefix.length).toBeGreaterThanOrEqual(Math.min(short, span.start));
      expect(target.suffix.length).toBeGreaterThanOrEqual(Math.min(short, text.length - span.end));
    }),
    { numRuns: 500 },
  );
});

test('context never ends in half a surrogate pair', () => {
  const text = `${'😀'.repeat(20)}a quote${'😀'.repeat(20)}`;
  const whole = describeAnchor(text, { start: 40, end: 47 });
  expect(whole.prefix).toHaveLength(32);
  const odd = describeAnchor(text, { start: 41, end: 46 });
  expect(odd.prefix).toBe(`${'😀'.repeat(15)}a`);
  expect(odd.suffix).toBe(`e${'😀'.repeat(15)}`);
});

test('a span that is no span of the text is a bug and throws', () => {
  for (const [start, end] of [
    [-1, 2],
    [3, 2],
    [0, 9],
    [0.5, 2],
    [0, 1],
  ] as const) {
    expect(() => describeAnchor('😀abc', { start, end })).toThrow();
  }
});

const text = 'The port 😀 is open. The port is shut.';
for (const [name, start, end, quote, problem] of [
  ['another quote', 0, 8, 'The dock', 'quote-differs'],
  ['the quote elsewhere in the text', 1, 9, 'The port', 'quote-differs'],
  ['an end past the text', 0, 400, 'The port', 'out-of-range'],
  ['a start after the end', 8, 0, '', 'out-of-range'],
  ['a negative start', -1, 3, 'The', 'out-of-range'],
  ['an offset that is no whole number', 0.5, 3, 'The', 'out-of-range'],
  ['half a character', 9, 10, '\ud83d', 'splits-character'],
] as const) {
  test(`${name} is an orphan: ${problem}`, () => {
    expect(resolveAnchor(text, { start, end, quote })).toEqual({ ok: false, error: problem });
  });
}

test('any other quote than the one at the offsets is refused', () => {
  fc.assert(
    fc.property(placed, fc.string(), ({ text: all, span }, other) => {
      fc.pre(other !== all.slice(span.start, span.end));
      expect(resolveAnchor(all, { ...span, quote: other }).ok).toBe(false);
    }),
  );
});
