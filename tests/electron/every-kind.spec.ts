import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { harmful, madeFiles, makeFolder, password, reportRows } from '../support/every-kind';
import { launchWorkbench, type Workbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

/** Makes parsers hang, die and swell of three texts, and one file vanish between its listing and its reading. */
async function prepareHarm({ app }: Workbench): Promise<void> {
  await app.context().addInitScript(({ hangs, crashes, swells }) => {
    if (!location.pathname.endsWith('/parser.html')) return;
    class HarmedDecoder extends TextDecoder {
      override decode(...given: Parameters<TextDecoder['decode']>): string {
        const text = super.decode(...given);
        if (text.startsWith(crashes)) document.title = 'crash';
        const held: Uint8Array[] = [];
        // Three times what is allowed, and not all that the machine has, should nobody end it.
        while (text.startsWith(swells) && held.length < 96) held.push(new Uint8Array(2 ** 24).fill(1));
        if ([hangs, crashes, swells].some((begins) => text.startsWith(begins))) for (;;);
        return text;
      }
    }
    Object.assign(window, { TextDecoder: HarmedDecoder });
  }, harmful);
  await app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_, contents) => {
      contents.on('page-title-updated', (_event, title) => {
        if (title === 'crash') contents.forcefullyCrashRenderer();
      });
    });
    const { promises } = process.getBuiltinModule('node:fs');
    const { realpath } = promises;
    const vanishing = async (path: string): Promise<string> => {
      if (path.endsWith('vanishes.txt')) await promises.unlink(path).catch(() => undefined);
      return realpath(path);
    };
    Object.assign(promises, { realpath: vanishing });
  });
}

/** Answers one dialog of the import after the other until its report is there; what was asked about each file. */
async function answerAll(page: Page): Promise<readonly string[]> {
  const report = page.getByRole('dialog', { name: 'Import report' });
  const questions = {
    encoding: page.getByRole('dialog', { name: 'How is this text written?' }),
    password: page.getByRole('dialog', { name: 'This file is locked' }),
    split: page.getByRole('dialog', { name: 'A download of several documents' }),
    table: page.getByRole('dialog', { name: 'Columns of the table' }),
    twins: page.getByRole('dialog', { name: 'The same text under two names' }),
  };
  const asked: string[] = [];
  for (;;) {
    const any = page.getByRole('dialog').first();
    await expect(any).toBeVisible({ timeout: 400_000 });
    if (await report.isVisible()) return asked;
    for (const [kind, dialog] of Object.entries(questions)) {
      if (!(await dialog.isVisible())) continue;
      const words = await dialog.innerText();
      const file = madeFiles.find(([path]) => words.includes(path));
      asked.push(`${kind} ${file?.[0] ?? '?'}`);
      if (kind === 'password') await dialog.getByLabel('Password').fill(password);
      const take = dialog.getByRole('button', { name: /^(?:Take in|Open the file)/ });
      const isKnown = await take.isEnabled();
      await (isKnown ? take : dialog.getByRole('button', { name: 'Leave it out' })).click();
      await expect(dialog.filter({ hasText: file?.[0] ?? '' })).toHaveCount(0);
    }
  }
}

test('a folder with a file of every kind and every hostile class: the report, row by row', async () => {
  test.skip(process.platform === 'win32', 'Windows refuses most of the names');
  test.setTimeout(700_000);
  const folder = mkdtempSync(join(tmpdir(), 'framewright-kinds-'));
  makeFolder(folder);
  const workbench = await launchWorkbench({ switches: ['--coder=Mara Kolt'] });
  try {
    await prepareHarm(workbench);
    await workbench.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, folder);
    const { window: page } = workbench;
    await page.getByRole('button', { name: 'Open corpus…' }).click();
    const asked = await answerAll(page);
    expect([...asked].sort()).toEqual(
      madeFiles
        .flatMap(([path, , { asked: kind }]) => (kind === undefined ? [] : [`${kind} ${path}`]))
        .sort(),
    );

    const report = page.getByRole('dialog', { name: 'Import report' });
    const rows = await report
      .getByRole('row')
      .evaluateAll((all) =>
        all
          .slice(1)
          .map((row) => [...row.children].map(({ textContent }) => textContent) as [string, string]),
      );
    const told = new Map(rows);
    expect([...told.keys()].sort()).toEqual(reportRows.map(([path]) => path).sort());
    const otherwise = reportRows.map(([path, row]) => [path, row, told.get(path) ?? ''] as const);
    expect(otherwise.filter(([, row, words]) => !row.test(words))).toEqual([]);
    await report.getByRole('button', { name: 'Close' }).click();

    // What came in is there under its title, and nothing else is.
    const desk = workbenchPage(page);
    const titles = madeFiles.flatMap(([, , { titles: own = [] }]) => own);
    const options = desk.documents.getByRole('option');
    await expect(options).toHaveCount(titles.length);
    const shown = await options.allInnerTexts();
    const left = [...titles].filter((title) => {
      const at = shown.findIndex((text) => text.startsWith(title));
      if (at >= 0) shown.splice(at, 1);
      return at < 0;
    });
    expect([left, shown]).toEqual([[], []]);
    await desk.saved();

    // Its words came through: a code page, UTF-16 without a mark, columns in their order, half a character.
    for (const [title, words] of [
      [/^Совет порта Харна/, 'причалы откроются через неделю'],
      [/^Lamp of be /, 'The lamp of be was lit at dusk.'],
      [/^Lamp of columns/, 'the whole council, which had come by boat. Nobody saw the ferry leave the quay'],
      [/^Lamp of surrogate/, 'Half: \uFFFD here.'],
      [/^Hafenrat hört/, 'Der Rat des Hafens von Harn hörte am Freitag seine Lotsen.'],
    ] as const) {
      await options.filter({ hasText: title }).first().click();
      await expect(desk.article).toContainText(words);
    }
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(options).toHaveCount(0, { timeout: 200_000 });
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
