import { removeAnnotation, setStance, toggleUnsure } from '@core/commands/annotation-commands';
import type { Link } from '@core/model/link';
import type { Memo, MemoTarget } from '@core/model/memo';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCoding } from '../make-records';

const time = '2031-01-01T00:00:00.000Z';
const memo = (target: MemoTarget): Memo => ({
  id: `memo-${target.id}`,
  target,
  coder_id: 'coder',
  markdown: 'm',
  text: 'm',
  created_at: time,
  modified_at: time,
});
const link = (id: string, from: string, to: string): Link => ({
  id,
  from,
  to,
  kind: 'continues',
  coder_id: 'coder',
});

test('an annotation goes with its memos and links, its own record last', () => {
  const annotation = makeAnnotation({ codings: [makeCoding('a')] });
  const drafts = removeAnnotation(
    annotation,
    [
      memo({ kind: 'annotation', id: 'annotation' }),
      memo({ kind: 'coding', id: 'coding-a' }),
      memo({ kind: 'coding', id: 'coding-elsewhere' }),
      memo({ kind: 'code', id: 'a' }),
    ],
    [link('l1', 'annotation', 'x'), link('l2', 'x', 'annotation'), link('l3', 'x', 'y')],
  );
  expect(drafts.map(({ kind, data }) => [kind, 'id' in data ? data.id : ''])).toEqual([
    ['memo.set', 'memo-annotation'],
    ['memo.set', 'memo-coding-a'],
    ['link.removed', 'l1'],
    ['link.removed', 'l2'],
    ['annotation.removed', 'annotation'],
  ]);
  expect(drafts.at(-1)?.before).toEqual({ annotation });
});

test('unsure marks every coding, then none', () => {
  const mixed = makeAnnotation({ codings: [makeCoding('a', { certainty: 'unsure' }), makeCoding('b')] });
  expect(toggleUnsure(mixed)).toMatchObject([
    {
      data: { coding_id: 'coding-b', fields: { certainty: 'unsure' } },
      before: { fields: { certainty: null } },
    },
  ]);
  const all = makeAnnotation({ codings: [makeCoding('a', { certainty: 'unsure' })] });
  expect(toggleUnsure(all)).toMatchObject([
    {
      data: { coding_id: 'coding-a', fields: { certainty: null } },
      before: { fields: { certainty: 'unsure' } },
    },
  ]);
  expect(toggleUnsure(makeAnnotation())).toEqual([]);
});

test('a stance is set, changed and taken away, and nothing is done for nothing', () => {
  const annotation = makeAnnotation({ codings: [makeCoding('a'), makeCoding('b', { stance: 'denies' })] });
  expect(setStance(annotation, 'coding-a', 'affirms')).toMatchObject([
    { data: { fields: { stance: 'affirms' } }, before: { fields: { stance: null } } },
  ]);
  expect(setStance(annotation, 'coding-b', null)).toMatchObject([
    { data: { fields: { stance: null } }, before: { fields: { stance: 'denies' } } },
  ]);
  expect(setStance(annotation, 'coding-b', 'denies')).toEqual([]);
  expect(setStance(annotation, 'coding-a', null)).toEqual([]);
  expect(setStance(annotation, 'nowhere', 'affirms')).toEqual([]);
});
