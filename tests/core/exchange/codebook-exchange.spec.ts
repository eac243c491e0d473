import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codesInOrder } from '@core/codebook/code-tree';
import { hues, marks } from '@core/codebook/hues';
import type { Codebook } from '@core/commands/codebook-commands';
import { readCodebookCsv, writeCodebookCsv } from '@core/exchange/codebook-csv';
import type { CodebookFile } from '@core/exchange/codebook-file';
import { importCodebook } from '@core/exchange/codebook-import';
import { readCodebookJson, writeCodebookJson } from '@core/exchange/codebook-json';
import { stageCodebook } from '@core/exchange/codebook-stage';
import { excelCsv, plainCsv } from '@core/exchange/csv';
import { exportJson } from '@core/exchange/export-json';
import { exportTables } from '@core/exchange/export-tables';
import type { Code } from '@core/model/code';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { stampOfTest } from '../../support/exchange-project';
import { codeById, commandProject, succeeded } from '../commands/command-project';
import { makeCode, makeCodes, makeContext, makeProject } from '../make-records';
import { sample, sampleTexts } from './sample-project';

const uuid = (n: number): string => `cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}`;
const words = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '=', '@', '>', ' ', "'", '北'),
});
const tidy = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?:> )+/g, ' ');

/** A codebook of any shape: names unique among siblings in use, keys unique, orders anyhow. */
const codebook: fc.Arbitrary<readonly Code[]> = fc
  .array(
    fc.record({
      name: words.map(tidy),
      parent: fc.nat(12),
      order: fc.nat(5),
      kind: fc.constantFrom('code' as const, 'folder' as const),
      set: fc.constantFrom('', 'tone', '=set'),
      color: fc.constantFrom(...hues),
      mark: fc.constantFrom(...marks),
      description: words,
      include: words,
      exclude: words,
      indicators: words,
      rev: fc.integer({ min: 1, max: 20 }),
      archived: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(
      ({ name, parent, set, archived, indicators, ...fields }, n): Code => ({
        ...fields,
        ...(indicators === '' ? {} : { indicators }),
        id: uuid(n),
        key: `k${n}`,
        // A number makes it one of its kind; a ">" at the end would be read as part of a path.
        name: `${name.replace(/>$/, '')}${n}`,
        parent_id: parent < n ? uuid(parent) : null,
        examples: [],
        ...(set === '' ? {} : { set }),
        ...(archived ? { archived_at: '2030-05-05T00:00:00.000Z' } : {}),
      }),
    ),
  );

/** A codebook without what is of one project alone: places among siblings as numbers, revisions of the codebook. */
function plain(codes: readonly Code[], withIds: boolean): unknown {
  const keys = new Map(codes.map(({ id, key }) => [id, key]));
  return codesInOrder(codes).map(({ id, parent_id, order: _o, added_in: _a, revised_in: _r, ...code }) => ({
    ...code,
    ...(withIds ? { id } : {}),
    parent: parent_id === null ? null : keys.get(parent_id),
  }));
}

function imported(file: CodebookFile, into: readonly Code[] = []) {
  const on = commandProject({ code: into });
  const staged = stageCodebook(file, on.codebook(), makeContext());
  const taken = succeeded(importCodebook(on.codebook(), staged, new Set(into.map(({ id }) => id))));
  on.commit(taken.drafts);
  return { staged, taken, codes: on.all('code'), on };
}

const stamp = { exported_at: '2031-01-01T00:00:00.000Z', generator: 'test' };
const ways: readonly (readonly [
  name: string,
  through: (codes: readonly Code[]) => CodebookFile,
  withIds: boolean,
])[] = [
  ['CSV', (codes) => readCodebookCsv(writeCodebookCsv(codes)), true],
  ['CSV for Excel', (codes) => readCodebookCsv(writeCodebookCsv(codes, excelCsv)), true],
  ['exact CSV', (codes) => readCodebookCsv(writeCodebookCsv(codes, { ...plainCsv, exact: true })), true],
  ['JSON', (codes) => readCodebookJson(writeCodebookJson('Codes', codes, stamp)), true],
];
for (const [name, through, withIds] of ways) {
  test(`${name}: a codebook goes out and comes into an empty project as it was`, () => {
    fc.assert(
      fc.property(codebook, (codes) => {
        const { staged, codes: back } = imported(through(codes));
        expect(staged.problems).toEqual([]);
        expect(plain(back, withIds)).toEqual(plain(codes, withIds));
      }),
      { numRuns: 200 },
    );
  });

  test(`${name}: into its own project it changes nothing`, () => {
    fc.assert(
      fc.property(codebook, (codes) => {
        const { staged, taken } = imported(through(codes), codes);
        expect(staged.codes.filter(({ kind }) => kind !== 'same')).toEqual([]);
        expect([staged.problems, staged.absent, taken.drafts]).toEqual([[], [], []]);
      }),
      { numRuns: 200 },
    );
  });
}

test('the table of codes among the exported tables, and a project file, are read as codebooks', () => {
  const tables = exportTables(sample, sampleTexts, stampOfTest);
  const csv = tables.find(({ name }) => name === 'codebook.csv')?.content ?? '';
  const json = exportJson(sample, sampleTexts, stampOfTest);
  for (const file of [readCodebookCsv(csv), readCodebookJson(json)]) {
    const { staged, codes } = imported(file);
    expect(staged.problems).toEqual([]);
    const names = (all: readonly Code[]) => codesInOrder(all).map(({ key, name, rev }) => [key, name, rev]);
    expect(names(codes)).toEqual(names(sample.codes));
  }
});

const here = [
  ...makeCodes('Grounds/', 'Grounds/Law', 'Tone'),
  makeCode({ id: 'Old', archived_at: '2030-01-01T00:00:00.000Z' }),
];

const found: readonly (readonly [why: string, csv: string, staged: readonly string[]])[] = [
  ['by key, though renamed', 'key,name,parent\nLaw,Treaty,Grounds', ['differs key: name Law Treaty']],
  ['by path, without regard to case', 'path\ngrounds > LAW', ['differs path: name Law LAW']],
  ['by path, the same', 'path,description\nGrounds > Law,', ['same']],
  [
    'by name, where the file knows no places',
    'Tag;Definition\nLaw;a treaty',
    ['differs path: description  a treaty'],
  ],
  ['moved to the top', 'key,path\nLaw,Law', ['differs key: parent Grounds ']],
  ['moved below another', 'key,path\nLaw,Tone > Law', ['differs key: parent Grounds Tone']],
  ['a look that is not ours is passed over', 'path,color,mark\nTone,#ff0000,zigzag', ['same']],
  ['another look', 'path,colour\nTone,teal', ['differs path: color blue teal']],
  ['archived there', 'path,archived\nTone,2031-01-01', ['differs path: archived  2031-01-01T00:00:00.000Z']],
  ['in use there', 'key,path,archived\nOld,Old,no', ['differs key: archived 2030-01-01T00:00:00.000Z ']],
  ['an archived name is free', 'path\nOld', ['new Old']],
  ['new below what is here', 'path\nGrounds > New', ['new Grounds > New']],
  ['new with a parent that is only named', 'path\nA > B > C', ['new A', 'new A > B', 'new A > B > C']],
  [
    'a parent that stands further down',
    'name,parent\nChild,Mother\nMother,',
    ['new Mother', 'new Mother > Child'],
  ],
];
function describe(file: CodebookFile, codes: readonly Code[]): readonly string[] {
  return imported(file, codes).staged.codes.map((staged) => {
    if (staged.kind === 'new') return `new ${staged.path.join(' > ')}`;
    if (staged.kind === 'same') return 'same';
    const fields = staged.differences.map(({ field, here: was, there }) => `${field} ${was} ${there}`);
    return `differs ${staged.by}: ${fields.join('; ')}`;
  });
}
for (const [why, csv, staged] of found) {
  test(`staged: ${why}`, () => {
    expect(describe(readCodebookCsv(csv), here)).toEqual(staged);
  });
}

const faulty: readonly (readonly [csv: string, problems: readonly unknown[]])[] = [
  ['colour,line\nblue,solid', [{ kind: 'no-names' }]],
  ['', [{ kind: 'no-names' }]],
  ['key,name\na,\nb,B', [{ kind: 'name-missing', at: 2 }]],
  ['path\nA >  > B', [{ kind: 'name-missing', at: 2 }]],
  ['path,name\nA,x > y', [{ kind: 'separator-in-name', at: 2 }]],
  ['name,kind\nA,group', [{ kind: 'unknown-kind', at: 2, found: 'group' }]],
  ['name,rev\nA,1.5', [{ kind: 'unknown-revision', at: 2, found: '1.5' }]],
  ['name,archived\nA,perhaps', [{ kind: 'unknown-time', at: 2, found: 'perhaps' }]],
  ['name,parent\nA,Nowhere', [{ kind: 'parent-missing', at: 2, found: 'Nowhere' }]],
  ['key,name,parent\na,A,b\nb,B,a', [{ kind: 'parent-circle', at: 3, found: 'A' }]],
  ['name,key\nA,a,extra', [{ kind: 'too-many-cells', at: 2, found: 'extra' }]],
  ['name\nA\na', [{ kind: 'twice', at: 3, name: 'a' }]],
  ['key,name\nLaw,Law\nLaw,Other', [{ kind: 'twice', at: 3, name: 'Other' }]],
  ['path,kind\nTone,folder', [{ kind: 'other-kind', at: 2, name: 'Tone' }]],
  ['name,key\n"A,a', [{ kind: 'quote-not-closed', at: 2, found: '' }]],
];
for (const [csv, problems] of faulty) {
  test(`${JSON.stringify(csv)} is read with its problems named`, () => {
    expect(imported(readCodebookCsv(csv), here).staged.problems).toEqual(problems);
  });
}

test('of a table with an open quotation mark nothing is taken: the rows after it are in one cell', () => {
  expect(readCodebookCsv('name,key\nB,b\n"A,a\nC,c').codes).toEqual([]);
});

const faultyJson: readonly (readonly [json: string, problem: unknown])[] = [
  ['{"codes": [', { kind: 'unreadable', at: 1, column: 12 }],
  ['[]', { kind: 'not-a-codebook' }],
  ['{"name": "x"}', { kind: 'not-a-codebook' }],
  ['{"format": "qda", "codes": []}', { kind: 'not-a-codebook' }],
  ['{"format": "framewright-codebook", "version": 2, "codes": []}', { kind: 'newer-version', version: 2 }],
  [
    '{"codes": [{"name": 3}]}',
    { kind: 'wrong-type', path: '$.codes[0].name', expected: 'a text', found: 'the number 3' },
  ],
  ['{"codes": [{"name": " "}]}', { kind: 'name-missing', at: 1 }],
];
for (const [json, problem] of faultyJson) {
  test(`${json} is refused or read with its problem named`, () => {
    expect(readCodebookJson(json)).toMatchObject({ codes: [], problems: [problem] });
  });
}

test('an import is one step: new codes, and only those differences that are taken over', () => {
  const codes = [makeCode({ id: 'law', rev: 2 }), makeCode({ id: 'tone', rev: 5 }), makeCode({ id: 'kept' })];
  const on = commandProject({ code: codes });
  const csv =
    'key,name,description,rev,color\nlaw,Law,new,9,\ntone,tone,new,1,teal\nkept,kept,new,,\nfresh,Fresh,,,';
  const staged = stageCodebook(readCodebookCsv(csv), on.codebook(), makeContext());
  expect(staged.absent).toEqual([]);
  const before = on.everything();
  const taken = succeeded(importCodebook(on.codebook(), staged, new Set(['law', 'tone'])));
  const changes = on.commit(taken.drafts);
  expect(taken).toMatchObject({ added: 1, changed: 2, refused: [] });
  expect(new Set(changes.map(({ batch_id }) => batch_id)).size).toBe(1);
  expect(changes.every(({ origin }) => origin === 'import')).toBe(true);
  expect(codeById(on.all('code'), 'law')).toMatchObject({
    name: 'Law',
    description: 'new',
    rev: 9,
    revised_in: 4,
  });
  expect(codeById(on.all('code'), 'tone')).toMatchObject({ description: 'new', rev: 6, color: 'teal' });
  expect(codeById(on.all('code'), 'kept')).toMatchObject({ description: '', rev: 1 });
  expect(on.all('code').find(({ key }) => key === 'fresh')).toMatchObject({ name: 'Fresh', added_in: 4 });
  expect(on.all('project')).toMatchObject([{ codebook_rev: 4 }]);
  on.undo(changes);
  expect(on.everything()).toEqual(before);
});

test('a look alone is no revision; a locked codebook takes nothing; what cannot be is refused by name', () => {
  const codes = makeCodes('a', 'a/b', 'c');
  const codebookHere: Codebook = { project: makeProject(), codes };
  const take = new Set(codes.map(({ id }) => id));
  const stagedOf = (csv: string) => stageCodebook(readCodebookCsv(csv), codebookHere, makeContext());
  const looks = succeeded(importCodebook(codebookHere, stagedOf('path,color\na,teal'), take));
  expect(looks.drafts.map(({ kind }) => kind)).toEqual(['code.set']);
  const locked: Codebook = { ...codebookHere, project: makeProject({ codebook_locked: true }) };
  expect(importCodebook(locked, stagedOf('path\nnew'), take)).toEqual({ ok: false, error: 'locked' });
  expect(importCodebook(locked, stagedOf('path\na'), take)).toMatchObject({
    ok: true,
    value: { drafts: [] },
  });
  const taken = succeeded(importCodebook(codebookHere, stagedOf('key,name,parent\nc,a,'), take));
  expect(taken).toMatchObject({ drafts: [], changed: 0, refused: [{ problem: 'name-taken' }] });
  const twin = makeCode({ id: 'gone', name: 'a', archived_at: '2030-01-01T00:00:00.000Z' });
  const both: Codebook = { ...codebookHere, codes: [...codes, twin] };
  const back = stageCodebook(readCodebookCsv('key,name,archived\ngone,a,no'), both, makeContext());
  expect(importCodebook(both, back, new Set(['gone']))).toMatchObject({
    value: { drafts: [], refused: [{ problem: 'name-taken' }] },
  });
});

test('the template is a codebook of ours: about twenty codes in folders, each defined, looks that tell them apart', () => {
  const path = resolve(
    import.meta.dirname,
    '../../../resources/templates/intervention-framing.codebook.json',
  );
  const file = readCodebookJson(readFileSync(path, 'utf8'));
  const { staged, codes } = imported(file);
  expect(file.name).toBe('Intervention framing');
  expect(staged.problems).toEqual([]);
  const applicable = codes.filter(({ kind }) => kind === 'code');
  expect(applicable.length).toBeGreaterThanOrEqual(18);
  expect(applicable.filter(({ parent_id }) => parent_id === null)).toEqual([]);
  const undefined_ = applicable.filter(({ description, include, exclude }) =>
    [description, include, exclude].includes(''),
  );
  expect(undefined_).toEqual([]);
  const looks = applicable.map(({ color, mark }) => `${color} ${mark}`);
  expect(new Set(looks).size).toBe(looks.length);
  expect(applicable.filter(({ set }) => set === 'tone')).toHaveLength(3);
  // As it is written, nothing of it was replaced.
  const stated = new Map(file.codes.map(({ key, color, mark }) => [key, `${color} ${mark}`]));
  expect(applicable.filter(({ key, color, mark }) => stated.get(key) !== `${color} ${mark}`)).toEqual([]);
});
