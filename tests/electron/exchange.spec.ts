import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { exportJson } from '@core/exchange/export-json';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import papaparse from 'papaparse';
import { verifyProjectFile } from '../../scripts/verify-project-file.mjs';
import { sample, sampleTexts } from '../core/exchange/sample-project';
import { stampOfTest } from '../support/exchange-project';
import { launchWorkbench, runWorkbench } from '../support/launch';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-exchange-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const schema = resolve(import.meta.dirname, '../../../shared/schemas/refi-qda/refi-Project.xsd');

test('a project file brings everything back, original files too', async () => {
  writeFileSync(at('wire.txt'), '\ufeffRoads open in Velda\r\n\r\nThe council said so.\r\n');
  writeFileSync(at('in.json'), exportJson(sample, sampleTexts, stampOfTest));
  const one = await runWorkbench(
    [
      ...['--quit', '--coder=Ada', `--corpus=${at('wire.txt')}`, `--import=${at('in.json')}`],
      ...[`--export=${at('all.framewright')}`, `--export=${at('one.json')}`],
    ],
    { userData: at('one') },
  );
  expect(one.stderr).toBe('');
  // The file is what was written, and its journal the one that the audit trail of the same project tells of.
  const audit = await runWorkbench([`--export=${at('audit.csv')}`, '--format=audit', '--quit'], {
    userData: at('one'),
  });
  expect([audit.code, audit.stderr]).toEqual([0, '']);
  const rows = papaparse.parse<Record<string, string>>(readFileSync(at('audit.csv'), 'utf8'), {
    ...{ header: true, skipEmptyLines: true },
  }).data;
  const verified = verifyProjectFile(readFileSync(at('all.framewright')));
  expect(verified).toMatchObject({ ok: true, changes: rows.length });
  expect(rows.filter(({ kind }) => kind === 'document.added').every(({ document }) => document !== '')).toBe(
    true,
  );
  const entries = Object.keys(unzipSync(readFileSync(at('all.framewright'))));
  expect(entries).toContain('journal.jsonl');
  expect(entries.filter((name) => name.startsWith('originals/'))).toHaveLength(1);
  // A part of a project tells nothing of the rest, whose every passage is in the journal.
  await runWorkbench([`--export=${at('part.framewright')}`, '--only-coder=Ada', '--quit'], {
    userData: at('one'),
  });
  const part = readFileSync(at('part.framewright'));
  expect(verifyProjectFile(part)).toMatchObject({ ok: true });
  expect(Object.keys(unzipSync(part))).toEqual(entries.filter((name) => name !== 'journal.jsonl'));
  const file = `--import=${at('all.framewright')}`;
  await runWorkbench(
    [
      ...['--quit', '--coder=Ada', file, file, `--export=${at('two.json')}`],
      ...[`--export=${at('all2.framewright')}`],
    ],
    { userData: at('two') },
  );
  const recordsOf = (name: string) => {
    const { documents, annotations, codes, memos, links, passes } = JSON.parse(
      readFileSync(at(name), 'utf8'),
    ) as Readonly<Record<string, unknown>>;
    return { documents, annotations, codes, memos, links, passes };
  };
  expect(recordsOf('two.json')).toEqual(recordsOf('one.json'));
  expect(Object.keys(unzipSync(readFileSync(at('all2.framewright')))).toSorted()).toEqual(entries.toSorted());
});

interface Told {
  readonly tasks: readonly {
    readonly task: string;
    readonly added?: Readonly<Record<string, number>>;
    readonly changes?: number;
    readonly losses?: readonly { readonly kind: string; readonly count: number }[];
  }[];
}

test('switches: out to REFI and W3C and other forms, and in again into an empty project', async () => {
  writeFileSync(at('in.json'), exportJson(sample, sampleTexts, stampOfTest));
  const names = ['out.qdpx', 'out.qdc', 'out.jsonld', 'report.html', 'codes.md'];
  const out = await runWorkbench(
    ['--quit', '--coder=Ada', `--import=${at('in.json')}`, ...names.map((name) => `--export=${at(name)}`)],
    { userData: at('one') },
  );
  const told = JSON.parse(out.stdout) as Told; // the program's own line
  expect(told.tasks.map(({ task }) => task)).toEqual(['import', ...names.map(() => 'export')]);
  expect(told.tasks[1]?.losses?.map(({ kind }) => kind)).toContain('speaker');
  const archive = unzipSync(readFileSync(at('out.qdpx')));
  writeFileSync(at('project.qde'), archive['project.qde'] ?? '');
  if (existsSync(schema) && spawnSync('xmllint', ['--version']).error === undefined) {
    expect(spawnSync('xmllint', ['--noout', '--schema', schema, at('project.qde')]).status).toBe(0);
  }
  const back = await runWorkbench(
    [
      '--quit',
      '--coder=Ada',
      `--import=${at('out.qdpx')}`,
      `--import=${at('out.jsonld')}`,
      `--export=${at('again.qdpx')}`,
    ],
    { userData: at('two') },
  );
  const [first, second] = (JSON.parse(back.stdout) as Told).tasks; // the program's own line
  expect(first?.added?.['document']).toBe(sample.documents.length);
  // All that REFI can hold is here by now.
  expect(second?.added?.['annotation'] ?? 0).toBeLessThanOrEqual(1);
  const again = unzipSync(readFileSync(at('again.qdpx')));
  expect(Object.keys(again)).toEqual(Object.keys(archive));
});

test('a bomb and other traps are refused by name, and nothing is changed', async () => {
  writeFileSync(
    at('bomb.qdpx'),
    zipSync({ 'project.qde': strToU8('<a/>'), 'a.txt': new Uint8Array(40_000_000) }),
  );
  writeFileSync(at('slip.qdpx'), zipSync({ '../../a.txt': strToU8('x'), 'project.qde': strToU8('<a/>') }));
  writeFileSync(
    at('entity.qdc'),
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><CodeBook>&b;</CodeBook>',
  );
  const names = ['bomb.qdpx', 'slip.qdpx', 'entity.qdc'];
  const { code, stderr } = await runWorkbench(['--quit', ...names.map((name) => `--import=${at(name)}`)], {
    userData: at('one'),
  });
  expect(code).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(names);
  expect(lines[0]).toContain('unpacks to far more');
  expect(lines[1]).toContain('leads elsewhere');
  expect(lines[2]).toContain('document-type');
});

async function choose(app: Awaited<ReturnType<typeof launchWorkbench>>['app'], open: string, save: string) {
  await app.evaluate(
    ({ dialog }, [from, to]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [from ?? ''] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: to ?? '' });
    },
    [open, save],
  );
}

const command = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill(name);
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
};

test('dialogs: a REFI project is shown, comes in as one step, goes out, and goes out again', async () => {
  writeFileSync(at('in.json'), exportJson(sample, sampleTexts, stampOfTest));
  await runWorkbench(['--quit', '--coder=Ada', `--import=${at('in.json')}`, `--export=${at('in.qdpx')}`], {
    userData: at('one'),
  });
  const { app, window: page, close } = await launchWorkbench({ switches: ['--coder=Ada'] });
  try {
    await choose(app, at('in.qdpx'), at('out.qdpx'));
    await page.getByRole('button', { name: 'Import a project or codebook…' }).click();
    const review = page.getByRole('dialog', { name: 'Import “in.qdpx”' });
    await expect(review).toContainText('written by framewright');
    await expect(review).toContainText('agree with this reading');
    await review.getByRole('button', { name: 'Import', exact: true }).click();
    const options = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
    await expect(options).toHaveCount(sample.documents.length);
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: 'REFI-QDA project' }).check({ force: true });
    await expect(dialog.getByRole('list', { name: 'Not in the format' })).toContainText(
      'blocks and sentences',
    );
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const report = page.getByRole('dialog', { name: 'Export report' });
    await expect(report).toContainText('blocks and sentences');
    await report.getByRole('button', { name: 'Close' }).click();
    rmSync(at('out.qdpx'));
    await command(page, 'Export again');
    await expect(report).toBeVisible();
    expect(existsSync(at('out.qdpx'))).toBe(true);
    await report.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(options).toHaveCount(0);
  } finally {
    await close();
  }
});
