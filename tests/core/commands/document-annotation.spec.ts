import { applyToDocument, documentAnnotation, toggleOnDocument } from '@core/commands/document-annotation';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import { codeById, commandProject, makeLink, makeMemo } from './command-project';

const text = 'A document.';
const codes = [
  makeCode({ id: 'calm', set: 'tone' }),
  makeCode({ id: 'harsh', set: 'tone' }),
  makeCode({ id: 'x' }),
];
const code = (id: string) => codeById(codes, id);

test('it is made when it is absent, added to when it is there, and goes with its last coding', () => {
  const on = commandProject({ code: codes, annotation: [makeAnnotation({ codings: [makeCoding('x')] })] });
  const context = makeContext();
  const made = toggleOnDocument(on.whole(text), code('x'), context);
  on.commit(made.drafts);
  const whole = documentAnnotation(on.all('annotation'), 'document', context);
  expect(whole).toMatchObject({
    id: made.annotation_id,
    target: { kind: 'document' },
    codings: [{ code_id: 'x' }],
  });
  on.commit(applyToDocument(on.whole(text), [code('calm'), code('x')], context).drafts);
  on.commit(toggleOnDocument(on.whole(text), code('harsh'), context).drafts);
  const carried = () =>
    documentAnnotation(on.all('annotation'), 'document', context)?.codings.map(({ code_id }) => code_id);
  expect(carried()).toEqual(['x', 'harsh']);
  on.commit(toggleOnDocument(on.whole(text), code('x'), context).drafts);
  const before = on.everything();
  const gone = toggleOnDocument(on.whole(text), code('harsh'), context);
  const changes = on.commit(gone.drafts);
  expect(gone.annotation_id).toBeNull();
  expect(on.all('annotation').map(({ id }) => id)).toEqual(['annotation']);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('the memo of a coding that a set takes off goes with it', () => {
  const whole = makeAnnotation({ target: { kind: 'document' }, codings: [makeCoding('calm', { id: 'c' })] });
  const on = commandProject({ code: codes, annotation: [whole], memo: [makeMemo('coding', 'c')] });
  on.commit(applyToDocument(on.whole(text), [code('harsh')], makeContext()).drafts);
  expect(on.all('memo')).toEqual([]);
});

const whole = makeAnnotation({
  id: 'whole',
  target: { kind: 'document' },
  codings: [makeCoding('x', { id: 'c' })],
});
const staying = [
  ['a memo', { memo: [makeMemo('annotation', 'whole')] }],
  ['a link', { link: [makeLink('whole', 'elsewhere')] }],
] as const;
for (const [what, records] of staying) {
  test(`it stays without codings where ${what} hangs on it`, () => {
    const on = commandProject({ code: codes, annotation: [whole], ...records });
    const toggled = toggleOnDocument(on.whole(text), code('x'), makeContext());
    on.commit(toggled.drafts);
    expect(toggled.annotation_id).toBe('whole');
    expect(on.all('annotation')).toMatchObject([{ id: 'whole', codings: [] }]);
  });
}

test('another coder’s, and one of another round, are others; nothing is made of nothing', () => {
  const others = [
    { ...whole, coder_id: 'other' },
    { ...whole, id: 'then', round: 2 },
  ];
  const on = commandProject({ code: codes, annotation: others });
  expect(documentAnnotation(on.all('annotation'), 'document', makeContext())).toBeUndefined();
  on.commit(toggleOnDocument(on.whole(text), code('x'), makeContext()).drafts);
  expect(on.all('annotation')).toHaveLength(3);
  const folder = makeCode({ id: 'f', kind: 'folder' });
  expect(applyToDocument(on.whole(text), [folder], makeContext({ round: 3 }))).toEqual({
    drafts: [],
    annotation_id: null,
  });
});
