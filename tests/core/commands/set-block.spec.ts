import { correctBlocks } from '@core/commands/set-block';
import type { Block } from '@core/model/block';
import { expect, test } from '@playwright/test';
import { makeProject } from '../make-records';

const block: Block = {
  id: 'b',
  start: 0,
  end: 9,
  kind: 'residue',
  in_scope: false,
  source: 'rule',
  rule_rev: 2,
};
const project = makeProject({ scope_rev: 4 });

const corrections = [
  ['another kind brings its scope', { kind: 'body' }, { kind: 'body', in_scope: true }],
  ['a kind out of scope', { kind: 'caption' }, { kind: 'caption', in_scope: false }],
  ['the scope alone', { in_scope: true }, { kind: 'residue', in_scope: true }],
  ['both are said', { kind: 'body', in_scope: false }, { kind: 'body', in_scope: false }],
] as const;

for (const [why, correction, expected] of corrections) {
  test(`${why}, and the scope is revised once`, () => {
    const drafts = correctBlocks(project, 'd', [block, { ...block, id: 'c' }], correction);
    expect(drafts).toMatchObject([
      {
        kind: 'block.set',
        data: { block_id: 'b', value: { ...expected, source: 'hand', start: 0, end: 9 } },
      },
      { kind: 'block.set', data: { block_id: 'c' } },
      { kind: 'project.set', data: { fields: { scope_rev: 5 } } },
    ]);
  });
}

test('what is so already is no correction', () => {
  expect(correctBlocks(project, 'd', [block], { kind: 'residue' })).toEqual([]);
  expect(correctBlocks(project, 'd', [block], { in_scope: false })).toEqual([]);
});
