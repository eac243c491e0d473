import {
  emptyTally,
  passState,
  type Tally,
  tallyAnnotations,
  tallyPasses,
  tallyWrites,
} from '@core/change/tally';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { draft } from './arbitrary-drafts';
import { begin, createState, type TestState } from './state';

function recount(state: TestState): Tally {
  const became = <T>(list: readonly T[]) => list.map((after) => ({ before: null, after }));
  const annotations = tallyAnnotations(emptyTally, became(state.records.all('annotation')));
  return tallyPasses(annotations, became(state.records.all('pass')));
}

test('counts kept up with each commit equal a full recount', () => {
  fc.assert(
    fc.property(fc.array(fc.array(draft, { minLength: 1, maxLength: 4 }), { maxLength: 30 }), (commits) => {
      const state = createState();
      state.commit(begin);
      let tally = emptyTally;
      for (const drafts of commits) {
        state.commit(drafts);
        tally = tallyWrites(tally, state.last().written);
        expect(tally).toEqual(recount(state));
      }
      const codings = state.records.all('annotation').flatMap((annotation) => annotation.codings);
      expect([...tally.codings.values()].reduce((sum, count) => sum + count, 0)).toBe(codings.length);
    }),
  );
});

test('the pass of the latest round tells how far a coder is', () => {
  const pass = (id: string, round: number, state: 'open' | 'done' | 'skipped') => ({
    before: null,
    after: {
      ...{ id, document_id: 'document-0', coder_id: 'coder-0', round, state },
      ...{ code_ids: 'all' as const, codebook_rev: 1, scope_rev: 1, started_at: '2026-01-01T00:00:00.000Z' },
    },
  });
  const tally = tallyPasses(emptyTally, [pass('a', 2, 'open'), pass('b', 1, 'done')]);
  expect(passState(tally, 'document-0', 'coder-0')).toBe('open');
  expect(passState(tally, 'document-0', 'coder-1')).toBeNull();
});
