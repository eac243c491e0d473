import { chosenCodebook } from '@core/exchange/codebook-choice';
import { readCodebookCsv } from '@core/exchange/codebook-csv';
import type { Difference } from '@core/exchange/codebook-differences';
import { importCodebook } from '@core/exchange/codebook-import';
import { stageCodebook } from '@core/exchange/codebook-stage';
import { expect, test } from '@playwright/test';
import { codeById, commandProject, succeeded } from '../commands/command-project';
import { makeCode, makeContext } from '../make-records';

const codes = [
  makeCode({ id: 'a', name: 'A', description: 'old', set: 'tone', rev: 2 }),
  makeCode({ id: 'b', name: 'B', order: 2, archived_at: '2030-01-01T00:00:00.000Z' }),
];
const csv = [
  'key,name,description,set,color,parent,rev,archived',
  'a,Alpha,new,,teal,c,9,',
  'b,B,,mood,blue,,1,no',
  'c,C,,,,,,',
].join('\n');

type Field = Difference['field'];
const cases: readonly (readonly [
  why: string,
  choice: Readonly<Record<string, readonly Field[]>>,
  a: object,
  b: object,
])[] = [
  ['nothing', {}, { name: 'A', description: 'old', set: 'tone', rev: 2 }, { archived_at: /./ }],
  ['an empty choice', { a: [] }, { name: 'A', description: 'old', rev: 2 }, { archived_at: /./ }],
  [
    'a definition alone',
    { a: ['description'] },
    { name: 'A', description: 'new', set: 'tone', color: 'blue', parent_id: null, rev: 3 },
    { archived_at: /./ },
  ],
  [
    'a look alone, which is no revision',
    { a: ['color'] },
    { description: 'old', color: 'teal', rev: 2 },
    { archived_at: /./ },
  ],
  ['out of its set', { a: ['set'] }, { set: undefined, rev: 2 }, { archived_at: /./ }],
  ['the place alone', { a: ['parent'] }, { name: 'A', parent_id: /./, rev: 3 }, { archived_at: /./ }],
  ['back into use, in no set', { b: ['archived'] }, { rev: 2 }, { archived_at: undefined, set: undefined }],
  ['in a set, still archived', { b: ['set'] }, { rev: 2 }, { archived_at: /./, set: 'mood' }],
  [
    'all of it, with the revision of the file',
    { a: ['name', 'description', 'set', 'color', 'parent'] },
    { name: 'Alpha', description: 'new', set: undefined, color: 'teal', rev: 9 },
    { archived_at: /./ },
  ],
];

for (const [why, choice, a, b] of cases) {
  test(`taken over: ${why}`, () => {
    const on = commandProject({ code: codes });
    const staged = stageCodebook(readCodebookCsv(csv), on.codebook(), makeContext());
    const fields = new Map(Object.entries(choice).map(([id, chosen]) => [id, new Set(chosen)]));
    const chosen = chosenCodebook(staged, fields);
    const taken = succeeded(importCodebook(on.codebook(), chosen.staged, chosen.take));
    on.commit(taken.drafts);
    expect(taken.refused).toEqual([]);
    expect(taken.added).toBe(1);
    for (const [id, wanted] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const code = new Map<string, unknown>(Object.entries(codeById(on.all('code'), id)));
      for (const [field, value] of Object.entries(wanted)) {
        const found = code.get(field);
        if (value instanceof RegExp) expect(found, `${id}.${field}`).toEqual(expect.stringMatching(value));
        else expect(found, `${id}.${field}`).toEqual(value);
      }
    }
  });
}
