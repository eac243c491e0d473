import { canonicalText } from '@core/text/canonical-text';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

const table = [
  { name: 'nothing to do', raw: 'a\tb\nc', text: 'a\tb\nc', repairs: [] },
  { name: 'a byte order mark', raw: '\uFEFFa', text: 'a', repairs: [['byte-order-mark', 1]] },
  { name: 'a mark inside stays', raw: 'a\uFEFFb', text: 'a\uFEFFb', repairs: [] },
  { name: 'ends of lines', raw: 'a\r\nb\rc\n\r\n', text: 'a\nb\nc\n\n', repairs: [['line-ends', 3]] },
  { name: 'control characters', raw: '\0a\x1Fb\x0C', text: '␀a␟b␌', repairs: [['control-characters', 3]] },
  {
    name: 'noncharacters',
    raw: 'a\uFFFEb\uFFFF',
    text: 'a\uFFFDb\uFFFD',
    repairs: [['control-characters', 2]],
  },
  {
    name: 'halves of pairs',
    raw: 'a\uD83Db\uDE00',
    text: 'a\uFFFDb\uFFFD',
    repairs: [['lone-surrogates', 2]],
  },
  { name: 'whole pairs stay', raw: '😀', text: '😀', repairs: [] },
  { name: 'no normalisation', raw: 'e\u0301 \u00E9 \u212B', text: 'e\u0301 \u00E9 \u212B', repairs: [] },
  {
    name: 'several at once',
    raw: '\uFEFFa\r\n\0\uDC00',
    text: 'a\n␀\uFFFD',
    repairs: [
      ['byte-order-mark', 1],
      ['line-ends', 1],
      ['control-characters', 1],
      ['lone-surrogates', 1],
    ],
  },
] as const;

for (const { name, raw, text, repairs } of table) {
  test(`canonical text: ${name}`, () => {
    const found = canonicalText(raw);
    expect(found.text).toBe(text);
    expect(found.repairs.map(({ code, count }) => [code, count])).toEqual(repairs);
  });
}

test('canonical text: every unit up to U+001F, and what XML cannot hold, is gone or a line end', () => {
  for (let unit = 0; unit < 0x20; unit += 1) {
    const { text } = canonicalText(`x${String.fromCharCode(unit)}y`);
    expect(text).toHaveLength(3);
    expect(text.charCodeAt(1)).toBe(unit === 9 || unit === 10 ? unit : unit === 13 ? 10 : 0x2400 + unit);
  }
});

test('canonical text: applied twice it is what it was once, well formed, and free of carriage returns', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const { text } = canonicalText(raw);
      expect(canonicalText(text)).toEqual({ text, repairs: [] });
      expect(/\p{Cs}|\r|^\uFEFF/u.test(text)).toBe(false);
    }),
  );
});

test('canonical text: a byte order mark and the kind of line ends make no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 })), (lines) => {
      const clean = lines.map((line) => line.replace(/[\r\n\uFEFF]/g, ''));
      const plain = canonicalText(clean.join('\n')).text;
      for (const ending of ['\r\n', '\r']) {
        expect(canonicalText(clean.join(ending)).text).toBe(plain);
        expect(canonicalText(`\uFEFF${clean.join(ending)}`).text).toBe(plain);
      }
    }),
  );
});
