import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type axeCore from 'axe-core';
import { fictionalReports } from '../core/copies/fictional-reprints';
import { askingFiles, openAskingFiles, sameTexts } from '../support/asking-files';
import { selectWords } from '../support/select-words';
import { openSpeakers, speak } from '../support/speaker-desk';
import { filesBefore, filesNow, offerFiles } from '../support/version-files';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

/** What axe finds on the page as it stands; `rules` narrows what it looks for. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const results = await page.evaluate(
    // Only what is wrong is asked for, and nothing is fetched: the looks are in the page.
    (only) =>
      window.axe.run({
        ...(only === undefined ? {} : { runOnly: [...only] }),
        ...{ resultTypes: ['violations'], preload: false },
      }),
    rules,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

async function codeSome(desk: WorkbenchPage): Promise<void> {
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  await desk.keys('d');
  await desk.code('order restored');
  await desk.keys('1', 'u');
}

async function writeMemo(desk: WorkbenchPage): Promise<void> {
  const { page } = desk;
  await codeSome(desk);
  await desk.keys('m');
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused();
  await page.keyboard.type('Not [so](fw:code/none), [out](https://example.org): [[');
  await expect(page.getByRole('combobox', { name: 'Link to' })).toBeFocused();
  await page.keyboard.type('order');
  await expect(page.getByRole('option', { name: /^order restored/ })).toBeVisible();
}

/** Opens a corpus, marks what a later version has no place for, and looks for changes. */
async function changeFiles(desk: WorkbenchPage): Promise<void> {
  await offerFiles(desk, filesBefore, true);
  await desk.open(/^Lamp of Harn/);
  await selectWords(desk, 'Nobody saw the ferry');
  await desk.code('Absence');
  await desk.saved();
  await offerFiles(desk, filesNow, false);
  await desk.page.evaluate(() => window.workbenchHarness.bridge.menu('check-changes'));
}

type Screen = readonly [name: string, show: (desk: WorkbenchPage) => Promise<void>];
const screens: readonly Screen[] = [
  ['reading', () => Promise.resolve()],
  ['passages coded, one in hand', codeSome],
  [
    'passages to choose among, and handles',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('Shift+E', '2');
      await desk.saved();
      const box = await desk.article.locator('[data-line="4"]').boundingBox();
      await desk.page.mouse.click((box?.x ?? 0) + 9, (box?.y ?? 0) + 14);
      await desk.page.getByRole('listbox', { name: 'Passages here' }).waitFor();
      await desk.page.getByRole('button', { name: 'Move the end of the passage' }).waitFor();
    },
  ],
  [
    'the palette',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('c');
      await desk.page.getByRole('combobox', { name: 'Code' }).fill('l');
    },
  ],
  [
    'a code chosen in the codebook',
    async (desk) => {
      await codeSome(desk);
      await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
    },
  ],
  [
    'the menu of the codebook',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Codebook menu' }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'a code to be merged',
    async (desk) => {
      await codeSome(desk);
      await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
      await desk.page.getByRole('button', { name: 'Merge into…' }).click();
      await desk.page.getByRole('option', { name: /^order restored/ }).click();
      await expect(desk.page.getByRole('dialog').getByRole('status')).toContainText('moves to');
    },
  ],
  [
    'a code to be split',
    async (desk) => {
      await codeSome(desk);
      await desk.codes.getByRole('row', { name: /^legitimacy/ }).click();
      await desk.page.getByRole('button', { name: 'Split…' }).click();
      await desk.page.getByRole('button', { name: 'Move to a new code…' }).click();
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'speakers',
    async (desk) => {
      await openSpeakers(desk);
      await desk.keys('d');
      await speak(desk, 'Ilse Aubrant');
      await speak(desk, 'Talvik');
      await desk.page.getByRole('button', { name: 'Speakers…' }).click();
      await desk.page.getByRole('option', { name: /^Talvik/ }).click();
      await desk.page.getByRole('button', { name: 'Add “Joren Talvik”' }).waitFor();
    },
  ],
  [
    'speakers, one to be merged, and who may be meant',
    async (desk) => {
      await openSpeakers(desk);
      await desk.keys('d');
      await speak(desk, 'Ilse Aubrant');
      await speak(desk, 'Talvik');
      await desk.page.getByRole('button', { name: 'Speakers…' }).click();
      await desk.page.getByRole('button', { name: 'Merge into…' }).click();
      await desk.page
        .getByRole('option', { name: /^Ilse Aubrant/ })
        .last()
        .click();
    },
  ],
  [
    'who may be said to speak',
    async (desk) => {
      await openSpeakers(desk);
      await desk.keys('d');
      await speak(desk, 'Talvik');
      await desk.keys('w');
      await desk.page.getByRole('combobox', { name: 'Speaker' }).fill('');
      await desk.page.getByRole('option', { name: /as another name/ }).waitFor();
    },
  ],
  [
    'a codebook file compared',
    async (desk) => {
      await codeSome(desk);
      await desk.page.evaluate(() =>
        window.workbenchHarness.bridge.offerImport(
          'frames.csv',
          'name,description,parent\nlegitimacy,A right to rule,\nBlame,,legitimacy\norder restored,,\n,,\n',
        ),
      );
      await desk.page.evaluate(() => window.workbenchHarness.bridge.menu('import'));
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the export of the codebook',
    async (desk) => {
      await codeSome(desk);
      await desk.page.getByRole('button', { name: 'Codebook menu' }).click();
      await desk.page.getByRole('menuitem', { name: 'Export codebook…' }).click();
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'a document coded as a whole, one of its values edited',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('t');
      await desk.page.keyboard.type('calm');
      await desk.page.keyboard.press('Enter');
      await desk.page
        .getByRole('button', { name: /^Date: / })
        .first()
        .click();
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the details of a document, with a new attribute',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Details of the document' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'New attribute…' }).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).first().waitFor();
    },
  ],
  [
    'a list narrowed down, nothing found in the open document',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('Alt+ArrowDown', 'Control+Enter', 'Alt+ArrowUp');
      await desk.page.getByRole('button', { name: 'Filter by state, code and attribute' }).click();
      await desk.page.getByRole('option', { name: /^Nothing found/ }).click();
    },
  ],
  [
    'a paragraph corrected',
    async (desk) => {
      await desk.keys('d', 'd', 'p');
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  ['find', (desk) => desk.keys('Control+f')],
  ['keys', (desk) => desk.keys('?')],
  ['commands', (desk) => desk.keys('Control+k')],
  [
    'export',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Export…' }).click();
    },
  ],
  [
    'an export for others',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('radio', { name: 'REFI-QDA project' }).check({ force: true });
      await page.getByText('Codes', { exact: false }).first().waitFor();
    },
  ],
  [
    'a file to be imported',
    async ({ page }) => {
      await page.evaluate(() => {
        const file = { format: 'framewright', version: 1, codes: [{ id: 'x', name: 'Calm > not' }] };
        window.workbenchHarness.bridge.offerImport('codes.json', JSON.stringify(file));
        window.workbenchHarness.bridge.menu('import');
      });
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['settings', (desk) => desk.keys('Control+,')],
  ...(['new-project', 'rename-project', 'delete-project'] as const).map(
    (command) =>
      [
        command,
        async ({ page }: WorkbenchPage) => {
          await page.evaluate((name) => window.workbenchHarness.bridge.menu(name), command);
          await page.getByRole('dialog').waitFor();
        },
      ] as const,
  ),
  [
    'backups',
    async ({ page }) => {
      await page.evaluate(() => {
        const { bridge } = window.workbenchHarness;
        const counts = { document: 9, annotation: 2, code: 1, memo: 0 };
        const about = { app: 'framewright 0.1.0', seq: 4, bytes: 1, counts, is_upgrade: true };
        const created_at = '2031-03-20T11:00:00.000Z';
        bridge.backups.push({ name: '20310320T110000000Z-4.fws', created_at, ...about });
        bridge.menu('backups');
      });
      await page.getByRole('listbox', { name: 'Backups of this project' }).waitFor();
    },
  ],
  [
    'a checked project',
    async ({ page }) => {
      await page.evaluate(() => window.workbenchHarness.bridge.menu('check-project'));
      await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(5);
    },
  ],
  [
    'the menu of projects',
    async ({ page }) => {
      await page.getByRole('button', { name: /^Project: / }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'an import report',
    async ({ page }) => {
      await page.evaluate(() =>
        window.workbenchHarness.offer([
          { path: 'mended.txt', text: 'A head\n\nA text with a mark.\u0007\n' },
        ]),
      );
      await page.evaluate(() => window.workbenchHarness.bridge.menu('open-corpus-folder'));
    },
  ],
  [
    'an alert',
    async ({ page }) => {
      await page.evaluate(() => {
        window.workbenchHarness.bridge.offerImport('cut.json', '{"format":');
        window.workbenchHarness.bridge.menu('import');
      });
      await page.getByRole('alert').waitFor();
    },
  ],
  ['focus mode', (desk) => desk.keys('F9')],
  ['view 2', (desk) => desk.keys('Alt+2')],
  [
    'passages found',
    async (desk) => {
      await codeSome(desk);
      await desk.page.keyboard.press('Alt+2');
      const list = desk.page.getByRole('listbox', { name: 'Passages found' });
      await desk.page.getByRole('searchbox', { name: 'Words in the passage' }).fill('the');
      await desk.page.getByRole('button', { name: 'Clear', exact: true }).waitFor();
      await list.press('Home');
      await list.press('Shift+ArrowDown');
      await list.press('1');
      await list.press('ArrowDown');
      await list.press('x');
      await desk.page.getByText('no longer matches').first().waitFor();
    },
  ],
  ...(['Codes', 'Filters'] as const).map(
    (name) =>
      [
        `what passages are asked for: ${name}`,
        async (desk: WorkbenchPage) => {
          await codeSome(desk);
          await desk.page.keyboard.press('Alt+2');
          await desk.page.getByRole('button', { name, exact: true }).click();
          await desk.page.getByRole('dialog', { name }).waitFor();
        },
      ] as const,
  ),
  [
    'codes by document',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('Control+Enter');
      await expect(desk.article).toHaveAccessibleName(/^Compact’s first pilots/);
      await desk.page.keyboard.press('Alt+2');
      await desk.page.getByRole('radio', { name: 'Codes by document' }).check({ force: true });
      await desk.page.getByRole('table', { name: 'Codes by document' }).waitFor();
    },
  ],
  ['view 3', (desk) => desk.keys('Alt+3')],
  ['a memo with links, and the choice of a place', writeMemo],
  [
    'all memos, one being written',
    async (desk) => {
      const { page } = desk;
      await writeMemo(desk);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await desk.saved();
      await desk.keys('Alt+3');
      const row = page.getByRole('list', { name: 'Memos' }).getByRole('listitem');
      await row.getByRole('button').first().press('F2');
      await expect(row.getByRole('textbox', { name: 'Memo' })).toBeFocused();
    },
  ],
  [
    'a search, some hits chosen',
    async (desk) => {
      await codeSome(desk);
      const { page } = desk;
      await page.keyboard.press('Alt+4');
      await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('pilots');
      const grid = page.getByRole('grid', { name: 'Passages found' });
      await expect(grid.locator('[data-row]').first()).toBeVisible();
      await grid.press('Control+a');
    },
  ],
  [
    'passages like the one at the cursor',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('l');
      const grid = desk.page.getByRole('grid', { name: 'Passages found' });
      await expect(grid.locator('[data-row]').first()).toBeVisible();
    },
  ],
  [
    'a search that is not understood',
    async (desk) => {
      await desk.page.keyboard.press('Alt+4');
      await desk.page.getByRole('searchbox', { name: 'Search the corpus' }).fill('pilots (');
      await expect(desk.page.getByText('A word, a phrase or a bracket is expected here')).toBeVisible();
    },
  ],
  [
    'copies of a passage',
    async (desk) => {
      const { page } = desk;
      const files = Object.entries(fictionalReports).map(([name, text]) => ({ path: `${name}.txt`, text }));
      await page.evaluate((offered) => {
        window.workbenchHarness.offer(offered);
        window.workbenchHarness.bridge.menu('open-corpus-folder');
      }, files);
      await desk.open(/^Compact’s pilots kept/);
      await page.getByRole('list', { name: 'Reprinted passages' }).getByRole('button').first().waitFor();
      await selectWords(desk, 'began the gradual return of its pilots');
      await desk.code('withdrawal');
      await page.getByRole('region', { name: 'Copies' }).waitFor();
      await desk.keys('k');
      await page.getByRole('list', { name: 'Places where it is reprinted' }).waitFor();
    },
  ],
  [
    'changes in the files',
    async (desk) => {
      await changeFiles(desk);
      await desk.page
        .getByRole('group', { name: /^What changed/ })
        .locator('ins')
        .first()
        .waitFor();
    },
  ],
  [
    'passages without a place',
    async (desk) => {
      await changeFiles(desk);
      await desk.page.getByRole('button', { name: 'Take in 2 versions' }).click();
      await desk.page.getByRole('region', { name: 'Passages without a place' }).waitFor();
    },
  ],
  [
    'the same text under two names',
    async (desk) => {
      await openAskingFiles(desk, sameTexts);
      await desk.page.getByRole('dialog', { name: 'The same text under two names' }).waitFor();
    },
  ],
  [
    'a document to be removed',
    async (desk) => {
      const { page } = desk;
      await codeSome(desk);
      await desk.saved();
      await page.getByRole('button', { name: 'Details of the document' }).click();
      await page.getByRole('button', { name: 'Remove the document…' }).click();
      await page.getByRole('dialog', { name: /^Remove “/ }).waitFor();
    },
  ],
  ...askingFiles.slice(1).map(
    ({ path }): Screen => [
      `what is asked about ${path}`,
      async (desk) => {
        const held = askingFiles.filter((file) => file.path === path);
        await openAskingFiles(desk, held);
        await desk.page.getByRole('dialog').waitFor();
      },
    ],
  ),
  [
    'what is asked about a text that may be misread',
    async (desk) => {
      const encoding = { label: 'windows-1252', told_by: 'guess', confidence: 0.1 } as const;
      await openAskingFiles(desk, [
        { path: 'one.txt', text: 'Ïîðò çàêðûò', encoding },
        { path: 'two.txt', text: 'Ïîðò îòêðûò', encoding },
      ]);
      await desk.page.getByRole('dialog').waitFor();
    },
  ],
  ['without corpus and annotations', (desk) => desk.keys('Control+1', 'Control+3')],
  [
    'narrow, with a drawer',
    async (desk) => {
      await codeSome(desk);
      await desk.page.setViewportSize({ width: 720, height: 700 });
      await desk.page.getByRole('button', { name: 'Annotations' }).click();
    },
  ],
];

const themes = ['light', 'dark', 'contrast'] as const;

/** The rules that a theme can break: all the others look at roles, names and structure. */
const themeRules = ['color-contrast', 'link-in-text-block'] as const;

for (const [name, show] of screens) {
  test(`${name}: axe finds nothing in any theme`, async ({ desk, page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await show(desk);
    await page.addScriptTag({ path: axePath });
    const found: [string, readonly string[]][] = [];
    for (const theme of themes) {
      await wear(page, theme);
      found.push([theme, await violations(page, theme === 'light' ? undefined : themeRules)]);
    }
    expect(found).toEqual(themes.map((theme) => [theme, []]));
  });
}

type Opened = readonly [name: string, open: (desk: WorkbenchPage) => Promise<Locator>];
/** What opens over a screen and goes again with Escape; all of it in one page, for it leaves nothing behind. */
const opened: readonly Opened[] = [
  [
    'other ways to open a corpus',
    async ({ page }) => {
      await page.getByRole('button', { name: 'More ways to add texts' }).click();
      return page.getByRole('menu');
    },
  ],
  [
    'a new code',
    async ({ page }) => {
      await page.getByRole('button', { name: 'New code' }).click();
      return page.getByRole('region', { name: 'Codebook' });
    },
  ],
  [
    'the look of a code',
    async ({ codes, page }) => {
      await codes.getByRole('row', { name: /^legitimacy/ }).click();
      await page.getByRole('button', { name: /^Colour: / }).click();
      return page.getByRole('dialog', { name: 'Colour and line' });
    },
  ],
  [
    'keys of a code',
    async ({ page }) => {
      await page.getByRole('button', { name: /\bKey$/ }).click();
      return page.getByRole('listbox', { name: 'Key' });
    },
  ],
  [
    'what is seldom said of a document',
    async ({ page }) => {
      await page.getByRole('button', { name: 'More about this reading' }).click();
      return page.getByRole('menu');
    },
  ],
];

test('what opens over a screen: axe finds nothing in it', async ({ desk, page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1366, height: 1000 });
  await codeSome(desk);
  await page.addScriptTag({ path: axePath });
  for (const [name, open] of opened) {
    const part = await open(desk);
    const found = await part.evaluate(async (element) => {
      const results = await window.axe.run(element, { resultTypes: ['violations'], preload: false });
      return results.violations.map(({ id }) => id);
    });
    expect([name, found]).toEqual([name, []]);
    await page.keyboard.press('Escape');
  }
});

test('the first screen: axe finds nothing in any theme', async ({ page, served }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
  await page.addScriptTag({ path: axePath });
  for (const theme of themes) {
    await wear(page, theme);
    expect([theme, await violations(page)]).toEqual([theme, []]);
  }
});

for (const theme of themes) {
  test(`the dialog puts on the theme ${theme}`, async ({ desk, page }) => {
    await desk.article.focus();
    await choose(page, theme);
  });
}

test('reading, high contrast in the dark: axe finds nothing', async ({ desk, page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await choose(page, 'contrast');
  await codeSome(desk);
  await page.addScriptTag({ path: axePath });
  expect(await violations(page)).toEqual([]);
});

/** The theme alone, without the dialog, which would cover what is looked at. */
async function wear(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate(async (name) => {
    document.documentElement.dataset['theme'] = name;
    // Colours on their way from one theme to the other belong to neither.
    const underWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(underWay.map(({ finished }) => finished.catch(() => null)));
  }, theme);
}

/** As the dialog does it. */
async function choose(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.keyboard.press('Control+,');
  const words = { light: 'Light', dark: 'Dark', contrast: 'High contrast' } as const;
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText(words[theme]).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
