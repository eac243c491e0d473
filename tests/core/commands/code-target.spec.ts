import { annotationAt, applyCodes, type CodingTarget, toggleCode } from '@core/commands/code-target';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext, makeSurface } from '../make-records';

const text = 'The quick fox said: “order is restored”. 😀 End.';
const frame = makeCode({ id: 'frame', rev: 4 });
const other = makeCode({ id: 'other' });
const calm = makeCode({ id: 'calm', set: 'tone' });
const harsh = makeCode({ id: 'harsh', set: 'tone' });
const folder = makeCode({ id: 'folder', kind: 'folder' });
const archived = makeCode({ id: 'archived', archived_at: '2031-01-01T00:00:00.000Z' });
const codes: readonly Code[] = [frame, other, calm, harsh, folder, archived];
const quick: CodingTarget = { kind: 'span', span: { start: 4, end: 9 } };

test('a span becomes a passage with its quote, its codings and the code’s revision', () => {
  const { drafts, annotation_id } = applyCodes(
    makeSurface(text, codes),
    quick,
    [frame, other],
    makeContext(),
  );
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({
    kind: 'annotation.added',
    data: {
      annotation: {
        id: annotation_id,
        coder_id: 'coder',
        round: 1,
        target: { start: 4, end: 9, quote: 'quick', prefix: 'The ' },
        codings: [
          { code_id: 'frame', code_rev: 4 },
          { code_id: 'other', code_rev: 1 },
        ],
      },
    },
  });
});

test('coding the same span again adds to the annotation that is there', () => {
  const present = makeAnnotation({ codings: [makeCoding('frame')] });
  const surface = makeSurface(text, codes, [present]);
  const { drafts, annotation_id } = applyCodes(surface, quick, [frame, other], makeContext());
  expect(annotation_id).toBe('annotation');
  expect(drafts).toMatchObject([{ kind: 'coding.added', data: { coding: { code_id: 'other' } } }]);
});

test('another span, another coder and another round have annotations of their own', () => {
  const context = makeContext();
  const strangers = [
    makeAnnotation({
      id: 'longer',
      target: { kind: 'passage', start: 4, end: 13, quote: 'quick fox', prefix: '', suffix: '' },
    }),
    makeAnnotation({ id: 'hers', coder_id: 'somebody' }),
    makeAnnotation({ id: 'second', round: 2 }),
    makeAnnotation({ id: 'whole', target: { kind: 'document' } }),
  ];
  expect(annotationAt(strangers, { start: 4, end: 9 }, context)).toBeUndefined();
  const { drafts } = applyCodes(makeSurface(text, codes, strangers), quick, [frame], context);
  expect(drafts).toMatchObject([{ kind: 'annotation.added' }]);
});

test('nothing is made by folders, archived codes, no codes and empty spans', () => {
  const surface = makeSurface(text, codes);
  for (const chosen of [[folder], [archived], [folder, archived], []]) {
    expect(applyCodes(surface, quick, chosen, makeContext())).toEqual({ drafts: [], annotation_id: null });
  }
  const empty: CodingTarget = { kind: 'span', span: { start: 4, end: 4 } };
  expect(applyCodes(surface, empty, [frame], makeContext()).drafts).toEqual([]);
});

test('a code given twice is applied once', () => {
  const { drafts } = applyCodes(makeSurface(text, codes), quick, [frame, frame, { ...frame }], makeContext());
  expect(drafts).toMatchObject([{ data: { annotation: { codings: [{ code_id: 'frame' }] } } }]);
  const [draft] = drafts;
  expect(draft?.kind === 'annotation.added' && draft.data.annotation.codings).toHaveLength(1);
});

test('codes of one set exclude each other: the last one given stays', () => {
  const surface = makeSurface(text, codes);
  const { drafts } = applyCodes(surface, quick, [calm, frame, harsh], makeContext());
  expect(drafts).toMatchObject([
    { data: { annotation: { codings: [{ code_id: 'frame' }, { code_id: 'harsh' }] } } },
  ]);
});

test('a code of a set takes off the one that is there, and leaves all others', () => {
  const annotation = makeAnnotation({
    codings: [makeCoding('frame'), makeCoding('calm'), makeCoding('other')],
  });
  const { drafts } = applyCodes(
    makeSurface(text, codes),
    { kind: 'annotation', annotation },
    [harsh],
    makeContext(),
  );
  expect(drafts).toMatchObject([
    { kind: 'coding.removed', data: { coding_id: 'coding-calm' }, before: { index: 1 } },
    { kind: 'coding.added', data: { coding: { code_id: 'harsh' } } },
  ]);
});

test('toggling applies, then takes off, and keeps the passage uncoded', () => {
  const surface = makeSurface(text, codes);
  expect(toggleCode(surface, quick, frame, makeContext()).drafts).toMatchObject([
    { kind: 'annotation.added' },
  ]);
  const annotation = makeAnnotation({ codings: [makeCoding('frame')] });
  for (const target of [quick, { kind: 'annotation', annotation } as const]) {
    const { drafts, annotation_id } = toggleCode(
      makeSurface(text, codes, [annotation]),
      target,
      frame,
      makeContext(),
    );
    expect(annotation_id).toBe('annotation');
    expect(drafts).toMatchObject([
      { kind: 'coding.removed', data: { coding_id: 'coding-frame' }, before: { index: 0 } },
    ]);
  }
});
