import { deepStrictEqual } from 'node:assert';
import { type Applicable, apply } from '@core/change/apply';
import { invertAll } from '@core/change/invert';
import { replay } from '@core/change/prepare';
import { createRecordSet } from '@core/change/record-set';
import { fits, object, requiredFields } from '@core/change/shapes';
import { touches } from '@core/change/touches';
import type { Annotation } from '@core/model/annotation';
import type { Change, ChangeDraft } from '@core/model/change';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { annotation, draft } from './arbitrary-drafts';
import { begin, createState } from './state';

const commits = fc.array(fc.array(draft, { minLength: 1, maxLength: 4 }), { maxLength: 25 });

test('undoing any sequence of commits restores the state, and redoing them brings it back', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(commits, commits, (earlier, later) => {
      const state = createState();
      state.commit(begin);
      for (const drafts of earlier) state.commit(drafts);
      const done: {
        readonly changes: readonly Change[];
        readonly before: unknown;
        readonly after: unknown;
      }[] = [];
      for (const drafts of later) {
        const before = state.all();
        const changes = state.commit(drafts);
        for (const { kind } of changes) seen.add(kind);
        done.push({ changes, before, after: state.all() });
      }
      const undone: { readonly changes: readonly Change[]; readonly back: unknown }[] = [];
      for (const { changes, before, after } of done.toReversed()) {
        undone.push({ changes: state.commit(invertAll(changes)), back: after });
        deepStrictEqual(state.all(), before);
      }
      for (const { changes, back } of undone.toReversed()) {
        state.commit(invertAll(changes));
        deepStrictEqual(state.all(), back);
      }
    }),
    { numRuns: 400 },
  );
  // Every kind but the two that begin things took part.
  expect(seen.size).toBe(31);
});

test('replaying the journal, once or twice, gives the same state', () => {
  fc.assert(
    fc.property(commits, (all) => {
      const state = createState();
      state.commit(begin);
      for (const drafts of all) state.commit(drafts);
      const json = JSON.parse(JSON.stringify(state.journal)) as Change[]; // the same, through JSON
      const again = createRecordSet();
      again.write(replay(again, json).written);
      for (const { table, id } of state.journal.flatMap(touches)) {
        deepStrictEqual(again.get(table, id), state.records.get(table, id));
      }
    }),
  );
});

test('a change touches all that it writes', () => {
  fc.assert(
    fc.property(commits, (all) => {
      const state = createState();
      state.commit(begin);
      for (const drafts of all) {
        const changes = state.commit(drafts);
        const touched = new Set(changes.flatMap(touches).map((key) => `${key.table}/${key.id}`));
        for (const { table, id } of state.last().written) expect(touched.has(`${table}/${id}`)).toBe(true);
      }
    }),
  );
});

test('adding what is there already writes nothing', () => {
  fc.assert(
    fc.property(draft, (one) => {
      fc.pre(one.kind.endsWith('.added') && one.kind !== 'coding.added');
      const state = createState();
      state.commit(begin);
      const [change] = state.commit([one]);
      if (change === undefined) throw new Error('An addition to an empty project does something');
      expect(apply(state.records, change)).toEqual([]);
    }),
  );
});

/** A valid change in which one value, however deep, is something else. */
const damaged = fc.tuple(draft, fc.nat(40), fc.anything()).map(([one, place, junk]) => {
  let left = place;
  const walk = (value: unknown): unknown => {
    if (left-- === 0) return junk;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk({ ...one, id: 'x', at: '2026-01-01T00:00:00.000Z', coder_id: 'coder-0' });
});
const junk = fc.oneof(
  damaged,
  fc.record({ kind: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'code.set', 'coding.added')) }),
  fc.record({ kind: fc.constantFrom('memo.set', 'block.set', 'future.kind'), data: fc.anything() }),
);

test('no change, however damaged, throws or leaves a record that cannot be used', () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 12 }), fc.array(junk, { maxLength: 12 }), (sound, broken) => {
      const state = createState();
      state.commit(begin);
      state.commit(sound);
      for (const one of broken) {
        if (typeof one !== 'object' || one === null || !('kind' in one) || typeof one.kind !== 'string')
          continue;
        const change = one as Applicable; // on purpose it is not one
        touches(change);
        const writes = apply(state.records, change);
        for (const { table, record } of writes) {
          if (record !== null) expect(object(requiredFields(table))(record)).toBe(true);
        }
        state.records.write(writes);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the generated drafts are all of their kind', () => {
  fc.assert(fc.property(draft, (one) => expect(fits(one)).toBe(true)));
});

const [first] = fc.sample(
  annotation.filter(({ codings }) => codings.length === 1),
  { numRuns: 1, seed: 7 },
);
if (first === undefined) throw new Error('The sample is empty');
const sample: Annotation = first;
const ofSample = { document_id: sample.document_id, annotation_id: sample.id };

test('the rules of the model hold', () => {
  const [coding] = sample.codings;
  if (coding === undefined) throw new Error('The sample has a coding');
  const added: ChangeDraft = { kind: 'annotation.added', data: { annotation: sample } };
  const cases: readonly (readonly [
    string,
    ChangeDraft,
    (after: Annotation | undefined, at: string) => void,
  ])[] = [
    [
      'removing the last coding keeps the passage',
      {
        kind: 'coding.removed',
        data: { ...ofSample, coding_id: coding.id },
        before: { coding, index: 0 },
      },
      (after) => expect(after?.codings).toEqual([]),
    ],
    [
      'a coding that is changed dates itself and its annotation',
      {
        kind: 'coding.set',
        data: { ...ofSample, coding_id: coding.id, fields: { certainty: 'unsure' } },
        before: { fields: { certainty: null } },
      },
      (after, at) => expect([after?.modified_at, after?.codings[0]?.modified_at]).toEqual([at, at]),
    ],
    [
      'null takes an optional field away',
      { kind: 'annotation.set', data: { ...ofSample, fields: { voice: null } }, before: { fields: {} } },
      (after) => expect(after !== undefined && 'voice' in after).toBe(false),
    ],
  ];
  for (const [name, change, check] of cases) {
    const state = createState();
    state.commit([...begin, added]);
    const [done] = state.commit([change]);
    if (done === undefined) throw new Error(name);
    check(state.records.get('annotation', sample.id), done.at);
  }
});
