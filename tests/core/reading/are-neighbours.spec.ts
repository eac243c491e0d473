import type { Span } from '@core/model/span';
import { areNeighbours } from '@core/reading/are-neighbours';
import { expect, test } from '@playwright/test';

const text = 'One is here. Two is there. Three.\nA subhead\nFour ends it.';
const spanOf = (words: string): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const units = {
  sentences: ['One is here.', 'Two is there.', 'Three.', 'Four ends it.'].map(spanOf),
  paragraphs: text.split('\n').map((line, index) => ({
    ...spanOf(line),
    ...{ number: index + 1, firstBlock: index, endBlock: index + 1 },
  })),
};

const pairs: readonly (readonly [first: string, next: string, isNeighbour: boolean])[] = [
  ['One is here.', 'Two is there.', true],
  ['One', 'there', true],
  ['One is here. Two', 'Two is', true],
  ['One is here.', 'Three.', false],
  // A subhead is no sentence, and still would be taken in unasked.
  ['Three.', 'Four', false],
  ['Three.', 'A subhead', true],
];
for (const [first, next, isNeighbour] of pairs) {
  test(`“${first}” and “${next}” are ${isNeighbour ? '' : 'no '}neighbours`, () => {
    expect(areNeighbours(units, spanOf(first), spanOf(next))).toBe(isNeighbour);
  });
}
