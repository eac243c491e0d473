import type { Page } from '@playwright/test';
import { expect, test, wireFiles } from './workbench-fixture';

/** What a drag over the window brings: files of the system, or words of a page. */
interface Dragged {
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly words?: string;
}

/** Drags something over an element and answers whether the page took the drop for itself. */
function drag(page: Page, selector: string, what: Dragged, ...events: readonly string[]): Promise<boolean> {
  return page.evaluate(
    ([target, { files, words }, names]) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files) transfer.items.add(new File([text], name));
      if (words !== undefined) transfer.setData('text/plain', words);
      const element = document.querySelector(target);
      return names
        .map((name) => {
          const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
          const event = new DragEvent(name, options);
          element?.dispatchEvent(event);
          return event.defaultPrevented;
        })
        .every(Boolean);
    },
    [selector, what, events] as const,
  );
}

const texts = [
  ['one.txt', 'Ferries resume off Veld\nagency: NORA\nThe first ferry left at noon.'],
  ['two.txt', 'Ferries stop off Veld\nagency: NORA\nThe last ferry left at dusk.'],
] as const;

test('while the first texts are read, nothing is offered that would have to wait for them', async ({
  page,
  served,
}) => {
  await page.goto(served.url);
  await page.waitForFunction(() => 'workbenchHarness' in globalThis);
  await page.evaluate((files) => {
    const { bridge } = window.workbenchHarness;
    window.workbenchHarness.offer(files);
    const freeze = bridge.freezeFiles.bind(bridge);
    const isWanted = new Promise((resolve) => addEventListener('go-on', resolve, { once: true }));
    bridge.freezeFiles = async (some) => {
      await isWanted;
      return freeze(some);
    };
  }, wireFiles);
  const open = page.getByRole('button', { name: 'Open corpus…' });
  await open.click();
  await expect(page.getByText('The first texts are on their way.')).toBeVisible();
  await expect(open).toHaveCount(0);
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.evaluate(() => dispatchEvent(new Event('go-on')));
  await expect(page.getByText('Import stopped before a document came in.')).toBeVisible();
  await open.click();
  await expect(page.getByRole('article')).toBeVisible();
});

test.describe('dropping files on the window', () => {
  const frame = 'Drop to open these texts';

  test('shows a frame while they are dragged over it, and takes them in as one step', async ({ desk }) => {
    const { page, documents } = desk;
    const before = await documents.getByRole('option').count();
    expect(await drag(page, 'article', { files: texts }, 'dragenter', 'dragover')).toBe(true);
    await expect(page.getByText(frame)).toBeVisible();
    await drag(page, 'article', { files: texts }, 'dragleave');
    await expect(page.getByText(frame)).toHaveCount(0);
    expect(await drag(page, 'article', { files: texts }, 'dragenter', 'dragover', 'drop')).toBe(true);
    await expect(page.getByText(frame)).toHaveCount(0);
    await expect(documents.getByRole('option')).toHaveCount(before + 2);
    await expect(page.getByText('2 documents imported')).toBeVisible();
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(documents.getByRole('option')).toHaveCount(before);
  });

  test('over a field as over anything else', async ({ desk }) => {
    const { page, documents } = desk;
    const before = await documents.getByRole('option').count();
    await drag(page, 'input', { files: texts }, 'dragenter', 'dragover', 'drop');
    await expect(documents.getByRole('option')).toHaveCount(before + 2);
    await expect(page.getByRole('searchbox', { name: 'Filter documents' })).toHaveValue('');
  });

  test('lets words be that are dragged', async ({ desk }) => {
    const { page } = desk;
    const words = { files: [], words: 'ferry' };
    expect(await drag(page, 'input', words, 'dragenter')).toBe(false);
    expect(await drag(page, 'input', words, 'dragover')).toBe(false);
    expect(await drag(page, 'input', words, 'drop')).toBe(false);
    await expect(page.getByText(frame)).toHaveCount(0);
  });

  test('says so where nothing of it lies on the disk', async ({ desk }) => {
    const { page } = desk;
    await drag(page, 'article', { files: [['nothing.txt', '']] }, 'dragover', 'drop');
    await expect(page.getByRole('alert')).toContainText('not a file or folder of this computer');
  });
});

/** Imports documents whose encoding was guessed wrongly, and how sure the guess was of each. */
function importMisread(page: Page, ...confidences: readonly number[]): Promise<void> {
  return page.evaluate((guesses) => {
    window.workbenchHarness.offer(
      guesses.map((confidence, at) => ({
        ...{ path: `misread ${at}.txt`, text: `Ïîðò çàêðûò ${at}\n\nÊîðàáëè æäóò ó ïðè÷àëà.` },
        encoding: { label: 'windows-1252', told_by: 'guess' as const, confidence },
        again: { 'windows-1251': `Порт закрыт ${at}\n\nКорабли ждут у причала.` },
      })),
    );
    window.workbenchHarness.bridge.menu('open-corpus-folder');
  }, confidences);
}

test.describe('an encoding that was guessed', () => {
  test('is asked about where hardly anything tells it, once for all that are so, with what it makes of the text', async ({
    desk,
  }) => {
    const { page, documents } = desk;
    const before = await documents.getByRole('option').count();
    await importMisread(page, 0.1, 0.5, 0.05, 0.2);
    const question = page.getByRole('dialog', { name: 'How is this text written?' });
    await expect(question).toContainText('misread 0.txt');
    const preview = question.getByRole('region', { name: 'How it reads' });
    await expect(preview).toContainText('Ïîðò çàêðûò 0');
    // The one that is sure enough is in already.
    await expect(documents.getByRole('option')).toHaveCount(before + 1);
    const encoding = question.getByRole('button', { name: /Encoding/ });
    await encoding.click();
    await page.getByRole('option', { name: 'Cyrillic (windows-1251)' }).click();
    await expect(preview).toContainText('Порт закрыт 0');
    await expect(encoding).toContainText('Cyrillic (windows-1251)');
    // The next one is another question, until it is said to be none.
    await question.getByRole('button', { name: 'Take in the text' }).click();
    await expect(question).toContainText('misread 2.txt');
    await expect(preview).toContainText('Ïîðò çàêðûò 2');
    await encoding.click();
    await page.getByRole('option', { name: 'Cyrillic (windows-1251)' }).click();
    await expect(preview).toContainText('Порт закрыт 2');
    await question.getByRole('checkbox', { name: /^Read the other file/ }).check();
    await question.getByRole('button', { name: 'Take in the text' }).click();
    await expect(question).toHaveCount(0);
    await expect(documents.getByRole('option')).toHaveCount(before + 4);
    for (const at of [0, 2, 3])
      await expect(documents.getByRole('option', { name: `Порт закрыт ${at}` })).toBeVisible();
    // What a person chose is nothing to check.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(documents.getByRole('option')).toHaveCount(before);

    await importMisread(page, 0.1);
    await question.getByRole('button', { name: 'Leave it out' }).click();
    const report = page.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('row', { name: /misread 0/ })).toContainText('left out, as you chose');
  });

  test('can be changed in the details, and back by undo', async ({ desk }) => {
    const { page, article } = desk;
    await importMisread(page, 0.5);
    await desk.open(/^misread 0/);
    await page.getByRole('button', { name: 'Details of the document' }).click();
    const details = page.getByRole('dialog', { name: 'Document details' });
    await expect(details).toContainText('Guessed, 50 % sure');
    await details.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: 'Cyrillic (windows-1251)' }).click();
    await expect(details.getByRole('button', { name: /Encoding/ })).toContainText('Cyrillic (windows-1251)');
    await details.getByRole('button', { name: 'Close' }).click();
    await expect(article).toHaveAccessibleName('Порт закрыт 0');
    expect(await desk.paragraphs()).toEqual(['Порт закрыт 0', 'Корабли ждут у причала.']);
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(article).toHaveAccessibleName('misread 0.txt');
    expect(await desk.paragraphs()).toEqual(['Ïîðò çàêðûò 0', 'Êîðàáëè æäóò ó ïðè÷àëà.']);
  });

  test('stays once a passage is coded, and the details say why', async ({ desk }) => {
    const { page } = desk;
    await importMisread(page, 0.5);
    await desk.open(/^misread 0/);
    await desk.code('Harbour');
    await desk.saved();
    await page.getByRole('button', { name: 'Details of the document' }).click();
    const details = page.getByRole('dialog', { name: 'Document details' });
    await expect(details.getByRole('button', { name: /Encoding/ })).toBeDisabled();
    await expect(details).toContainText('passages of this text are marked');
  });

  test('of a file that is not kept says so and leaves the text', async ({ desk }) => {
    const { page } = desk;
    await page.evaluate(() => {
      const { bridge } = window.workbenchHarness;
      bridge.freezeAgain = ({ path }) =>
        Promise.resolve({ ok: false, error: { code: 'source-missing', file: path } });
    });
    await page.getByRole('button', { name: 'Details of the document' }).click();
    const details = page.getByRole('dialog', { name: 'Document details' });
    await details.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: 'Greek (windows-1253)' }).click();
    await expect(details.getByRole('alert')).toContainText('cannot be read again');
    await expect(details.getByRole('button', { name: /Encoding/ })).toContainText('Unicode (utf-8)');
  });
});

test('an import of our own format lists what stayed out, was mended, or lost to what is here', async ({
  desk,
}) => {
  const { page } = desk;
  const text = 'Calm at the port\n\nThe port was calm.';
  const file = (name: string) => ({
    ...{ format: 'framewright', version: 1 },
    codes: [
      { id: 'a1b2c3d4-0000-4000-8000-000000000001', name },
      { id: 'second', name: 'Below > nothing', parent_id: 'missing' },
    ],
    documents: [{ id: 'd1', path: 'in/port.txt', text }],
    annotations: [
      { document_id: 'd1', start: 18, end: 26, quote: 'The port', code_ids: ['second'] },
      { document_id: 'd1', start: 18, end: 26, quote: 'The ship', code_ids: ['second'] },
    ],
  });
  const take = (name: string, given: unknown) =>
    page.evaluate(
      ([title, json]) => {
        window.workbenchHarness.bridge.offerImport(title, json);
        window.workbenchHarness.bridge.menu('import');
      },
      [name, JSON.stringify(given)] as const,
    );
  const before = await desk.documents.getByRole('option').count();
  await take('first.json', file('Calm'));
  const review = page.getByRole('dialog', { name: 'Import “first.json”' });
  await expect(review).toContainText('Framewright project');
  const leftOut = review.getByRole('list', { name: 'Cannot be kept' });
  await expect(leftOut).toContainText('annotation because the text at its place is not its quote');
  await leftOut.getByText('because').click();
  await expect(leftOut).toContainText('The ship');
  await expect(review.getByRole('list', { name: 'Comes in', exact: true })).toContainText('1document');
  await expect(review.getByRole('list', { name: 'Comes in repaired' })).toBeVisible();
  // Nothing of it is in the project before it is said yes to.
  await expect(desk.documents.getByRole('option')).toHaveCount(before);
  await review.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(review).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(desk.documents.getByRole('option')).toHaveCount(before + 1);
  await desk.saved();
  await take('second.json', file('Calmer'));
  const second = page.getByRole('dialog', { name: 'Import “second.json”' });
  await expect(second.getByRole('list', { name: 'Is here already' })).toContainText(
    'code because the project has it already and says something else',
  );
  await second.getByRole('button', { name: 'Cancel' }).click();
  await expect(second).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.documents.getByRole('option')).toHaveCount(before);
});

test('a long report holds the rows in sight and counts them all', async ({ desk }) => {
  const { page } = desk;
  await page.evaluate(() => {
    window.workbenchHarness.offer(
      Array.from({ length: 3_000 }, (_, n) => ({
        ...{ path: `scans/${n}.txt`, text: 'x' },
        problem: { code: 'binary-file' as const, file: `scans/${n}.txt`, detail: 'PDF' },
      })),
    );
    window.workbenchHarness.bridge.menu('open-corpus-folder');
  });
  const report = page.getByRole('dialog', { name: 'Import report' });
  const table = report.getByRole('table');
  await expect(table).toHaveAttribute('aria-rowcount', '3001');
  await expect(report.getByRole('row', { name: /scans\/0\.txt/ })).toBeVisible();
  expect(await report.getByRole('row').count()).toBeLessThan(100);
  // Heights are known once rows have been in sight, so the end may move on while it is neared.
  await expect(async () => {
    await report.getByRole('region', { name: 'What needs a look' }).press('End');
    await expect(report.getByRole('row', { name: /scans\/2999\.txt/ })).toBeVisible({ timeout: 500 });
  }).toPass();
});
