import { describeAnchor } from '@core/anchor/describe-anchor';
import { placeOrphan } from '@core/commands/place-orphan';
import { earlierVersions, latestVersion } from '@core/import/version-chain';
import type { Annotation } from '@core/model/annotation';
import type { Memo } from '@core/model/memo';
import { expect, test } from '@playwright/test';

const text = 'The quay was empty at night.';
const time = '2026-03-01T10:00:00.000Z';
const document = { id: 'later', text_sha256: 'new text' };
const annotation = (id: string, document_id: string, code: string, at = text): Annotation => ({
  ...{ id, document_id, text_sha256: 'old text', coder_id: 'ada', round: 1, origin: 'hand' },
  target: describeAnchor(at, { start: 0, end: 8 }),
  codings: [
    { id: `coding ${id}`, code_id: code, code_rev: 1, origin: 'hand', created_at: time, modified_at: time },
  ],
  ...{ created_at: time, modified_at: time },
});
const orphan = annotation('orphan', 'earlier', 'calm', 'Nobody saw the ferry.');
const memo: Memo = {
  ...{ id: 'memo', coder_id: 'ada', markdown: 'why', text: 'why', created_at: time, modified_at: time },
  target: { kind: 'annotation', id: 'orphan', document_id: 'earlier' },
};
const context = {
  ...{ newId: () => 'new', now: time, coder_id: 'ada', round: 1, origin: 'hand' as const },
};
const on = (annotations: readonly Annotation[]) => ({
  ...{ document, text, codes: new Map(), links: [], annotations, memos: [] },
});

test('a passage that is placed stays what it is, with its memo, on the later version', () => {
  const { drafts, annotation_id } = placeOrphan(on([]), orphan, [memo], { start: 4, end: 18 }, context);
  expect(annotation_id).toBe('orphan');
  const [removed, added, moved] = drafts;
  // What undo puts back is the passage as it was.
  expect(removed).toMatchObject({ kind: 'annotation.removed', before: { annotation: orphan } });
  expect(added).toMatchObject({
    kind: 'annotation.added',
    data: {
      annotation: {
        ...{ id: 'orphan', document_id: 'later', text_sha256: 'new text', codings: orphan.codings },
        target: { start: 4, end: 18, quote: 'quay was empty' },
      },
    },
  });
  expect(moved).toMatchObject({
    kind: 'memo.set',
    data: { id: 'memo', value: { target: { document_id: 'later' } } },
  });
});

test('placed on a passage that is marked already, both become one', () => {
  const present = annotation('present', 'later', 'absence');
  const { drafts, annotation_id } = placeOrphan(on([present]), orphan, [memo], { start: 0, end: 8 }, context);
  expect(annotation_id).toBe('present');
  expect(drafts.map(({ kind }) => kind).toSorted()).toEqual([
    'annotation.removed',
    'coding.added',
    'memo.set',
  ]);
  expect(drafts).toContainEqual(
    expect.objectContaining({ kind: 'annotation.removed', data: { id: 'orphan', document_id: 'earlier' } }),
  );
});

test('versions follow one another, and a circle ends', () => {
  const documents = [
    { id: 'a' },
    { id: 'b', version_of: 'a' },
    { id: 'c', version_of: 'b' },
    { id: 'x', version_of: 'y' },
    { id: 'y', version_of: 'x' },
    { id: 'z', version_of: 'gone' },
  ];
  const ids = (id: string) => earlierVersions(id, documents).map((each) => each.id);
  expect([ids('c'), ids('a'), ids('x'), ids('z')]).toEqual([['b', 'a'], [], ['y'], []]);
  const latest = (id: string) => latestVersion(id, documents)?.id;
  expect(['a', 'b', 'c', 'x'].map(latest)).toEqual(['c', 'c', undefined, 'y']);
});
