import { setStance } from '@core/commands/annotation-commands';
import { codeCopies, detachCopy } from '@core/commands/code-copies';
import type { Annotation } from '@core/model/annotation';
import { expect, test } from '@playwright/test';
import { makeAnnotation, makeCoding, makeContext } from '../make-records';
import { commandProject, passageOf } from './command-project';

const text = 'The pilots kept the harbour open all winter. Nobody else came.';
const original = makeAnnotation({
  ...{ id: 'original', document_id: 'one', voice: 'reported', speaker_ids: ['envoy'] },
  target: passageOf(text, 'kept the harbour open'),
  codings: [makeCoding('order', { stance: 'affirms', code_rev: 2 }), makeCoding('calm')],
});

/** A project with the original and what stands in the document of the copy. */
function begin(...there: readonly Annotation[]) {
  const on = commandProject({ annotation: [original, ...there] });
  const inCopy = () => on.all('annotation').filter(({ document_id }) => document_id === 'two');
  const place = (words = 'kept the harbour open') => ({
    document: { id: 'two', text_sha256: 'hash-two' },
    ...{ text, span: passageOf(text, words), annotations: inCopy() },
  });
  let round = 0;
  const apply = (words?: string) => {
    round += 1;
    const context = makeContext();
    const fresh = { ...context, newId: () => `${round}-${context.newId()}` };
    const present = on.get('annotation', 'original') ?? original;
    return on.commit(codeCopies(present, [place(words)], on.all('link'), fresh));
  };
  return { on, apply, inCopy };
}

test('a copy carries codings, speaker and voice of its original, its origin and a link; undo takes all back', () => {
  const { on, apply, inCopy } = begin();
  const before = on.everything();
  const changes = apply();
  const [copy] = inCopy();
  expect(copy).toMatchObject({
    ...{ origin: 'copy', copied_from: 'original', voice: 'reported', speaker_ids: ['envoy'] },
    ...{ text_sha256: 'hash-two', target: passageOf(text, 'kept the harbour open') },
    codings: [
      { code_id: 'order', code_rev: 2, stance: 'affirms', origin: 'copy' },
      { code_id: 'calm', origin: 'copy' },
    ],
  });
  expect(on.all('link')).toMatchObject([{ from: copy?.id, to: 'original', kind: 'copy' }]);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('a copy taken for an original makes no copy of its own original', () => {
  const { on, apply, inCopy } = begin();
  apply();
  const [copy] = inCopy();
  const place = {
    document: { id: 'one', text_sha256: 'hash-one' },
    ...{ text, span: passageOf(text, 'kept the harbour open'), annotations: [original] },
  };
  expect(codeCopies(copy ?? original, [place], on.all('link'), makeContext())).toEqual([]);
});

test('applied again, nothing is done twice', () => {
  const { apply } = begin();
  apply();
  expect(apply()).toEqual([]);
});

test('after a change the copy is brought in step: codes, stance and place', () => {
  const { on, apply, inCopy } = begin();
  apply();
  on.commit(setStance(original, 'coding-order', 'denies'));
  on.commit([
    {
      kind: 'coding.removed',
      data: { annotation_id: 'original', document_id: 'one', coding_id: 'coding-calm' },
      before: { coding: makeCoding('calm'), index: 1 },
    },
  ]);
  apply('the harbour open all winter');
  expect(inCopy()).toMatchObject([
    {
      target: { quote: 'the harbour open all winter' },
      codings: [{ code_id: 'order', stance: 'denies' }],
    },
  ]);
  expect(on.all('link')).toHaveLength(1);
});

test('a detached copy is left alone, and stays a copy of its original', () => {
  const { on, apply, inCopy } = begin();
  apply();
  const context = makeContext();
  on.commit(on.all('link').flatMap((link) => detachCopy(link, { newId: () => `d-${context.newId()}` })));
  expect(on.all('link')).toMatchObject([{ kind: 'copy', detached: true }]);
  on.commit(setStance(original, 'coding-order', 'denies'));
  expect(apply()).toEqual([]);
  expect(inCopy()).toMatchObject([{ copied_from: 'original', codings: [{ stance: 'affirms' }, {}] }]);
});

test('a passage that a person made there gets the codings it lacks and keeps its own', () => {
  const own = makeAnnotation({
    ...{ id: 'own', document_id: 'two', target: passageOf(text, 'kept the harbour open') },
    codings: [makeCoding('calm', { stance: 'denies' }), makeCoding('other')],
  });
  const { on, apply, inCopy } = begin(own);
  apply();
  expect(inCopy()).toMatchObject([
    {
      id: 'own',
      origin: 'hand',
      codings: [
        { code_id: 'calm', stance: 'denies' },
        { code_id: 'other' },
        { code_id: 'order', origin: 'copy' },
      ],
    },
  ]);
  expect(on.all('link')).toMatchObject([{ from: 'own', to: 'original' }]);
});

test('another coder’s passage is never touched', () => {
  const theirs = makeAnnotation({
    ...{
      id: 'theirs',
      document_id: 'two',
      coder_id: 'other',
      target: passageOf(text, 'kept the harbour open'),
    },
  });
  const { apply, inCopy } = begin(theirs);
  apply();
  expect(inCopy().find(({ id }) => id === 'theirs')).toEqual(theirs);
  expect(inCopy()).toHaveLength(2);
});
