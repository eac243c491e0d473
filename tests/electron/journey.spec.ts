import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

const corpus = resolve(import.meta.dirname, '../fixtures/wire');
const first = '01-all-news-and-deck.txt';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-journey-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = (name: string): readonly string[] =>
  readFileSync(join(corpus, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

const rowsOf = (path: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

test('open, read, code, undo, be cut off, find everything, export', async () => {
  const userData = join(folder, 'profile');
  const begun = await launchWorkbench({
    userData,
    switches: ['--coder=Mara Kolt', `--corpus=${corpus}`],
  });
  const desk = workbenchPage(begun.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(10);
  await expect(desk.article).toHaveAccessibleName(/^Compact’s harbour pilots/);
  expect(await desk.paragraphs()).toEqual(linesOf(first));

  // Headline, deck, first sentence of the body: the dateline is no sentence.
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await desk.keys('d');
  await desk.code('external interference');
  // Two codes on one passage, by pinned key.
  await desk.keys('1');
  await expect(desk.annotations.getByRole('listitem').nth(1)).toContainText('legitimacy');
  await desk.keys('d', '2');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(3);

  // An overlapping passage, by mouse.
  const line = desk.article.locator('[data-line="4"]');
  const box = await line.boundingBox();
  if (box === null) throw new Error('The fifth paragraph is on screen');
  await begun.window.mouse.move(box.x + 2, box.y + 12);
  await begun.window.mouse.down();
  await begun.window.mouse.move(box.x + 160, box.y + 12, { steps: 4 });
  await begun.window.mouse.up();
  await desk.code('order restored');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(4);

  await desk.keys('m');
  const memo = begun.window.getByRole('textbox', { name: 'Memo' });
  await expect(memo).toBeFocused();
  await begun.window.keyboard.type('Credits the bloc, not the port.');
  await begun.window.keyboard.press('Escape');
  await expect(desk.article).toBeFocused();
  await desk.saved();

  // A step undone and done again, then one more that stays.
  const before = await desk.quotes();
  await desk.keys('d', 'd', 'd');
  await desk.code('performance');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(5);
  await desk.keys('Control+z');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(4);
  await expect.poll(() => desk.quotes()).toEqual(before);
  await desk.keys('Control+Shift+z');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(5);
  await desk.saved();
  const quotes = await desk.quotes();
  expect(await desk.paragraphs()).toEqual(linesOf(first));
  await begun.killGroup();

  const again = await launchWorkbench({ userData });
  const found = workbenchPage(again.window);
  await expect(found.documents.getByRole('option')).toHaveCount(10);
  await expect(found.annotations.getByRole('listitem')).toHaveCount(5);
  expect(await found.quotes()).toEqual(quotes);
  await found.saved();
  await expect(found.codes.getByRole('row', { name: /^legitimacy/ })).toBeVisible();
  const layers = Object.keys(await found.painted());
  expect(layers).toEqual(expect.arrayContaining(['fw-tint-blue', 'fw-overlap-2']));

  // Undo reaches across the restart: the code it created goes with its coding.
  await found.keys('Control+z');
  await expect(found.annotations.getByRole('listitem')).toHaveCount(4);
  await expect(found.codes.getByRole('row', { name: /^performance/ })).toHaveCount(0);
  await found.keys('Control+Shift+z');
  await expect(found.annotations.getByRole('listitem')).toHaveCount(5);

  // Export by the dialog.
  const csv = join(folder, 'out.csv');
  await again.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, csv);
  await again.window.getByRole('button', { name: 'Export…' }).click();
  const dialog = again.window.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^CSV/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect(dialog).toHaveCount(0);
  const rows = rowsOf(csv);
  expect(rows).toHaveLength(6);
  for (const row of rows) {
    const text = readFileSync(join(corpus, row['path'] ?? ''), 'utf8');
    expect(text.slice(Number(row['start']), Number(row['end']))).toBe(row['quote']);
    expect(row['coder']).toBe('Mara Kolt');
  }
  expect(rows.map((row) => row['memo']).filter((memo) => memo !== '')).toEqual([
    'Credits the bloc, not the port.',
  ]);
  await again.close();
});

test('switches: import, export in every format, and back again', async () => {
  const userData = join(folder, 'profile');
  const seeded = await launchWorkbench({ userData, switches: ['--coder=Mara Kolt', `--corpus=${corpus}`] });
  const desk = workbenchPage(seeded.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(10);
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d', 'd', '1', 'u', 'Control+Enter');
  await desk.saved();
  await seeded.close();

  const json = join(folder, 'project.json');
  const exported = await runWorkbench(
    [`--export=${json}`, `--export=${join(folder, 'a.csv')}`, `--export=${folder}/tables/`, '--quit'],
    { userData },
  );
  expect(exported.stderr).toBe('');
  expect(exported.code).toBe(0);
  expect(JSON.parse(exported.stdout)).toMatchObject({
    tasks: [{ format: 'json' }, { format: 'csv' }, { format: 'tables' }],
  });
  expect(rowsOf(join(folder, 'a.csv'))).toHaveLength(2);
  expect(rowsOf(join(folder, 'tables/documents.csv'))).toHaveLength(10);

  const other = join(folder, 'other');
  const copy = join(folder, 'copy.json');
  const returned = await runWorkbench(
    [`--import=${json}`, `--export=${copy}`, '--quit', '--coder=Mara Kolt'],
    {
      userData: other,
    },
  );
  expect(returned.stderr).toBe('');
  expect(returned.code).toBe(0);
  const content = (path: string): Record<string, unknown> => {
    const {
      exported_at: _at,
      project: _project,
      coders: _coders,
      ...rest
    } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return rest;
  };
  expect(content(copy)).toEqual(content(json));

  const twice = await runWorkbench([`--import=${json}`, '--quit'], { userData: other });
  expect(JSON.parse(twice.stdout)).toMatchObject({ tasks: [{ changes: 0 }] });
});
