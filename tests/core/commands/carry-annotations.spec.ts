import { describeAnchor } from '@core/anchor/describe-anchor';
import { carryAnnotations } from '@core/commands/carry-annotations';
import type { Annotation } from '@core/model/annotation';
import type { Memo } from '@core/model/memo';
import { expect, test } from '@playwright/test';

const time = '2031-03-21T10:00:00.000Z';
const before = 'The lamp of Harn was lit.';
const after = 'Corrected. The lamp of Harn was lit.';
const annotation = (id: string, target: Annotation['target']): Annotation => ({
  ...{ id, document_id: 'old', text_sha256: 'sha-old', coder_id: 'me', round: 1, target },
  ...{ codings: [], origin: 'hand', created_at: time, modified_at: time },
});
const memo: Memo = {
  ...{ id: 'memo', target: { kind: 'annotation', id: 'kept', document_id: 'old' }, coder_id: 'me' },
  ...{ markdown: 'why', text: 'why', created_at: time, modified_at: time },
};

test('annotations go over as what they are, with their memos; one without a certain place stays', () => {
  const kept = annotation('kept', describeAnchor(before, { start: 4, end: 8 }));
  const lost = annotation('lost', describeAnchor(before, { start: 21, end: 24 }));
  const whole = annotation('whole', { kind: 'document' });
  const done = carryAnnotations(
    { id: 'new', text_sha256: 'sha-new' },
    after,
    [
      { annotation: kept, carried: { how: 'kept', span: { start: 15, end: 19 }, score: 1 } },
      { annotation: lost, carried: { how: 'orphan' } },
      { annotation: whole, carried: null },
    ],
    [memo, { ...memo, id: 'other', target: { kind: 'annotation', id: 'lost', document_id: 'old' } }],
  );
  expect([done.moved, done.left]).toEqual([['kept', 'whole'], ['lost']]);
  const target = { kind: 'passage', start: 15, end: 19, quote: 'lamp', prefix: 'Corrected. The ' };
  expect(done.drafts).toMatchObject([
    { kind: 'annotation.removed', data: { id: 'kept', document_id: 'old' } },
    {
      kind: 'annotation.added',
      data: { annotation: { id: 'kept', document_id: 'new', text_sha256: 'sha-new', target } },
    },
    { kind: 'memo.set', data: { id: 'memo', value: { target: { id: 'kept', document_id: 'new' } } } },
    { kind: 'annotation.removed', data: { id: 'whole' } },
    { kind: 'annotation.added', data: { annotation: { id: 'whole', document_id: 'new' } } },
  ]);
});
