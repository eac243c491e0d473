import { type CodeRevision, codeHistory } from '@core/codebook/code-history';
import { createCode, setCode } from '@core/commands/codebook-commands';
import { archiveCode } from '@core/commands/codebook-settings';
import { deleteCode } from '@core/commands/delete-code';
import { mergeCodes } from '@core/commands/merge-codes';
import { splitCode } from '@core/commands/split-code';
import type { CodeFields } from '@core/model/change';
import { expect, test } from '@playwright/test';
import { codeById, commandProject, succeeded } from '../commands/command-project';
import { makeAnnotation, makeCode, makeCoding, makeContext } from '../make-records';

const context = makeContext();

function project() {
  const on = commandProject({
    code: [makeCode({ id: 'other' })],
    annotation: ['one', 'two'].map((id) =>
      makeAnnotation({ id, codings: [makeCoding('other', { id: `c-${id}` })] }),
    ),
  });
  const made = succeeded(createCode(on.codebook(), 'Law', context)).drafts;
  on.commit(made);
  const id = on.all('code').find(({ name }) => name === 'Law')?.id ?? '';
  const set = (fields: CodeFields) =>
    on.commit(succeeded(setCode(on.codebook(), codeById(on.all('code'), id), fields)));
  const use = () => ({ annotations: on.all('annotation'), memos: [], links: [], properties: [] });
  const code = (which: string) => codeById(on.all('code'), which);
  return { on, id, set, use, code };
}

/** "1 created | 2 name Law Treaty". */
function told(history: readonly CodeRevision[]): readonly string[] {
  return history.map(({ rev, events }) =>
    [
      rev,
      ...events.map((event) => {
        if (event.kind === 'changed') return `${event.field} ${event.before ?? '-'} ${event.after ?? '-'}`;
        return 'codings' in event ? `${event.kind} ${event.code_id} ${event.codings}` : event.kind;
      }),
    ].join(' '),
  );
}

test('what changed of its meaning, from what to what, with the revision; looks and order are not told', () => {
  const { on, id, set } = project();
  set({ name: 'Treaty', description: 'd' });
  set({ color: 'teal' });
  set({ order: 9 });
  set({ parent_id: 'other' });
  set({ set: 'grounds' });
  on.commit(succeeded(archiveCode(on.codebook(), codeById(on.all('code'), id), context)));
  expect(told(codeHistory(on.journal, id))).toEqual([
    '1 created',
    '2 name Law Treaty description  d',
    '3 parent_id - other',
    '3 set - grounds',
    `3 archived_at - ${context.now}`,
  ]);
  expect(codeHistory(on.journal, id)[0]).toMatchObject({ at: on.journal[0]?.at, coder_id: 'coder-0' });
});

test('what was undone is not told, nor the undoing; what was done again is', () => {
  const { on, id, set } = project();
  const renamed = set({ name: 'Treaty' });
  const undone = on.undo(renamed);
  expect(told(codeHistory(on.journal, id))).toEqual(['1 created']);
  on.undo(undone);
  expect(told(codeHistory(on.journal, id))).toEqual(['1 created', '2 name Law Treaty']);
});

test('splits and merges are told on both sides, with how many codings went over', () => {
  const { on, id, use, code } = project();
  const split = succeeded(
    splitCode(on.codebook(), code('other'), 'Part', on.all('annotation').slice(0, 1), context),
  );
  on.commit(split.drafts);
  on.commit(succeeded(mergeCodes(on.codebook(), code('other'), code(id), use(), context)).drafts);
  const part = split.code.id;
  expect(told(codeHistory(on.journal, part))).toEqual(['1 created split-from other 1']);
  expect(told(codeHistory(on.journal, id))).toEqual(['1 created', '1 merged-in other 1']);
  expect(told(codeHistory(on.journal, 'other'))).toEqual([`1 split-off ${part} 1`, `1 merged-into ${id} 1`]);
});

test('a deletion is one, though its codings go', () => {
  const { on, use, code } = project();
  on.commit(succeeded(deleteCode(on.codebook(), code('other'), use())).drafts);
  expect(told(codeHistory(on.journal, 'other'))).toEqual(['1 removed']);
});
