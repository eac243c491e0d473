import { parseStructure } from '@core/structure/parse-structure';
import { expect, test } from '@playwright/test';

const sentence = 'The pilots of the Compact kept the harbour’s lamp, she said on Jan. 6, and the ice held. ';

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

/** A rule whose work grows with the square of the length would not come to an end here. */
const length = 480_000;

for (const [name, unit] of Object.entries(shapes)) {
  test(`half a million characters come to an end: ${name}`, () => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const { blocks } = parseStructure(text, { icu: '78', pathName: 'x' });
    let at = 0;
    let between = '';
    for (const { start, end } of blocks) {
      between += text.slice(at, start);
      at = end;
    }
    expect((between + text.slice(at)).replaceAll('\n', '')).toBe('');
  });
}
