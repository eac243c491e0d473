import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { fictionalReports } from '../core/copies/fictional-reprints';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { selectWords } from '../support/select-words';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-copies-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

test('copies are coded by one key and stand in the exports, with their groups', async () => {
  test.setTimeout(120_000);
  const corpus = join(folder, 'wire');
  mkdirSync(corpus);
  for (const [name, text] of Object.entries(fictionalReports))
    writeFileSync(join(corpus, `${name}.txt`), text);
  const userData = join(folder, 'profile');
  const { window, close } = await launchWorkbench({
    userData,
    switches: [`--corpus=${corpus}`, '--coder=Mara Kolt'],
  });
  try {
    const desk = workbenchPage(window);
    await expect(window.getByRole('list', { name: 'Reprinted passages' }).getByRole('button')).toHaveCount(3);
    await selectWords(desk, 'two grain stores were burnt down');
    await desk.code('unrest');
    await desk.saved();
    await expect(window.getByRole('region', { name: 'Copies' })).toContainText('also in 2 documents');
    await desk.keys('k');
    await expect(window.getByText('2 copies coded.')).toBeAttached();
    await desk.saved();
  } finally {
    await close();
  }
  const [copies, annotations] = [join(folder, 'copies.csv'), join(folder, 'annotations.csv')];
  const run = await runWorkbench([`--export=${copies}`, '--format=copies', '--quit'], { userData });
  expect([run.code, run.stderr]).toEqual([0, '']);
  const groups = rowsOf(copies);
  expect(groups).toHaveLength(5 * 3 + 2 + 2 + 2);
  const crowds = groups.filter(({ text }) => text?.includes('grain stores'));
  expect(crowds.map(({ path, similarity }) => [path, similarity])).toEqual([
    ['second.txt', '1'],
    ['first.txt', '1'],
    ['third.txt', '1'],
  ]);
  await runWorkbench([`--export=${annotations}`, '--quit'], { userData });
  const coded = rowsOf(annotations);
  const [original] = coded.filter(({ copied_from }) => copied_from === '');
  expect(coded).toHaveLength(3);
  expect(coded.map(({ copy_group }) => copy_group)).toEqual(coded.map(() => crowds[0]?.['copy_group']));
  expect(coded.filter(({ copied_from }) => copied_from === original?.['annotation_id'])).toHaveLength(2);
  // A passage of the only document that is written is a copy all the same, of what stands in others.
  const part = [`--export=${annotations}`, '--only-document=second.txt', '--quit'];
  expect(await runWorkbench(part, { userData })).toMatchObject({ code: 0, stderr: '' });
  expect(rowsOf(annotations)).toEqual(coded.filter(({ path }) => path === 'second.txt'));
  const workbook = join(folder, 'coded.xlsx');
  await runWorkbench([`--export=${workbook}`, '--quit'], { userData });
  const sheet = unzipSync(readFileSync(workbook))['xl/worksheets/sheet1.xml'];
  expect(strFromU8(sheet ?? new Uint8Array())).toContain(crowds[0]?.['copy_group']);
  // What is left out of a file for want of a text is no success of a script.
  const [project = ''] = readdirSync(join(userData, 'projects'));
  rmSync(join(userData, 'projects', project, 'texts'), { recursive: true });
  expect(await runWorkbench([`--export=${annotations}`, '--quit'], { userData })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^annotations\.csv: The texts of \d documents are missing/),
  });
});
