import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';

const sentence = 'The pilots of the Compact kept the harbour’s lamp, she said on Jan. 6, and the ice held. ';
const parse = (text: string): void => void parseStructure(text, { icu: '78', pathName: 'x' });

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

test('speed: a million characters of news in about a second on a slow machine', () => {
  const text = `${sentence.repeat(6)}\n\n`.repeat(1900);
  parse(text.slice(0, 50_000));
  expect(time(() => parse(text))).toBeLessThan(2000);
});

/** Shapes that would be slow if any rule looked at a long stretch more than a fixed number of times. */
const shapes: Readonly<Record<string, string>> = {
  'one line': sentence,
  'no full stop': 'слово и слово ',
  'no white space': 'ы',
  'an open quotation': '“слово слово ',
  brackets: '((/',
  'blank lines': '\n',
  'short lines': 'a word\n',
  'datelines without an end': 'HARN, March 5. /',
  'capitals with commas': 'By Aaa, Bbb ',
  dates: 'January 5, 2022\n',
  links: 'Related posts\nsome link to see\n',
  subheads:
    'A subhead here\n\nThe harbour was open on January 2, 2022, and everybody went down there to look at the ice.\n\n',
  'combining marks': '\u0301',
};

for (const [name, unit] of Object.entries(shapes)) {
  test(`speed: time grows with length, not with its square (${name})`, () => {
    const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    parse(of(20_000));
    const small = Math.max(
      8,
      time(() => parse(of(60_000))),
    );
    // Eight times the text: a square would take 64 times as long.
    expect(time(() => parse(of(480_000)))).toBeLessThan(small * 32);
  });
}
