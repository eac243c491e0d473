import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { drop } from '../support/drop-files';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { encodeLegacy } from '../support/legacy-bytes';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-import-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function withWindow(work: (workbench: Workbench) => Promise<void>): Promise<void> {
  const workbench = await launchWorkbench({ switches: ['--coder=Mara Kolt'] });
  try {
    await expect(workbench.window.getByRole('button', { name: 'Open corpus…' })).toBeVisible();
    await work(workbench);
  } finally {
    await workbench.close();
  }
}

test('a folder and a file that are dropped on the window come in together, and go together', async () => {
  put('wire/anv/1.txt', 'Roads open in Velda\n\nThe council said so.\n');
  put('wire/2.txt', 'Quays open in Velda\n\nThe council said so.\n');
  put('wire/scan.pdf', '%PDF-1.7');
  put('loose.txt', 'Ferries resume off Veld\n\nThe first left at noon.\n');
  await withWindow(async ({ window: page }) => {
    const url = page.url();
    await drop(page, [join(folder, 'wire'), join(folder, 'loose.txt')]);
    const report = page.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('row')).toHaveCount(2);
    await expect(report.getByRole('row', { name: /wire\/scan\.pdf/ })).toContainText(
      /^wire\/scan\.pdfSkipped.*\(Invalid PDF structure\)\. Save it/,
    );
    await report.getByRole('button', { name: 'Close' }).click();
    const options = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
    await expect(options).toHaveCount(3);
    await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
    expect(page.url()).toBe(url);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(options).toHaveCount(0);
  });
});

test('one folder that is dropped is the same corpus as when it is opened', async () => {
  put('wire/1.txt', 'Roads open in Velda\n\nThe council said so.\n');
  await withWindow(async ({ window: page }) => {
    await drop(page, [join(folder, 'wire')]);
    await expect(page.getByRole('article', { name: 'Roads open in Velda' })).toBeVisible();
    await drop(page, [join(folder, 'wire')]);
    await expect(page.getByText('Every text of it is in the project already.')).toBeVisible();
  });
});

test('an encoding that nobody can tell is asked about, and chosen anew from the kept bytes when the file is gone', async () => {
  put('wire/1.txt', encodeLegacy('порт\n', 'koi8-r'));
  await withWindow(async ({ window: page }) => {
    await drop(page, [join(folder, 'wire')]);
    const article = page.getByRole('region', { name: 'Reader' }).getByRole('article');
    const question = page.getByRole('dialog', { name: 'How is this text written?' });
    await expect(question).toContainText('1.txt');
    await question.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: /\(koi8-r\)/ }).click();
    await expect(question.getByRole('region', { name: 'How it reads' })).toContainText('порт');
    await question.getByRole('button', { name: 'Take in the text' }).click();
    await expect(article).toContainText('порт');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    rmSync(join(folder, 'wire'), { recursive: true });
    await page.getByRole('button', { name: 'Details of the document' }).click();
    const details = page.getByRole('dialog', { name: 'Document details' });
    await details.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: 'Cyrillic (windows-1251)' }).click();
    await expect(details.getByRole('button', { name: /Encoding/ })).toContainText('windows-1251');
    // The dialog has kept the focus, and so its keys.
    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
    await expect(article).toContainText('РПТФ');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(article).toContainText('порт');
  });
});

interface ExportedDocument {
  readonly path: string;
  readonly text?: string;
  readonly length: number;
}

async function importAndRead(corpus: string, ...switches: readonly string[]) {
  const path = join(folder, 'project.json');
  const run = await runWorkbench([`--corpus=${corpus}`, `--export=${path}`, ...switches, '--quit'], {
    userData: join(folder, 'profile'),
    timeout: 280_000,
  });
  const { documents } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly documents: readonly ExportedDocument[];
  };
  return { run, documents };
}

test('a folder of oddities: names, links, pipes, halves of characters, UTF-16 without a mark', async () => {
  test.skip(process.platform === 'win32', 'Windows refuses most of these names');
  const names = [`it's "q".txt`, 'two\nlines.txt', '\u202Etxt.exe.txt', '😀.txt'];
  for (const name of names) put(`odd/${name}`, `Report of ${names.indexOf(name)}\n\nWith a body of it.\n`);
  const wide = Buffer.from('Wide report of the day\n\nThe quay was full at last.\n', 'utf16le');
  put('odd/le.txt', wide);
  put('odd/be.txt', Buffer.from(wide).swap16());
  put('odd/half.txt', Buffer.from('\uFEFFHalf a sign: \uD83D here\n\nBody of it.\n', 'utf16le'));
  put(
    'odd/binary.txt',
    Uint8Array.from({ length: 4096 }, (_, n) => (n * 7) % 256),
  );
  put('odd/empty.txt', '');
  symlinkSync('.', join(folder, 'odd/loop'));
  symlinkSync('/etc/passwd', join(folder, 'odd/passwd.txt'));
  execFileSync('mkfifo', [join(folder, 'odd/pipe.txt')]);
  const { run, documents } = await importAndRead(join(folder, 'odd'));
  expect(run.code).toBe(1);
  const told = run.stderr
    .trim()
    .split('\n')
    .map((line) => /^(\S+?)(?::| )/.exec(line)?.[1])
    .sort();
  expect(told).toEqual(['binary.txt', 'empty.txt', 'loop', 'passwd.txt', 'pipe.txt']);
  const byPath = new Map(documents.map((document) => [document.path, document.text]));
  expect([...byPath.keys()].sort()).toEqual([...names, 'le.txt', 'be.txt', 'half.txt'].sort());
  expect(byPath.get('le.txt')).toBe(byPath.get('be.txt'));
  expect(byPath.get('le.txt')).toContain('Wide report of the day');
  expect(byPath.get('half.txt')).toContain('Half a sign: \uFFFD here');
});
