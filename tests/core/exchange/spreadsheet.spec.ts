import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportCsv } from '@core/exchange/export-csv';
import { exportWorkbook } from '@core/exchange/workbook/export-workbook';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { generateProject } from '../../support/generate-project';
import { drill, recordDrill, trials } from '../../support/trials';
import { sample, sampleTexts } from './sample-project';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-sheets-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const has = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;

function workbook(...given: Parameters<typeof exportWorkbook>): Uint8Array {
  const files = exportWorkbook(...given);
  if (!files.ok) throw new Error(files.error);
  return zipSync(Object.fromEntries(files.value.map(({ name, content }) => [name, strToU8(content)])));
}

/** Opens files as LibreOffice does, and answers the flat XML of each sheet. */
function opened(names: readonly string[]): readonly string[] {
  const out = join(folder, 'out');
  const { status, stderr } = spawnSync(
    'soffice',
    [
      ...['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', 'fods'],
      ...['--outdir', out, ...names.map((name) => join(folder, name))],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return names.map((name) => readFileSync(join(out, name.replace(/\.\w+$/, '.fods')), 'utf8'));
}
const formulas = (sheet: string): number => sheet.split('table:formula=').length - 1;

test(drill('LibreOffice finds no formula in safe CSV and in the workbook'), () => {
  test.skip(!has('soffice', '--version'), 'soffice is not installed');
  test.setTimeout(600_000);
  const seeds = Array.from({ length: trials(4, 60) }, (_, seed) => seed);
  const names: string[] = [];
  const keep = (name: string, content: string | Uint8Array): void => {
    names.push(name);
    writeFileSync(join(folder, name), content);
  };
  // What is not guarded runs: else nothing could be found at all.
  keep('exact.csv', exportCsv(sample, sampleTexts, { exact: true }));
  for (const seed of seeds) {
    const { snapshot, texts } = generateProject(seed);
    keep(`safe-${seed}.csv`, exportCsv(snapshot, texts));
    keep(`book-${seed}.xlsx`, workbook(snapshot, texts));
  }
  const [exact = '', ...safe] = opened(names);
  expect(formulas(exact)).toBeGreaterThan(0);
  expect(safe.map(formulas)).toEqual(safe.map(() => 0));
  recordDrill({ trials: safe.length, lost: 0 });
});

const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
  sheet.title: {
    "frozen": sheet.freeze_panes,
    "filter": sheet.auto_filter.ref,
    "size": sheet.dimensions,
    "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
    "dates": sorted({head.value for row in sheet.iter_rows(min_row=2) for head, cell in zip(sheet[1], row) if cell.is_date and cell.value is not None}),
    "links": len(sheet._hyperlinks),
  } for sheet in book
} | {"macros": book.vba_archive is not None, "external": len(book._external_links)}))
`;

test('openpyxl reads the workbook: frozen headers, filters over all, dates as dates, nothing that runs', () => {
  test.skip(!has('python3', '-c', 'import openpyxl'), 'openpyxl is not installed');
  for (const [name, { snapshot, texts }] of [
    ['sample', { snapshot: sample, texts: sampleTexts }],
    ...[0, 1, 2].map((seed) => [`seed ${seed}`, generateProject(seed)] as const),
  ] as const) {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, workbook(snapshot, texts));
    const read = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(read.stderr, name).toBe('');
    const { macros, external, ...sheets } = JSON.parse(read.stdout) as Record<
      string,
      { frozen: string; filter: string; size: string; formulas: number; dates: string[]; links: number }
    >;
    expect([macros, external], name).toEqual([false, 0]);
    expect(Object.keys(sheets)).toEqual(['annotations', 'documents', 'codes', 'codes by document']);
    for (const [title, sheet] of Object.entries(sheets)) {
      expect(sheet, `${name}, ${title}`).toMatchObject({ frozen: 'A2', formulas: 0, links: 0 });
      expect(sheet.filter, `${name}, ${title}`).toBe(sheet.size);
    }
    expect(sheets['annotations']?.dates, name).toEqual(expect.arrayContaining(['created_at', 'modified_at']));
  }
});
