import { exportAuditTrail } from '@core/exchange/audit-trail';
import { plainCsv } from '@core/exchange/csv';
import { expect, test } from '@playwright/test';
import papaparse from 'papaparse';

const ada = 'c0000000-0000-4000-8000-000000000001';
const stamp = {
  at: '2031-03-21T10:00:00.000Z',
  tz: 'Europe/Lisbon',
  coder_id: ada,
  device_id: 'd1',
  app: 'framewright 1',
};

/** Commits as the journal has them: one that begins, a coding with its code, its undo, and a rename. */
const commits = [
  [
    { seq: 1, id: 'a', ...stamp, kind: 'coder.added', data: { coder: { id: ada, name: 'Ada' } } },
    {
      seq: 2,
      id: 'b',
      ...stamp,
      kind: 'document.added',
      data: { document: { id: 'd', title: '=Cmd report' } },
    },
  ],
  [
    {
      seq: 3,
      id: 'c',
      batch_id: 'step',
      ...stamp,
      kind: 'code.added',
      data: { code: { id: 'k', name: 'Order' } },
    },
    {
      ...{ seq: 4, id: 'e', batch_id: 'step', ...stamp, kind: 'annotation.added', origin: 'hand' },
      data: { annotation: { id: 'n', document_id: 'd', codings: [{ id: 'x', code_id: 'k', code_rev: 3 }] } },
    },
  ],
  [
    {
      ...{ seq: 5, id: 'f', undoes: 'e', ...stamp, kind: 'annotation.removed' },
      data: { id: 'n', document_id: 'd' },
      before: {
        annotation: { id: 'n', document_id: 'd', codings: [{ id: 'x', code_id: 'k', code_rev: 3 }] },
      },
    },
    {
      ...{ seq: 6, id: 'g', ...stamp, kind: 'code.set' },
      data: { id: 'k', fields: { name: 'Order restored' } },
      before: { fields: { name: 'Order' } },
    },
  ],
].map((commit) => JSON.stringify(commit));

test('who did what, when, to which document, with which revision of which code, undone steps included', () => {
  const csv = exportAuditTrail(commits, plainCsv);
  const { data, errors } = papaparse.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  const seen = data.map(({ seq, coder, kind, document, code, code_rev, annotation_id, step, undoes }) => [
    ...[seq, coder, kind, document, code, code_rev, annotation_id, step, undoes],
  ]);
  const report = "'=Cmd report";
  expect(seen).toEqual([
    ['1', 'Ada', 'coder.added', '', '', '', '', 'a', ''],
    ['2', 'Ada', 'document.added', report, '', '', '', 'b', ''],
    ['3', 'Ada', 'code.added', '', 'Order restored', '', '', 'step', ''],
    ['4', 'Ada', 'annotation.added', report, 'Order restored', '3', 'n', 'step', ''],
    ['5', 'Ada', 'annotation.removed', report, 'Order restored', '3', 'n', 'f', 'e'],
    ['6', 'Ada', 'code.set', '', 'Order restored', '', '', 'g', ''],
  ]);
  // Nothing of a change is left out, and cells that a spreadsheet would run are guarded and named.
  const whole = commits.flatMap((json) => JSON.parse(json) as readonly Readonly<Record<string, unknown>>[]);
  const read = (cell: string | undefined): unknown => (cell === '' ? undefined : JSON.parse(cell ?? ''));
  expect(data.map((row) => read(row['data']))).toEqual(whole.map((change) => change['data']));
  expect(data.map((row) => read(row['before']))).toEqual(whole.map((change) => change['before']));
  expect(data.map((row) => row['escaped'])).toEqual(['', 'document', '', 'document', 'document', '']);
});

test('a journal without a commit is a table without a row', () => {
  expect(exportAuditTrail([], plainCsv).trim().split('\r\n')).toHaveLength(1);
});
