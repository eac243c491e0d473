import { setMemo } from '@core/commands/set-memo';
import { expect, test } from '@playwright/test';
import { makeContext } from '../make-records';

const target = { kind: 'document', id: 'document' } as const;
const context = makeContext();
const [first] = setMemo(undefined, target, { markdown: '**See** below', text: 'See below' }, context);
const present = first?.kind === 'memo.set' && first.data.value !== null ? first.data.value : undefined;

test('the first words make a memo', () => {
  expect(first).toMatchObject({ kind: 'memo.set', before: null });
  expect(present).toMatchObject({
    target,
    markdown: '**See** below',
    text: 'See below',
    created_at: context.now,
  });
});

test('a change keeps its id and when it was created', () => {
  const later = makeContext({ now: '2031-03-03T00:00:00.000Z' });
  expect(setMemo(present, target, { markdown: 'See above', text: 'See above' }, later)).toMatchObject([
    {
      data: {
        id: present?.id,
        value: { text: 'See above', created_at: context.now, modified_at: later.now },
      },
      before: present,
    },
  ]);
});

const quiet: readonly (readonly [
  why: string,
  present: typeof present,
  content: { markdown: string; text: string },
])[] = [
  ['the same words', present, { markdown: '**See** below', text: 'See below' }],
  ['nothing where nothing was', undefined, { markdown: ' \n', text: ' \n' }],
];
for (const [why, memo, content] of quiet) {
  test(`${why} change nothing`, () => {
    expect(setMemo(memo, target, content, context)).toEqual([]);
  });
}

test('white space alone takes the memo away', () => {
  expect(setMemo(present, target, { markdown: '', text: ' \n ' }, context)).toEqual([
    { kind: 'memo.set', data: { id: present?.id, value: null }, before: present },
  ]);
});
