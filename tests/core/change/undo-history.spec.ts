import { invertAll } from '@core/change/invert';
import { belongsTo } from '@core/change/step';
import { emptyHistory, extendHistory, type UndoHistory } from '@core/change/undo-history';
import type { Change, ChangeDraft } from '@core/model/change';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { draft } from './arbitrary-drafts';
import { begin, createState, type TestState } from './state';

const me = 'coder-0';
const other = 'coder-1';

/** What a person does, as a model with two plain stacks. */
type Act =
  | { readonly act: 'do'; readonly coder_id: string; readonly drafts: readonly ChangeDraft[] }
  | { readonly act: 'undo' | 'redo' };
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('do' as const),
      coder_id: fc.constantFrom(me, me, other),
      drafts: fc.array(draft, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }),
);

const isOwnName = ({ kind, data, coder_id }: Change): boolean =>
  kind === 'coder.set' && data.id === coder_id && 'name' in data.fields;

test('the stacks are those of a person with two piles of paper', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const state = createState();
      let history = extendHistory(emptyHistory(me), state.commit(begin));
      const piles: { undo: string[]; redo: string[] } = { undo: [], redo: [] };
      for (const one of acts) {
        if (one.act === 'do') {
          const changes = state.commit(one.drafts, { coder_id: one.coder_id });
          history = extendHistory(history, changes);
          const [first] = changes;
          if (first !== undefined && one.coder_id === me && !(changes.length === 1 && isOwnName(first))) {
            piles.undo.push(first.batch_id ?? first.id);
            piles.redo = [];
          }
        } else {
          const step = history[one.act].at(-1);
          const [from, to] = one.act === 'undo' ? [piles.undo, piles.redo] : [piles.redo, piles.undo];
          expect(step?.id).toBe(from.pop());
          if (step === undefined) continue;
          const changes = takeBack(state, history, one.act);
          history = extendHistory(history, changes);
          const [first] = changes;
          to.push(first?.batch_id ?? first?.id ?? '');
        }
        expect(history.undo.map(({ id }) => id)).toEqual(piles.undo);
        expect(history.redo.map(({ id }) => id)).toEqual(piles.redo);
      }
      // Read again from the journal as one, the history is the same.
      expect(extendHistory(emptyHistory(me), state.journal)).toEqual(history);
    }),
  );
});

function takeBack(state: TestState, history: UndoHistory, which: 'undo' | 'redo'): readonly Change[] {
  const step = history[which].at(-1);
  if (step === undefined) throw new Error('Nothing to take back');
  const own = state.journal.filter((change) => belongsTo(change, step));
  return state.commit(invertAll(own), { coder_id: me });
}

const memo = (text: string): ChangeDraft => ({
  kind: 'memo.set',
  data: {
    id: 'memo-0',
    value: {
      id: 'memo-0',
      target: { kind: 'document', id: 'document-0' },
      ...{ coder_id: me, markdown: text, text },
      ...{ created_at: '2026-01-01T00:00:00.000Z', modified_at: '2026-01-01T00:00:00.000Z' },
    },
  },
  before: null,
});
const code = (n: number): ChangeDraft => ({
  kind: 'code.added',
  data: {
    code: {
      ...{ id: `code-${n}`, key: `c${n}`, name: `Code ${n}`, parent_id: null, order: n, kind: 'code' },
      ...{ color: 'sky', mark: 'solid', description: '', include: '', exclude: '', examples: [], rev: 1 },
    },
  },
});

test('an editing session of a memo and an import of several commits are one step each', () => {
  const state = createState();
  let history = extendHistory(emptyHistory(me), state.commit(begin));
  const commit = (drafts: readonly ChangeDraft[], batch_id?: string): void => {
    history = extendHistory(history, state.commit(drafts, batch_id === undefined ? {} : { batch_id }));
  };
  commit([memo('a')], 'session');
  commit([code(0)]);
  commit([memo('ab')], 'session');
  commit([code(1), code(2)], 'import');
  commit([code(3)], 'import');
  expect(history.undo.map(({ id, label, last_seq }) => [id, label.kind, label.count, last_seq])).toEqual([
    ['session', 'memo.set', 2, 6],
    [expect.any(String), 'code.added', 1, 5],
    ['import', 'code.added', 3, 9],
  ]);
  expect(history.undo[0]?.place).toEqual({ document_id: 'document-0' });
  expect(history.undo[1]?.label.code_id).toBe('code-0');
});

test('the undo of a long step may come in several commits', () => {
  const state = createState();
  let history = extendHistory(emptyHistory(me), state.commit(begin));
  const one = state.commit([code(0)], { batch_id: 'import' });
  const two = state.commit([code(1)], { batch_id: 'import' });
  history = extendHistory(extendHistory(history, one), two);
  history = extendHistory(history, state.commit(invertAll(two), { batch_id: 'back' }));
  expect([history.undo.length, history.redo.length]).toEqual([0, 1]);
  history = extendHistory(history, state.commit(invertAll(one), { batch_id: 'back' }));
  expect(history.redo.map(({ id, label }) => [id, label.kind, label.count])).toEqual([
    ['back', 'code.added', 2],
  ]);
  const redone = takeBack(state, history, 'redo');
  expect(redone).toHaveLength(2);
  history = extendHistory(history, redone);
  expect([history.undo.length, history.redo.length]).toEqual([1, 0]);
});

test('a step with a change of a newer version is not offered', () => {
  const state = createState();
  const [change] = state.commit([code(0)]);
  if (change === undefined) throw new Error('One change was committed');
  const strange = { ...change, kind: 'code.merged', seq: change.seq + 1 } as unknown as Change; // from the future
  const history = extendHistory(emptyHistory(me), [
    { ...change, batch_id: 'b' },
    { ...strange, batch_id: 'b' },
  ]);
  expect(history.undo).toEqual([]);
});

test('a coder’s own name is no step: undo would leave it behind on the device', () => {
  const state = createState();
  const history = extendHistory(emptyHistory(me), state.commit([...begin, code(0)]));
  const fields = { name: 'Mara Kolt' };
  const named: ChangeDraft = {
    kind: 'coder.set',
    data: { id: me, fields },
    before: { fields: { name: 'A' } },
  };
  expect(extendHistory(history, state.commit([named], { coder_id: me }))).toEqual(history);
});
