import {
  acceptValue,
  acceptValues,
  addAttribute,
  addChoice,
  editValue,
  removeAttribute,
  renameAttribute,
  renameDocument,
} from '@core/commands/attribute-commands';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import type { Document } from '@core/model/document';
import { expect, test } from '@playwright/test';
import { makeContext, makeSurface } from '../make-records';
import { commandProject, succeeded } from './command-project';

const place: Attribute = { id: 'place', key: 'place', name: 'Place', type: 'text' };
const date: Attribute = { id: 'date', key: 'date', name: 'Date', type: 'date' };
const suggested: AttributeValue = {
  value: 'Osmora',
  state: 'suggested',
  evidence: [[0, 6]],
  confidence: 0.8,
};

function desk(values: Readonly<Record<string, AttributeValue>> = {}) {
  const { document } = makeSurface('Osmora, January 9.', []);
  const on = commandProject({ attribute: [place, date], document: [{ ...document, values }] });
  const shown = (): Document => {
    const [first] = on.all('document');
    if (first === undefined) throw new Error('The document is there');
    return first;
  };
  return { on, document: shown, begun: on.everything() };
}

test('a suggestion stands until it is accepted, with its evidence, and undo makes it one again', () => {
  const { on, document, begun } = desk({ place: suggested });
  const done = on.commit(acceptValue(document(), 'place'));
  expect(document().values['place']).toEqual({ ...suggested, state: 'accepted' });
  expect(acceptValue(document(), 'place')).toEqual([]);
  on.undo(done);
  expect(on.everything()).toEqual(begun);
});

test('an edited value says so, without the evidence of the one before; typing the suggestion again accepts it', () => {
  const { on, document, begun } = desk({ place: suggested });
  expect(succeeded(editValue(document(), place, ' Osmora '))).toMatchObject([
    { data: { value: { state: 'accepted', evidence: [[0, 6]] } } },
  ]);
  const done = on.commit(succeeded(editValue(document(), place, 'Hallis')));
  expect(document().values['place']).toEqual({ value: 'Hallis', state: 'edited' });
  expect(succeeded(editValue(document(), place, 'Hallis'))).toEqual([]);
  on.undo(done);
  expect(on.everything()).toEqual(begun);
});

test('nothing typed takes the value away, and what is no value is refused', () => {
  const { on, document } = desk({ place: suggested });
  const [cleared] = on.commit(succeeded(editValue(document(), place, '')));
  expect(document().values).toEqual({});
  expect(succeeded(editValue(document(), place, ' '))).toEqual([]);
  expect(editValue(document(), date, 'soon')).toEqual({ ok: false, error: 'not-date' });
  on.undo(cleared === undefined ? [] : [cleared]);
  expect(document().values['place']).toEqual(suggested);
});

test('the same year in another precision is another value', () => {
  const { on, document } = desk({ date: { value: '2022-01', precision: 'month', state: 'edited' } });
  on.commit(succeeded(editValue(document(), date, '2022')));
  expect(document().values['date']).toEqual({ value: '2022', precision: 'year', state: 'edited' });
});

test('all suggestions are accepted in one go, what was edited stays', () => {
  const edited: AttributeValue = { value: '2022', precision: 'year', state: 'edited' };
  const { on, document } = desk({ place: suggested, date: edited });
  expect(on.commit(acceptValues(document()))).toHaveLength(1);
  expect(document().values).toMatchObject({ place: { state: 'accepted' }, date: edited });
});

test('a title is tidied, and never empty', () => {
  const { on, document } = desk();
  const { title } = document();
  expect(renameDocument(document(), '  ')).toEqual([]);
  expect(renameDocument(document(), ` ${title} `)).toEqual([]);
  const done = on.commit(renameDocument(document(), 'Bread\n  queues'));
  expect(document()).toMatchObject({ title: 'Bread queues', title_found: title });
  on.commit(renameDocument(document(), 'Queues'));
  expect(document()).toMatchObject({ title: 'Queues', title_found: title });
  // The title that was found is nobody's own.
  on.commit(renameDocument(document(), title));
  expect(document()).not.toHaveProperty('title_found');
  on.commit(renameDocument(document(), 'Bread queues'));
  on.undo(on.commit(renameDocument(document(), title)));
  expect(document()).toMatchObject({ title: 'Bread queues', title_found: title });
  on.undo(done);
  expect(document().title).toBe(title);
  expect(document()).not.toHaveProperty('title_found');
});

test('a new attribute has a key of its own; choices are tidied and needed', () => {
  const { on } = desk();
  const attributes = on.all('attribute');
  const context = makeContext();
  const made = succeeded(
    addAttribute(
      attributes,
      { name: ' Source  kind', type: 'choice', choices: [' wire', 'wire', ''] },
      context,
    ),
  );
  expect(made.attribute).toEqual({
    ...{ id: 'new-1', key: 'source_kind', name: 'Source kind', type: 'choice', choices: ['wire'] },
  });
  const refused = [
    [' ', 'text', 'no-name'],
    ['PLACE', 'text', 'name-taken'],
    ['x'.repeat(101), 'text', 'name-too-long'],
    ['Kind', 'choices', 'no-choices'],
  ] as const;
  for (const [name, type, error] of refused) {
    expect(addAttribute(attributes, { name, type, choices: [' '] }, context)).toEqual({ ok: false, error });
  }
});

test('a choice is added once, a name changed without its key', () => {
  const kind: Attribute = { id: 'kind', key: 'kind', name: 'Kind', type: 'choice', choices: ['wire'] };
  expect(addChoice(kind, ' wire ')).toEqual([]);
  expect(addChoice(kind, 'press')).toMatchObject([{ data: { fields: { choices: ['wire', 'press'] } } }]);
  expect(renameAttribute([kind, place], kind, 'Place')).toEqual({ ok: false, error: 'name-taken' });
  expect(succeeded(renameAttribute([kind], kind, 'kind'))).toMatchObject([
    { data: { fields: { name: 'kind' } } },
  ]);
  expect(succeeded(renameAttribute([kind], kind, 'Kind'))).toEqual([]);
});

test('an attribute goes with its values, and comes back with them', () => {
  const { on, begun } = desk({ place: suggested });
  const done = on.commit(removeAttribute(place, on.all('document')));
  expect(on.all('attribute').map(({ id }) => id)).toEqual(['date']);
  expect(on.all('document')[0]?.values).toEqual({});
  on.undo(done);
  expect(on.everything()).toEqual(begun);
});
