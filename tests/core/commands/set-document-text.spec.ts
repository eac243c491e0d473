import { apply } from '@core/change/apply';
import { invertAll } from '@core/change/invert';
import { prepare } from '@core/change/prepare';
import { createRecordSet } from '@core/change/record-set';
import { stamp } from '@core/change/stamp';
import { renameDocument } from '@core/commands/attribute-commands';
import { setDocumentText, textHold } from '@core/commands/set-document-text';
import { documentRecords, type FrozenSource } from '@core/import/document-records';
import type { Annotation } from '@core/model/annotation';
import type { AttributeValue } from '@core/model/attribute';
import type { Change, ChangeDraft } from '@core/model/change';
import type { Pass } from '@core/model/pass';
import { expect, test } from '@playwright/test';

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${ids}`;
};
const suggested = (value: string): AttributeValue => ({ value, state: 'suggested' });

const misread: FrozenSource = {
  ...{ path: 'wire/1.txt', raw_sha256: 'raw', text_sha256: 'wrong', encoding: 'windows-1252', length: 40 },
  encoding_guess: 0.1,
  structure: {
    title: 'Ïîðò',
    blocks: [{ start: 0, end: 40, kind: 'body', in_scope: true }],
    sentences: [[0, 40]],
    segmenter: { icu: '78.1', rules_rev: 1 },
    words: 3,
    values: { place: suggested('ÂÅËÜÄÀ'), byline: suggested('À. Á.'), agency: suggested('ÀÍÂ') },
  },
};
const reread: FrozenSource = {
  ...{ path: 'wire/1.txt', raw_sha256: 'raw', text_sha256: 'right', encoding: 'windows-1251', length: 40 },
  structure: {
    ...misread.structure,
    title: 'Порт',
    blocks: [
      { start: 0, end: 4, kind: 'headline', in_scope: true },
      { start: 5, end: 40, kind: 'body', in_scope: true },
    ],
    words: 6,
    values: {
      place: suggested('ВЕЛЬДА'),
      agency: suggested('АНВ'),
      date: { value: '2031-01-05', precision: 'day', state: 'suggested' },
    },
  },
};
const attributes = (['place', 'byline', 'agency'] as const).map((key) => ({
  ...{ id: `attribute-${key}`, key, name: key, type: 'text' as const },
}));

/** A store with the misread document, whose agency somebody put right by hand. */
function begin() {
  const records = createRecordSet();
  const context = { order: 7, now: '2031-01-06T08:00:00.000Z', newId };
  const made = documentRecords(misread, {
    ...context,
    attribute_ids: new Map(attributes.map(({ key, id }) => [key, id])),
  });
  const edited: AttributeValue = { value: 'ANV', state: 'edited' };
  const document = { ...made.document, values: { ...made.document.values, 'attribute-agency': edited } };
  const commit = (drafts: readonly ChangeDraft[]): readonly Change[] => {
    const stamped = stamp(drafts, {
      ...{ now: context.now, tz: 'UTC', project_id: 'p', coder_id: 'c', device_id: 'd', app: 'test' },
      ...{ origin: 'hand', newId },
    });
    const { changes, written } = prepare(records, stamped);
    records.write(written);
    return changes.map((change, place) => ({ ...change, seq: place + 1 }));
  };
  commit([
    ...attributes.map((attribute): ChangeDraft => ({ kind: 'attribute.added', data: { attribute } })),
    { kind: 'document.added', data: { document, structure: made.structure } },
  ]);
  const state = () => ({
    document: records.get('document', document.id),
    structure: records.get('structure', document.id),
    attributes: records.all('attribute'),
  });
  return { records, document, commit, state };
}

test('another reading brings its text, structure, title and values; what was edited by hand stays', () => {
  const { document, commit, state } = begin();
  commit(setDocumentText(document, reread, attributes, newId));
  const after = state();
  expect(after.document).toMatchObject({
    ...{ id: document.id, order: 7, path: 'wire/1.txt', raw_sha256: 'raw', text_sha256: 'right' },
    ...{ encoding: 'windows-1251', words: 6, title: 'Порт', imported_at: document.imported_at },
  });
  expect(after.document).not.toHaveProperty('encoding_guess');
  const date = after.attributes.find(({ key }) => key === 'date');
  expect(after.document?.values).toEqual({
    'attribute-place': suggested('ВЕЛЬДА'),
    'attribute-agency': { value: 'ANV', state: 'edited' },
    [date?.id ?? '']: { value: '2031-01-05', precision: 'day', state: 'suggested' },
  });
  expect(after.structure?.document_id).toBe(document.id);
  expect(after.structure?.blocks.map(({ kind }) => kind)).toEqual(['headline', 'body']);
});

test('a title that a person gave stays, and what another reading takes for it is kept beside it', () => {
  const { document, commit, state } = begin();
  commit(renameDocument(document, 'Port of Velda'));
  const renamed = state().document ?? document;
  commit(setDocumentText(renamed, reread, attributes, newId));
  expect(state().document).toMatchObject({
    title: 'Port of Velda',
    title_found: 'Порт',
    text_sha256: 'right',
  });
});

test('undoing it brings back all that was, and doing it again all that became', () => {
  const { document, commit, state } = begin();
  const before = state();
  const done = commit(setDocumentText(document, reread, attributes, newId));
  expect(done[0]?.kind).toBe('document.text-set');
  const after = state();
  const undone = commit(invertAll(done));
  expect(state()).toEqual(before);
  commit(invertAll(undone));
  expect(state()).toEqual(after);
});

test('a text of another document, or for one that is gone, changes nothing', () => {
  const { records, document, commit } = begin();
  const [first] = setDocumentText(document, reread, attributes, newId);
  if (first?.kind !== 'document.text-set') throw new Error('The text comes first');
  const { text } = first.data;
  const structure = { ...text.structure, document_id: 'other' };
  expect(commit([{ ...first, data: { id: document.id, text: { ...text, structure } } }])).toEqual([]);
  expect(commit([{ ...first, data: { id: 'gone', text } }])).toEqual([]);
  expect(apply(records, { ...stampedOnce(first), kind: 'document.text-set' })).toHaveLength(2);
});

function stampedOnce(draft: Extract<ChangeDraft, { kind: 'document.text-set' }>) {
  const [change] = stamp([draft], {
    ...{ now: '', tz: 'UTC', project_id: 'p', coder_id: 'c', device_id: 'd', app: 'test' },
    ...{ origin: 'hand', newId },
  });
  if (change?.kind !== 'document.text-set') throw new Error('One draft makes one change');
  return change;
}

const annotation = {} as Annotation; // only counted
const pass = (state: Pass['state']): Pass => ({ state }) as Pass; // only its state is asked
const holds: readonly (readonly [
  name: string,
  built: Parameters<typeof textHold>[0],
  hold: ReturnType<typeof textHold>,
])[] = [
  ['nothing', { annotations: [], passes: [], memos: [] }, null],
  ['a passage', { annotations: [annotation], passes: [pass('done')], memos: [{}] }, 'annotated'],
  ['a pass that was begun', { annotations: [], passes: [pass('open')], memos: [] }, null],
  ['a pass that is done', { annotations: [], passes: [pass('open'), pass('done')], memos: [] }, 'done'],
  ['a memo', { annotations: [], passes: [], memos: [{}] }, 'memo'],
];
for (const [name, built, hold] of holds) {
  test(`with ${name} the text ${hold === null ? 'can be read anew' : 'stays as it is'}`, () => {
    expect(textHold(built)).toBe(hold);
  });
}
