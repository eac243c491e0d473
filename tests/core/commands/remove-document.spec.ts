import { removeDocument } from '@core/commands/remove-document';
import type { Annotation } from '@core/model/annotation';
import type { Document, Structure } from '@core/model/document';
import type { Memo } from '@core/model/memo';
import type { Pass } from '@core/model/pass';
import { expect, test } from '@playwright/test';

const time = '2026-03-01T10:00:00.000Z';
const document = { id: 'd', title: 'Lamp' } as Document; // what else it holds is of no concern here
const structure = { document_id: 'd' } as Structure;
const annotation: Annotation = {
  ...{ id: 'a', document_id: 'd', text_sha256: '', coder_id: 'ada', round: 1, origin: 'hand' },
  target: { kind: 'document' },
  codings: [{ id: 'c', code_id: 'k', code_rev: 1, origin: 'hand', created_at: time, modified_at: time }],
  ...{ created_at: time, modified_at: time },
};
const memo = (id: string, kind: 'document' | 'coding', target: string): Memo => ({
  ...{ id, coder_id: 'ada', markdown: '', text: '', created_at: time, modified_at: time },
  target: { kind, id: target, document_id: 'd' },
});
const pass = { id: 'p', document_id: 'd' } as Pass;
const links = [
  { id: 'l', from: 'a', to: 'elsewhere', kind: 'restates' as const, coder_id: 'ada' },
  { id: 'other', from: 'x', to: 'y', kind: 'restates' as const, coder_id: 'ada' },
];

test('with a document goes all that was said of it, its own record last', () => {
  const memos = [memo('m1', 'document', 'd'), memo('m2', 'coding', 'c')];
  const drafts = removeDocument(
    { document, structure, annotations: [annotation], memos, passes: [pass] },
    links,
  );
  expect(drafts.map(({ kind, data }) => [kind, 'id' in data ? data.id : ''])).toEqual([
    ['memo.set', 'm2'],
    ['link.removed', 'l'],
    ['annotation.removed', 'a'],
    ['memo.set', 'm1'],
    ['pass.set', 'p'],
    ['document.removed', 'd'],
  ]);
  expect(drafts.at(-1)?.before).toEqual({ document, structure });
});
