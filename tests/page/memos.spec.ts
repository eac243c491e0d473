import type { Locator, Page } from '@playwright/test';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });
const rows = (page: Page): Locator => page.getByRole('list', { name: 'Memos' }).getByRole('listitem');

/** How many lines of the journal write a memo that holds these words. */
function linesWith(page: Page, words: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      window.workbenchHarness.bridge.journal
        .lines()
        .filter((line) => line.includes('"memo.set"') && line.includes(wanted)).length,
    words,
  );
}

async function write(page: Page, name: string, words: string): Promise<void> {
  await box(page, name).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** A passage with a code, in hand. */
async function codeOne(desk: WorkbenchPage): Promise<void> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
}

const boxes: readonly (readonly [name: string, open: (desk: WorkbenchPage) => Promise<void>])[] = [
  ['Memo', (desk) => desk.annotations.getByRole('button').click()],
  [
    'Coding memo',
    async (desk) => {
      await desk.annotations.getByRole('button').click();
      await expect(box(desk.page, 'Memo')).toBeVisible();
      if ((await box(desk.page, 'Coding memo').count()) > 0) return;
      await desk.page.getByRole('button', { name: 'Memo on legitimacy' }).click();
    },
  ],
  [
    'Code memo',
    async (desk) => {
      if ((await box(desk.page, 'Code memo').count()) > 0) return;
      await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
    },
  ],
  [
    'Document memo',
    async (desk) => {
      await desk.article.press('Escape');
      await expect(box(desk.page, 'Memo')).toHaveCount(0);
    },
  ],
  ['Project memo', ({ page }) => page.keyboard.press('Alt+3')],
];

for (const [name, open] of boxes) {
  test(`${name}: one step for undo a session, and there again after a reload`, async ({ desk, page }) => {
    await codeOne(desk);
    await open(desk);
    await write(page, name, 'First');
    // Kept within a second, while one writes on: more than one line of the journal, and still one step.
    await expect.poll(() => linesWith(page, 'First')).toBe(1);
    await page.keyboard.type(' words');
    await expect.poll(() => linesWith(page, 'First words')).toBe(1);
    await page.keyboard.press('Escape');
    await expect(box(page, name)).not.toBeFocused();
    await open(desk);
    await write(page, name, ', then more');
    await page.keyboard.press('Escape');
    await desk.saved();

    const undo = page.getByRole('button', { name: 'Undo' });
    await open(desk);
    await undo.click();
    await expect(box(page, name)).toHaveText('First words');
    await undo.click();
    await expect(box(page, name)).toHaveText('');
    const redo = page.getByRole('button', { name: 'Redo' });
    await redo.click();
    await redo.click();
    await expect(box(page, name)).toHaveText('First words, then more');
    await desk.saved();

    await page.reload();
    await desk.documents.getByRole('option').first().click();
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await open(desk);
    await expect(box(page, name)).toHaveText('First words, then more');
  });
}

test('rows of codes and documents with a memo say so', async ({ desk, page }) => {
  await codeOne(desk);
  await desk.codes.getByRole('row', { name: 'legitimacy' }).click();
  await write(page, 'Code memo', 'A rule.');
  await page.keyboard.press('Escape');
  await expect(desk.codes.getByRole('row', { name: /^legitimacy.*has a memo$/ })).toBeFocused();
  await desk.keys('Escape', 'Escape');
  await write(page, 'Document memo', 'A remark.');
  await page.keyboard.press('Escape');
  await expect(desk.documents.getByRole('option', { name: /has a memo/ })).toHaveCount(1);
  await write(page, 'Document memo', '');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(desk.documents.getByRole('option', { name: /has a memo/ })).toHaveCount(0);
});

test.describe('links', () => {
  /** Chooses the first place that answers to the words. */
  const link = async (page: Page, words: string): Promise<void> => {
    const chooser = page.getByRole('combobox', { name: 'Link to' });
    await expect(chooser).toBeFocused();
    await page.keyboard.type(words);
    await expect(page.getByRole('listbox', { name: 'Places' }).getByRole('option').first()).toContainText(
      new RegExp(words, 'i'),
    );
    await page.keyboard.press('Enter');
    await expect(chooser).toHaveCount(0);
  };

  test('[[ and the keys for it put one in, and it leads to code, document and passage', async ({
    desk,
    page,
  }) => {
    await codeOne(desk);
    const quote = (await desk.quotes())[0] ?? '';
    await desk.keys('Escape');
    const documents = desk.documents.getByRole('option');
    await documents.nth(3).click();
    await write(page, 'Document memo', 'See [[');
    await link(page, 'legitimacy');
    await page.keyboard.type(', [[');
    await link(page, quote.slice(0, 24));
    await page.keyboard.type(' and ');
    await page.keyboard.press('Control+Shift+K');
    await link(page, 'first pilots');
    await page.keyboard.type('.');
    const memo = box(page, 'Document memo');
    await expect(memo.getByRole('link')).toHaveCount(3);
    await expect(memo).toHaveText(/^See legitimacy, .+ and .+\.$/);
    await desk.saved();

    await memo
      .getByRole('link')
      .first()
      .click({ modifiers: ['Control'] });
    await expect(desk.codes.getByRole('row', { name: /^legitimacy/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    // A click alone puts the cursor there; Ctrl+Enter opens what it is in.
    await memo.getByRole('link').nth(1).click();
    await expect(memo).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(desk.annotations.locator('[aria-current="true"]')).toHaveText(quote);
    await expect(documents.first()).toHaveAttribute('aria-selected', 'true');
    await expect(desk.article).toBeFocused();

    // A quick hand: the key comes before the editor has heard of the click.
    await documents.nth(3).click();
    await expect(memo.getByRole('link')).toHaveCount(3);
    await memo.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Then this');
    await desk.saved();
    await memo
      .getByRole('link')
      .nth(1)
      .evaluate((anchor) => {
        getSelection()?.collapse(anchor.querySelector('span')?.firstChild ?? anchor, 2);
        const ways = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
        anchor.dispatchEvent(new KeyboardEvent('keydown', ways));
      });
    await expect(documents.first()).toHaveAttribute('aria-selected', 'true');
    await expect(desk.article).toBeFocused();
  });

  test('selected words become the label; Escape leaves what was typed', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.keys('Escape');
    await write(page, 'Document memo', 'the rule');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.getByRole('button', { name: 'Link…' }).click();
    await link(page, 'legitimacy');
    const memo = box(page, 'Document memo');
    await expect(memo.getByRole('link', { name: 'rule' })).toBeVisible();
    await page.keyboard.type(' [[');
    await expect(page.getByRole('combobox', { name: 'Link to' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(memo).toBeFocused();
    await page.keyboard.type('!');
    await expect(memo).toHaveText('the rule [[!');
    await page.keyboard.press('Escape');
    await desk.saved();
    await expect.poll(() => linesWith(page, '[rule](fw:code/')).toBeGreaterThan(0);
  });

  test('one whose place is gone says so, in the box and in the view', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.keys('Escape');
    await write(page, 'Document memo', 'See [[');
    await link(page, 'legitimacy');
    await page.keyboard.press('Escape');
    await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
    await page.getByRole('button', { name: 'Delete code' }).click();
    await expect(desk.codes.getByRole('row', { name: /^legitimacy/ })).toHaveCount(0);
    const dead = box(page, 'Document memo').getByRole('link');
    await expect(dead).toHaveAttribute('data-state', 'gone');
    await expect(dead).toHaveAttribute('title', 'This code is no longer in the codebook.');
    await desk.keys('Alt+3');
    await expect(rows(page)).toContainText('See legitimacy (no longer there)');
    await expect(rows(page).getByRole('link')).toHaveCount(0);
  });
});

test.describe('the view', () => {
  /** A memo on a passage, on a code and on two documents. */
  async function writeSome(desk: WorkbenchPage, page: Page): Promise<void> {
    await codeOne(desk);
    await desk.annotations.getByRole('button').click();
    await write(page, 'Memo', 'Who says so?');
    await page.keyboard.press('Escape');
    await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
    await write(page, 'Code memo', 'Only where a *right* is claimed.');
    await page.keyboard.press('Escape');
    await desk.keys('Escape', 'Escape');
    await write(page, 'Document memo', 'The first of its day.');
    await page.keyboard.press('Escape');
    await desk.documents.getByRole('option').nth(1).click();
    await expect(desk.annotations).toHaveCount(0);
    await write(page, 'Document memo', 'A reprint of the first?');
    await page.keyboard.press('Escape');
    await desk.saved();
  }

  test('says what to do first where there is nothing', async ({ desk, page }) => {
    await desk.keys('Alt+3');
    const view = page.getByRole('region', { name: 'Memos' });
    await expect(view).toContainText('No memos yet.');
    await view.getByRole('button', { name: 'Go to the text' }).click();
    await expect(desk.article).toBeFocused();
  });

  test('lists all of them, newest first or by place, and filters by words and kind', async ({
    desk,
    page,
  }) => {
    await writeSome(desk, page);
    await desk.keys('Alt+3');
    const texts = async (): Promise<readonly string[]> =>
      (await rows(page).allTextContents()).map(
        (text) => /Who says so|Only where|The first of|A reprint of/.exec(text)?.[0] ?? text,
      );
    await expect.poll(texts).toEqual(['A reprint of', 'The first of', 'Only where', 'Who says so']);
    await page.getByRole('radiogroup', { name: 'Order' }).getByText('By place').click();
    await expect.poll(texts).toEqual(['The first of', 'Who says so', 'A reprint of', 'Only where']);
    const filter = page.getByRole('searchbox', { name: 'Filter memos' });
    await filter.fill('FIRST the');
    await expect.poll(texts).toEqual(['The first of', 'A reprint of']);
    await expect(page.getByRole('region', { name: 'Memos' }).getByRole('status').first()).toHaveText(
      '2 of 4 memos',
    );
    await page.keyboard.press('Escape');
    await expect(filter).toHaveValue('');
    await page.getByRole('button', { name: /Everything/ }).click();
    await page.getByRole('option', { name: 'Codes' }).click();
    await expect.poll(texts).toEqual(['Only where']);
    await filter.fill('nothing like it');
    await page.getByRole('button', { name: 'Show all memos' }).click();
    await expect(rows(page)).toHaveCount(4);
  });

  test('Enter opens the place, Alt+Left and Escape come back to the row, filter and all', async ({
    desk,
    page,
  }) => {
    await writeSome(desk, page);
    await desk.keys('Alt+3');
    await page.getByRole('searchbox', { name: 'Filter memos' }).fill('who says so');
    const row = rows(page).getByRole('button').first();
    for (const back of ['Alt+ArrowLeft', 'Escape']) {
      await row.press('Enter');
      await expect(desk.annotations.locator('[aria-current="true"]')).toHaveCount(1);
      await expect(desk.article).toBeFocused();
      // Escape lets go of the passage in hand first.
      if (back === 'Escape') await page.keyboard.press('Escape');
      await page.keyboard.press(back);
      await expect(rows(page)).toHaveCount(1);
      await expect(row).toBeFocused();
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('radio', { name: 'Read' })).toBeChecked();
  });

  test('a memo is written in place; its row stays where it is, emptied too, until one is done', async ({
    desk,
    page,
  }) => {
    await writeSome(desk, page);
    await desk.keys('Alt+3');
    await expect(rows(page)).toHaveCount(4);
    await rows(page).nth(3).getByRole('button').first().focus();
    await page.keyboard.press('F2');
    const memo = rows(page).nth(3).getByRole('textbox', { name: 'Memo' });
    await expect(memo).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => linesWith(page, '"value":null')).toBe(1);
    await expect(memo).toBeFocused();
    await page.keyboard.type('Nobody does.');
    await page.keyboard.press('Escape');
    // Now it is the newest, and the keyboard went with it.
    await expect(rows(page).first()).toContainText('Nobody does.');
    await expect(rows(page).first().getByRole('button').first()).toBeFocused();
    await desk.saved();
    await page.getByRole('button', { name: 'Undo' }).click();
    await desk.keys('Alt+3');
    await expect(rows(page).nth(3)).toContainText('Who says so?');
  });

  test('another coder’s is read, not written; its links open by a click', async ({ desk, page }) => {
    await codeOne(desk);
    const at = '2031-01-01T00:00:00.000Z';
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    await importMemos(page, [
      { id, target: { kind: 'project', id: 'p' }, text: 'All of it', markdown: 'All of it', at },
      {
        ...{ id: id.replace('1', '2'), at, text: 'See there', markdown: 'See [there](fw:code/code-1)' },
        target: { kind: 'code', id: 'code-1' },
      },
    ]);
    await desk.keys('Alt+3');
    const row = rows(page);
    await expect(row).toHaveCount(1);
    await expect(row).toContainText('Ben');
    await expect(row.getByRole('button', { name: 'Edit' })).toHaveCount(0);
    await row.getByRole('button').first().press('F2');
    await expect(row.getByRole('textbox')).toHaveCount(0);
    await row.getByRole('link', { name: 'there' }).click();
    await expect(desk.codes.getByRole('row', { name: /^code-1/ })).toHaveAttribute('aria-selected', 'true');
    // Beside one's own, empty one.
    await expect(box(page, 'Code memo')).toHaveText('');
    await expect(box(page, 'Code memo by Ben')).toHaveText('See there');
    await expect(box(page, 'Code memo by Ben')).toHaveAttribute('aria-readonly', 'true');
  });

  test('a long list holds the rows in sight only, and says where they stand', async ({ desk, page }) => {
    const at = '2031-01-01T00:00:00.000Z';
    await importMemos(
      page,
      Array.from({ length: 320 }, (_, n) => ({
        id: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`,
        target: { kind: 'code', id: `code-${n}` },
        ...{ text: `Rule ${n}`, markdown: `Rule ${n}`, at },
      })),
    );
    await desk.keys('Alt+3');
    await page.getByRole('radiogroup', { name: 'Order' }).getByText('By place').click();
    await expect(rows(page).first()).toHaveAttribute('aria-setsize', '320');
    expect(await rows(page).count()).toBeLessThan(40);
    await rows(page).first().getByRole('button').first().focus();
    await page.keyboard.press('End');
    const last = page.locator('[aria-posinset="320"]');
    await expect(last.getByRole('button').first()).toBeFocused();
    await expect(last).toContainText('Rule 319');
  });
});

interface GivenMemo {
  readonly id: string;
  readonly target: { readonly kind: string; readonly id: string };
  readonly markdown: string;
  readonly text: string;
  readonly at: string;
}

/** Brings in memos of another coder, and the codes that they are on. */
async function importMemos(page: Page, memos: readonly GivenMemo[]): Promise<void> {
  const created_at = '2031-01-01T00:00:00.000Z';
  const coder_id = 'bbbbbbbb-0000-4000-8000-000000000001';
  const codes = memos
    .filter(({ target }) => target.kind === 'code')
    .map(({ target: { id } }, order) => ({
      ...{ id, key: id, name: id, kind: 'code', color: 'blue', mark: 'solid', parent_id: null, order },
      ...{ description: '', include: '', exclude: '', examples: [], rev: 1 },
    }));
  const text = JSON.stringify({
    ...{ format: 'framewright', version: 1, minor: 0, exported_at: created_at, generator: 'test' },
    project: { id: 'p', name: 'Other', created_at, codebook_rev: 1, scope_rev: 1 },
    coders: [{ id: coder_id, name: 'Ben', created_at }],
    ...{ codes, attributes: [], properties: [], actors: [], documents: [], annotations: [] },
    memos: memos.map(({ at, ...memo }) => ({ ...memo, coder_id, created_at: at, modified_at: at })),
    ...{ links: [], passes: [] },
  });
  await page.evaluate((given) => {
    window.workbenchHarness.bridge.offerImport('other.json', given);
    window.workbenchHarness.bridge.menu('import');
  }, text);
  const report = page.getByRole('dialog', { name: /^Import / });
  await report.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(report).toHaveCount(0);
}

test.describe('what is typed and not yet kept', () => {
  test('is kept when the window closes', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.keys('Escape');
    await box(page, 'Document memo').click();
    await page.keyboard.insertText('At the last moment');
    await page.evaluate(() => window.workbenchHarness.bridge.close());
    expect(await linesWith(page, 'At the last moment')).toBe(1);
  });

  test('is kept when the project is changed', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.annotations.getByRole('button').click();
    await box(page, 'Memo').click();
    await page.keyboard.insertText('Before I go');
    const kept = await page.evaluate(async () => {
      const { bridge } = window.workbenchHarness;
      bridge.handOver({ kind: 'open', target: { kind: 'named', name: 'Another' } });
      while (bridge.askedProjects.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return bridge.journal.lines().filter((line) => line.includes('Before I go')).length;
    });
    expect(kept).toBe(1);
  });

  test('is the first thing that undo takes back, and redo brings back', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.annotations.getByRole('button').click();
    await box(page, 'Memo').click();
    await page.keyboard.insertText('Not so');
    // As the menu does, without the focus leaving the memo.
    await page.evaluate(() => window.workbenchHarness.bridge.menu('undo'));
    await expect(box(page, 'Memo')).toHaveText('');
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
    await page.evaluate(() => window.workbenchHarness.bridge.menu('redo'));
    await expect(box(page, 'Memo')).toHaveText('Not so');
  });

  const removals: readonly (readonly [
    what: string,
    name: string,
    open: (desk: WorkbenchPage) => Promise<void>,
    button: string,
  ])[] = [
    [
      'its passage is removed',
      'Memo',
      (desk) => desk.annotations.getByRole('button').click(),
      'Remove annotation',
    ],
    [
      'its coding is taken off',
      'Coding memo',
      async (desk) => {
        await desk.annotations.getByRole('button').click();
        const { page } = desk;
        const ask = page.getByRole('button', { name: 'Memo on legitimacy' });
        await expect(ask.or(box(page, 'Coding memo'))).toBeVisible();
        if (await ask.isVisible()) await ask.click();
      },
      'Remove code legitimacy',
    ],
    [
      'its code is deleted',
      'Code memo',
      (desk) => desk.codes.getByRole('row', { name: /^legitimacy/ }).click(),
      'Delete code',
    ],
  ];
  for (const [what, name, open, button] of removals) {
    test(`goes and comes back when ${what}`, async ({ desk, page }) => {
      await codeOne(desk);
      await open(desk);
      await box(page, name).click();
      await page.keyboard.insertText('Typed just now');
      await page.getByRole('button', { name: button }).click();
      await expect(box(page, name)).toHaveCount(0);
      await desk.saved();
      await page.getByRole('button', { name: 'Undo' }).click();
      await open(desk);
      await expect(box(page, name)).toHaveText('Typed just now');
    });
  }

  test('stays in the box when it cannot be saved, and is saved with the next try', async ({ desk, page }) => {
    await codeOne(desk);
    await desk.keys('Escape');
    await page.evaluate(() => {
      const { bridge } = window.workbenchHarness;
      const append = bridge.appendCommit.bind(bridge);
      let refused = false;
      bridge.appendCommit = (commit) => {
        if (refused) return append(commit);
        refused = true;
        return Promise.resolve({ ok: false, error: { code: 'disk-full' } });
      };
    });
    await box(page, 'Document memo').click();
    await page.keyboard.insertText('Not lost');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toContainText('could not be saved');
    await desk.documents.getByRole('option').nth(1).click();
    await expect(box(page, 'Document memo')).toHaveText('');
    await desk.documents.getByRole('option').first().click();
    await expect(box(page, 'Document memo')).toHaveText('Not lost');
    await page.evaluate(() => window.workbenchHarness.bridge.close());
    expect(await linesWith(page, 'Not lost')).toBe(1);
  });
});

test('keys that follow m at once are the memo’s or nobody’s, never the text’s', async ({ desk, page }) => {
  await desk.keys('d', 'd', 'd');
  await page.evaluate(() => {
    const article = document.querySelector('article');
    for (const key of ['m', 'd', '1', 'x'])
      article?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          code: `Key${key.toUpperCase()}`,
          bubbles: true,
          cancelable: true,
        }),
      );
  });
  await expect(box(page, 'Memo')).toBeFocused();
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  await expect(desk.annotations.getByRole('listitem')).toContainText('no code');
});
