import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';
import { runWorkbench } from '../support/workbench-process';

const reports = resolve(import.meta.dirname, '../../resources/sample/reports');
const folder = mkdtempSync(join(tmpdir(), 'framewright-search-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('--search writes the hits; a query that is not understood says where', async () => {
  test.setTimeout(120_000);
  const userData = join(folder, 'scripted');
  const csv = join(folder, 'hits.csv');
  const run = await runWorkbench(
    [
      ...[`--corpus=${reports}`, '--coder=Mara Kolt', `--export=${csv}`, '--quit'],
      '--search=/\\border\\w*/i AND NOT title:nothing -coder:MK',
    ],
    { userData },
  );
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  const [header = '', ...rows] = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(header).toMatch(/^document_id,document,path,start,end,left,hit,right,codes(,attr\.\w+)+$/);
  expect(rows.length).toBeGreaterThan(3);
  const { tasks } = JSON.parse(run.stdout) as { tasks: { task: string; hits?: number }[] };
  expect(tasks.find(({ task }) => task === 'search')?.hits).toBe(rows.length);

  const bad = await runWorkbench(['--search=order (calm', `--export=${csv}`, '--quit'], { userData });
  expect(bad.code).toBe(1);
  expect(bad.stderr).toContain('This bracket is not closed. (character 7)');
});

test('search finds in the real program, under its policy, and a runaway expression is stopped', async () => {
  test.setTimeout(120_000);
  const { window, close } = await launchWorkbench({ switches: [`--corpus=${reports}`, '--coder=Mara Kolt'] });
  try {
    const errors: string[] = [];
    window.on('pageerror', (error) => errors.push(String(error)));
    window.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await expect(window.getByRole('region', { name: 'Reader' }).getByRole('article')).toBeVisible();
    await window.keyboard.press('Alt+4');
    const field = window.getByRole('searchbox', { name: 'Search the corpus' });
    const rows = window.getByRole('grid', { name: 'Passages found' }).locator('[data-row]');
    await field.fill('order');
    await expect(rows.first()).toBeVisible();
    await field.fill('/(\\w+\\s?)+#/');
    await expect(window.getByText('did not come to an end within 2 seconds')).toBeVisible();
    await field.fill('/\\bord(er|ers)\\b/');
    await expect(rows.first()).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await close();
  }
});
