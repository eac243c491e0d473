import { mergeAnnotations } from '@core/commands/merge-annotations';
import type { Annotation } from '@core/model/annotation';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';
import { commandProject, makeMemo, passageOf, succeeded } from './command-project';

const text = 'Order was restored. The envoy said so. Nobody else did.';
const passage = (id: string, part: string, fields: Partial<Annotation> = {}): Annotation =>
  makeAnnotation({ id, target: passageOf(text, part), ...fields });

test('several passages become one from the first start to the last end, in text order', () => {
  const on = commandProject({
    code: [makeCode({ id: 'x' }), makeCode({ id: 'y' })],
    annotation: [
      passage('late', 'else did', { codings: [makeCoding('y', { id: 'c3' })], voice: 'own' }),
      passage('first', 'was', {
        codings: [makeCoding('x', { id: 'c1' })],
        speaker_ids: ['s'],
        voice: 'reported',
      }),
      passage('middle', 'envoy', { codings: [makeCoding('x', { id: 'c2' })], speaker_ids: ['s'] }),
    ],
    memo: [makeMemo('annotation', 'late', 'l'), makeMemo('annotation', 'middle', 'm')],
  });
  const before = on.everything();
  const merged = succeeded(mergeAnnotations(on.passages(text), on.all('annotation'), makeContext()));
  const changes = on.commit(merged.drafts);
  expect(merged).toMatchObject({ annotation_id: 'first', merged: ['middle', 'late'] });
  expect(merged.lost).toEqual([{ what: 'voice', voice: 'own' }]);
  expect(on.all('annotation')).toMatchObject([
    {
      id: 'first',
      target: passageOf(text, 'was restored. The envoy said so. Nobody else did'),
      speaker_ids: ['s'],
      voice: 'reported',
      codings: [{ id: 'c1' }, { id: 'c3' }],
    },
  ]);
  expect(on.all('memo')).toMatchObject([{ target: { kind: 'annotation', id: 'first' }, text: 'l\n\nm' }]);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('the annotation that lies on the whole span already is the one that stays, chosen or not', () => {
  const annotations = [passage('a', 'Order'), passage('b', 'restored'), passage('all', 'Order was restored')];
  for (const chosen of [annotations, annotations.slice(0, 2)]) {
    const on = commandProject({ annotation: annotations });
    const merged = succeeded(mergeAnnotations(on.passages(text), chosen, makeContext()));
    on.commit(merged.drafts);
    expect(merged).toMatchObject({ annotation_id: 'all', merged: ['a', 'b'] });
    expect(on.all('annotation').map(({ id }) => id)).toEqual(['all']);
  }
});

const one = passage('one', 'Order');
const refused: readonly (readonly [why: string, chosen: readonly Annotation[], problem: string])[] = [
  ['one alone', [one, one], 'too-few'],
  ['two documents', [one, passage('x', 'envoy', { document_id: 'other' })], 'several-documents'],
  ['another coder', [one, passage('x', 'envoy', { coder_id: 'other' })], 'other-coder'],
  ['another round', [one, passage('x', 'envoy', { round: 2 })], 'other-round'],
  ['the document', [one, makeAnnotation({ id: 'x', target: { kind: 'document' } })], 'no-passage'],
];
for (const [why, chosen, problem] of refused) {
  test(`refused, ${why}: ${problem}`, () => {
    const on = commandProject({ annotation: chosen });
    expect(mergeAnnotations(on.passages(text), chosen, makeContext())).toEqual({ ok: false, error: problem });
  });
}
