import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ConsoleMessage, Page } from '@playwright/test';
import { test as base, expect } from '../support/page-test';
import { type ServedPage, servePage } from '../support/serve-folder';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Gallery {
  readonly open: (scene: string, size?: { readonly width: number; readonly height: number }) => Promise<void>;
  /** What the components asked for, "move Name parent index" and the like. */
  readonly asked: readonly string[];
}

const test = base.extend<{ gallery: Gallery }, { served: ServedPage }>({
  served: [
    async ({ browserName: _ }, use) => {
      const served = await servePage('tests/page/gallery');
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  gallery: async ({ page, served }, use) => {
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'log') asked.push(message.text());
      else wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(error.message));
    const open: Gallery['open'] = async (scene, size = { width: 300, height: 800 }) => {
      await page.setViewportSize(size);
      await page.goto(`${served.url}#${scene}`);
      await expect(page.locator('main')).toBeAttached();
    };
    await use({ open, asked });
    expect(wrong).toEqual([]);
  },
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(axePath, 'utf8'));
  // Rules about a whole page do not hold for a piece of one.
  return page.evaluate(async () => {
    const off = { enabled: false };
    const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
    const { violations: found } = await axe.run(document, {
      rules: { region: off, 'landmark-one-main': off, 'page-has-heading-one': off },
    });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test.describe('as assistive tools see it', () => {
  const scenes = [
    'scene=codebook&selected=code-0',
    'scene=codebook&locked&selected=code-18&problem=Not so.',
    'scene=codebook&archived&selected=code-1',
    'scene=codebook&empty',
    'scene=corpus&selected=document-34&importing',
    'scene=corpus&rows=300&selected=document-250',
    'scene=corpus&folded&selected=document-34',
    'scene=corpus&empty',
    'scene=first-start',
    'scene=report',
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no scene has a violation in ${colorScheme}`, async ({ page, gallery }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const scene of scenes) {
        await page.goto('about:blank');
        await gallery.open(scene, scene === 'scene=report' ? { width: 900, height: 700 } : undefined);
        expect.soft(await violations(page), `${scene} in ${colorScheme}`).toEqual([]);
      }
    });
  }
});

test.describe('codebook', () => {
  const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

  test('rows tell name, codings, key and level', async ({ page, gallery }) => {
    await gallery.open('scene=codebook');
    const tree = page.getByRole('region', { name: 'Codebook' }).getByRole('treegrid', { name: 'Codes' });
    await expect(tree.getByRole('row')).toHaveCount(41);
    await expect(row(page, 'Constitutional order')).toHaveAccessibleName('Constitutional order, key 2');
    await expect(row(page, 'Constitutional order')).toHaveAttribute('aria-description', '18 codings');
    await expect(row(page, 'Amounts named')).toHaveAttribute('aria-level', '4');
    await expect(row(page, 'Actors')).toHaveAccessibleName('Actors, folder');
  });

  test('a long codebook has few rows in the page and tells its size', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&many&selected=many-0');
    await expect(row(page, 'Group 1')).toHaveAttribute('aria-setsize', '50');
    expect(await page.getByRole('row').count()).toBeLessThan(60);
    await row(page, 'Group 1').click();
    await page.keyboard.press('End');
    await expect(row(page, 'Code 499')).toBeFocused();
    await expect(row(page, 'Code 499')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Code 499');
  });

  test('arrows move and select, left and right fold', async ({ page, gallery }) => {
    await gallery.open('scene=codebook');
    await row(page, 'External interference').click();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'Foreign money')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowLeft');
    await expect(row(page, 'Amounts named')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(row(page, 'Amounts named')).toHaveCount(1);
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Foreign money');
    expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual([]);
  });

  test('F2 renames, Enter keeps and goes back to the row, Escape gives the old name back', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook&selected=code-0');
    await row(page, 'Legitimacy').click();
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect(name).toBeFocused();
    await page.keyboard.type('Rightfulness');
    await page.keyboard.press('Enter');
    await expect.poll(() => gallery.asked).toContain('set Legitimacy {"name":"Rightfulness"}');
    await expect(row(page, 'Rightfulness')).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await expect(row(page, 'Rightfulness')).toBeFocused();
    await expect(name).toHaveValue('Rightfulness');
    expect(gallery.asked.filter((each) => each.startsWith('set'))).toHaveLength(1);
  });

  test('a name that is refused stays in the field, with the reason', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&selected=code-0');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('taken');
    await name.press('Enter');
    await expect(page.getByRole('alert')).toContainText('There is a code of this name');
    await expect(name).toHaveValue('taken');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await name.press('Escape');
    await expect(name).toHaveValue('External interference');
  });

  test('a definition is kept when its field is left, and when the code is left by a click', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook&selected=code-7');
    await page.getByRole('textbox', { name: 'Description' }).fill('Right to rule.');
    await row(page, 'External interference').click();
    await expect.poll(() => gallery.asked).toContain('set Legitimacy {"description":"Right to rule."}');
  });

  test('Alt with an arrow moves the code, the keyboard stays on it', async ({ page, gallery }) => {
    await gallery.open('scene=codebook');
    await row(page, 'Order restored').click();
    await page.keyboard.press('Alt+ArrowUp');
    expect(gallery.asked.at(-1)).toBe('move Order restored  1');
    await page.keyboard.press('Alt+ArrowRight');
    await expect(row(page, 'Order restored')).toHaveAttribute('aria-level', '2');
    await expect(row(page, 'Order restored')).toBeFocused();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(row(page, 'Order restored')).toHaveAttribute('aria-level', '1');
  });

  test('a drag nests a code, with the mouse and with the keyboard', async ({ page, gallery }) => {
    await gallery.open('scene=codebook');
    await row(page, 'Limited mandate').dragTo(row(page, 'Legitimacy'));
    await expect(row(page, 'Limited mandate')).toHaveAttribute('aria-level', '2');
    await row(page, 'Violence').click();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Move Violence' }).press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(gallery.asked.filter((each) => each.startsWith('move Violence'))).toHaveLength(1);
  });

  test('new codes are typed one after the other', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&selected=code-7');
    await page.getByRole('button', { name: 'New code' }).click();
    const field = page.getByRole('textbox', { name: 'Name of the new code' });
    await expect(field).toBeFocused();
    await field.fill('taken');
    await field.press('Enter');
    await expect(field).toHaveValue('taken');
    await field.fill('Blame > Neighbours');
    await field.press('Enter');
    await expect(field).toHaveValue('');
    await page.getByRole('checkbox', { name: 'Below “Legitimacy”' }).check();
    await field.fill('Elections');
    await field.press('Enter');
    expect(gallery.asked.filter((each) => each.startsWith('create'))).toEqual([
      'create taken  code',
      'create Blame > Neighbours  code',
      'create Elections code-7 code',
    ]);
    await field.press('Escape');
    await expect(field).toHaveCount(0);
  });

  test('a double click and the row’s button apply; a folder never does', async ({ page, gallery }) => {
    await gallery.open('scene=codebook');
    await row(page, 'Legitimacy').dblclick();
    await page.getByRole('button', { name: 'Apply Legitimacy' }).click();
    await row(page, 'Actors').dblclick();
    expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual([
      'apply Legitimacy',
      'apply Legitimacy',
    ]);
  });

  test('Enter on a row applies its code; on a folder, and on a button in the row, it does not', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook&selected=code-7');
    await row(page, 'Legitimacy').click();
    await page.keyboard.press('Enter');
    await row(page, 'Actors').click();
    await page.keyboard.press('Enter');
    await row(page, 'Violence').click();
    await page.getByRole('button', { name: 'Hide what is below Violence' }).press('Enter');
    expect(gallery.asked.filter((each) => each.startsWith('apply'))).toEqual(['apply Legitimacy']);
  });

  test('archived codes are folded at the end, without a way to apply or move them', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook&archived', { width: 300, height: 1700 });
    await expect(page.getByRole('row').last()).toHaveAccessibleName('Archived, 4 codes');
    await expect(row(page, 'Foreign money')).toHaveCount(0);
    await page.getByRole('row').last().click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'Foreign money')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.getByRole('button', { name: 'Apply Foreign money' })).toHaveCount(0);
    await expect(page.getByText('Archived on 3 Feb 2031')).toBeVisible();
    await row(page, 'Foreign money').dragTo(row(page, 'Legitimacy'));
    await page.getByRole('button', { name: 'Bring back' }).press('Enter');
    await expect(row(page, 'Foreign money')).toHaveAttribute('aria-level', '1');
    await expect.poll(() => gallery.asked).toEqual(['archive Foreign money false']);
  });

  test('the exclusive set is typed or chosen, and Escape gives the old one back', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook&selected=code-0', { width: 400, height: 900 });
    const field = page.getByRole('combobox', { name: 'Exclusive set' });
    await field.fill('Blame');
    await field.press('Enter');
    await row(page, 'Legitimacy').click();
    await field.press('ArrowDown');
    await page.getByRole('option', { name: 'Blame' }).click();
    await field.fill('Other');
    await field.press('Escape');
    await expect(field).toHaveValue('Blame');
    await field.fill('');
    await field.press('Enter');
    expect(gallery.asked.filter((each) => each.startsWith('set in'))).toEqual([
      'set in External interference Blame',
      'set in Legitimacy Blame',
      'set in Legitimacy ',
    ]);
  });

  test('a code’s examples, history and whole fate go by keyboard', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&selected=code-0', { width: 400, height: 900 });
    await page.getByRole('button', { name: /^The council spoke/ }).press('Enter');
    await page.getByRole('button', { name: 'Add the passage in hand' }).press('Enter');
    await page.getByRole('button', { name: /^No longer an example: .This passage/ }).press('Enter');
    await page.getByRole('button', { name: 'History' }).press('Enter');
    await expect(page.getByRole('list', { name: 'History' })).toHaveText(
      /^Revision 2 4 Jan 2031.*M\. KarelName: Foreign hand → External interference“Outside money” merged into it, with 3 codings$/,
    );
    await page.getByRole('button', { name: 'Merge into…' }).press('Enter');
    await page.getByRole('button', { name: 'Archive' }).press('Enter');
    await expect
      .poll(() => gallery.asked)
      .toEqual([
        'open example a',
        'add example',
        'remove example b',
        'merge External interference',
        'archive External interference true',
      ]);
  });

  test('the menu acts on the codebook as a whole; locking goes from there and back', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=codebook');
    const menu = page.getByRole('button', { name: 'Codebook menu' });
    for (const name of ['Import codebook…', 'Export codebook…', 'Lock the codebook']) {
      await menu.press('Enter');
      await page.getByRole('menuitem', { name }).press('Enter');
    }
    await page.getByRole('button', { name: 'Lock codebook', pressed: true }).press('Enter');
    await expect(menu).toBeFocused();
    await expect
      .poll(() => gallery.asked)
      .toEqual(['action import', 'action export', 'action lock', 'action lock']);
  });

  test('colour, line, key and parent are chosen from lists', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&selected=code-0', { width: 500, height: 900 });
    await page.getByRole('button', { name: 'Colour: Blue, Solid' }).click();
    await page.getByRole('option', { name: 'Teal' }).click();
    await page.getByRole('option', { name: 'Wavy' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Key$/ }).click();
    await page.getByRole('option', { name: '7' }).click();
    await page.getByRole('button', { name: /Parent$/ }).click();
    await page.getByRole('option', { name: 'Legitimacy' }).click();
    await expect(page.getByRole('button', { name: 'Colour: Teal, Wavy' })).toBeVisible();
    await expect(row(page, 'External interference')).toHaveAccessibleName(/key 7$/);
    await expect(row(page, 'External interference')).toHaveAttribute('aria-level', '2');
  });

  test('deleting tells what goes', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&selected=code-1');
    const button = page.getByRole('button', { name: 'Delete code' });
    await expect(button).toHaveAccessibleDescription(
      'Deletes this code and its 7 codings; the passages stay. Undo brings it back. The 2 codes below it move up.',
    );
    await button.click();
    await expect.poll(() => gallery.asked).toContain('remove Foreign money');
  });

  test('a locked codebook can be looked at and unlocked', async ({ page, gallery }) => {
    await gallery.open('scene=codebook&locked&selected=code-0');
    await expect(page.getByRole('button', { name: 'New code' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Delete code' })).toBeDisabled();
    await expect(page.getByRole('textbox', { name: 'Name' })).not.toBeEditable();
    await page.getByRole('button', { name: 'Lock codebook', pressed: true }).click();
    await expect(page.getByRole('button', { name: 'New code' })).toBeEnabled();
  });
});

test.describe('corpus', () => {
  const options = (page: Page) => page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

  test('a row begins with the title and tells the state; the open document is selected and in sight', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=corpus&selected=document-33');
    await expect(options(page)).toHaveCount(120);
    const open = page.getByRole('option', { selected: true });
    await expect(open).toHaveAccessibleName(
      /^Curfew lifted in Port Mirel .*6 Jan 2031 · Telesk · 12 passages.*Done$/,
    );
    await expect(open).toBeInViewport({ ratio: 1 });
  });

  test('arrows, Home, End and letters move; Enter opens', async ({ page, gallery }) => {
    await gallery.open('scene=corpus&selected=document-0');
    const list = page.getByRole('listbox', { name: 'Documents' });
    const active = async (): Promise<string | null> => {
      const id = await list.getAttribute('aria-activedescendant');
      return page.locator(`[id="${id ?? ''}"]`).getAttribute('data-at');
    };
    await list.focus();
    const moves: readonly (readonly [key: string, at: string])[] = [
      ['ArrowDown', '1'],
      ['ArrowDown', '2'],
      ['ArrowUp', '1'],
      ['End', '119'],
      ['Home', '0'],
      ['f', '3'],
      ['u', '3'],
    ];
    for (const [key, at] of moves) {
      await page.keyboard.press(key);
      expect(await active()).toBe(at);
    }
    await expect.poll(() => gallery.asked).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => gallery.asked).toEqual(['select document-3']);
  });

  test('the filter narrows at once by title, agency and path; Enter opens the first', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=corpus');
    const filter = page.getByRole('searchbox', { name: 'Filter documents' });
    await filter.fill('curfew TELESK');
    await expect(options(page)).toHaveCount(15);
    await filter.fill('wires/17.txt');
    await expect(options(page)).toHaveCount(1);
    await filter.press('Enter');
    await expect.poll(() => gallery.asked).toEqual(['select document-17']);
    await filter.fill('nowhere at all');
    await expect(page.getByText('No document holds “nowhere at all”')).toBeVisible();
    await filter.press('Escape');
    await expect(options(page)).toHaveCount(120);
  });

  test('a long list has few rows in the page and tells its size', async ({ page, gallery }) => {
    await gallery.open('scene=corpus&rows=300&selected=document-250');
    const open = page.getByRole('option', { selected: true });
    await expect(open).toBeInViewport({ ratio: 1 });
    await expect(open).toHaveAttribute('aria-posinset', '251');
    await expect(open).toHaveAttribute('aria-setsize', '300');
    expect(await options(page).count()).toBeLessThan(40);
    await page.getByRole('listbox', { name: 'Documents' }).focus();
    await page.keyboard.press('Home');
    await expect(page.locator('[role="option"][data-at="0"]')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('End');
    await expect(page.locator('[role="option"][data-at="299"]')).toBeInViewport({ ratio: 1 });
  });

  test('one button opens a corpus, a menu beside it offers files', async ({ page, gallery }) => {
    await gallery.open('scene=corpus');
    await page.getByRole('button', { name: 'Open corpus…' }).click();
    await page.getByRole('button', { name: 'More ways to add texts' }).click();
    await page.getByRole('menuitem', { name: 'Files…' }).click();
    await expect.poll(() => gallery.asked).toEqual(['open folder', 'open files']);
    await gallery.open('scene=corpus&empty');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Open corpus…' })).toHaveCount(0);
  });

  test('folded: one line, previous and next, and any document by a click', async ({ page, gallery }) => {
    await gallery.open('scene=corpus&folded&selected=document-34');
    const region = page.getByRole('region', { name: 'Corpus' });
    expect((await region.boundingBox())?.height).toBe(40);
    await page.getByRole('button', { name: 'Next document' }).click();
    await page.getByRole('button', { name: 'Previous document' }).click();
    await options(page).nth(80).click();
    await expect
      .poll(() => gallery.asked)
      .toEqual(['select document-35', 'select document-34', 'select document-80']);
    await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
  });

  test('folded: the list drops down from the title and from the filter, and goes when it is left', async ({
    page,
    gallery,
  }) => {
    await gallery.open('scene=corpus&folded&selected=document-34');
    const list = page.getByRole('listbox', { name: 'Documents' });
    const height = async (): Promise<number> => (await list.boundingBox())?.height ?? 0;
    await page.getByRole('option', { selected: true }).click();
    expect(await height()).toBeGreaterThan(300);
    await page.keyboard.press('Escape');
    expect(await height()).toBe(32);
    await page.getByRole('searchbox', { name: 'Filter documents' }).fill('curfew');
    await expect(options(page)).toHaveCount(15);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => gallery.asked).toEqual(['select document-1']);
    expect(await height()).toBe(32);
    await expect(page.getByRole('searchbox')).toHaveValue('');
  });

  test('an import tells count, rate and file, and can be cancelled', async ({ page, gallery }) => {
    await gallery.open('scene=corpus&importing');
    const progress = page.getByRole('progressbar', { name: 'Import' });
    await expect(progress).toHaveAttribute('aria-valuetext', 'Importing 1,240 of 10,000');
    await expect(page.getByText('318 a second')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel the import' }).click();
    await expect.poll(() => gallery.asked).toEqual(['cancel']);
  });
});

test('the first start asks for a name once it is typed, and offers four ways to begin', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=first-start', { width: 800, height: 600 });
  const name = page.getByRole('textbox', { name: 'Your name' });
  await expect(name).toHaveValue('M. Karel');
  await name.fill('A. Novak');
  await page.getByRole('button', { name: 'Open corpus…' }).click();
  await page.getByRole('button', { name: 'Try the sample project' }).click();
  await page.getByRole('button', { name: 'Open files…' }).click();
  await page.getByRole('button', { name: 'Import a project or codebook…' }).click();
  await expect
    .poll(() => gallery.asked)
    .toEqual(['coder A. Novak', 'open folder', 'sample', 'open files', 'import']);
});

test('the import report has a row for every file that was skipped, repaired or may be misread', async ({
  page,
  gallery,
}) => {
  await gallery.open('scene=report', { width: 900, height: 700 });
  const report = page.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText(
    '5 documents imported, 1 repaired, 1 to check, 3 skipped, 1 already there',
  );
  await expect(report.getByRole('row')).toHaveCount(6);
  await expect(report.getByRole('row', { name: /wires\/locked\.txt/ })).toContainText(
    'the system refuses (EACCES)',
  );
  await expect(report.getByRole('row', { name: /old-dispatch/ })).toContainText(
    '112 line ends made uniform.',
  );
  const unsure = report.getByRole('row', { name: /wires\/short\.txt/ });
  await expect(unsure).toContainText('Please check');
  await expect(unsure).toContainText('It was read as Cyrillic (windows-1251)');
  await unsure.getByRole('button', { name: 'wires/short.txt' }).click();
  await report.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => gallery.asked).toEqual(['open short', 'close']);
});
