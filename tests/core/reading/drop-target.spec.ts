import type { Annotation } from '@core/model/annotation';
import { dropTarget } from '@core/reading/drop-target';
import { expect, test } from '@playwright/test';
import { makeAnnotation } from '../make-records';

const text = 'One two. Three four.\nFive.';
const units = {
  sentences: [span(0, 8), span(9, 20), span(21, 26)],
  paragraphs: [
    { ...span(0, 20), number: 1, firstBlock: 0, endBlock: 1 },
    { ...span(21, 26), number: 2, firstBlock: 1, endBlock: 2 },
  ],
  length: text.length,
};

function span(start: number, end: number) {
  return { start, end };
}

const short = makeAnnotation({ id: 'short' });
const long = makeAnnotation({ id: 'long' });

interface Case {
  readonly name: string;
  readonly offset: number;
  readonly selection?: { readonly start: number; readonly end: number };
  readonly inHand?: string;
  readonly under?: readonly Annotation[];
  readonly is: string | null;
}
const cases: readonly Case[] = [
  { name: 'bare text', offset: 2, is: '0-8' },
  { name: 'between two sentences', offset: 9, is: '9-20' },
  { name: 'the selection', offset: 4, selection: span(2, 12), under: [short], is: '2-12' },
  { name: 'the end of the selection', offset: 12, selection: span(2, 12), is: '2-12' },
  { name: 'beside the selection', offset: 22, selection: span(2, 12), is: '21-26' },
  { name: 'a passage', offset: 4, under: [short, long], is: 'short' },
  {
    name: 'the passage in hand, though a longer one',
    offset: 4,
    inHand: 'long',
    under: [short, long],
    is: 'long',
  },
  { name: 'another than the one in hand', offset: 4, inHand: 'other', under: [short], is: 'short' },
  { name: 'beyond the text', offset: 99, is: null },
];
for (const { name, offset, selection = null, inHand = null, under = [], is } of cases) {
  test(`a code dropped on ${name}`, () => {
    const target = dropTarget({ offset, selection, inHand, under }, units, [], text);
    const found =
      target === null
        ? null
        : target.kind === 'annotation'
          ? target.annotation.id
          : `${target.span.start}-${target.span.end}`;
    expect(found).toBe(is);
  });
}
