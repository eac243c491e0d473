import type { Locator, Page } from '@playwright/test';
import { axeViolations, themeRules } from '../support/axe-violations';
import { codeSome } from '../support/code-some';
import type { WorkbenchPage } from '../support/workbench-page';
import { codedWalk, memoWalk } from './screens/coded-walk';
import { fileWalks } from './screens/file-walks';
import { otherWalks } from './screens/other-walks';
import { plainWalk } from './screens/plain-walk';
import { putAway, type Walk } from './screens/walk';
import { expect, test } from './workbench-fixture';

const themes = ['light', 'dark', 'contrast'] as const;

const walks: readonly Walk[] = [plainWalk, codedWalk, memoWalk, ...otherWalks, ...fileWalks];

for (const { name, begin, screens } of walks) {
  test(`${name}: axe finds nothing in any theme`, async ({ desk, page }) => {
    test.setTimeout(180_000 + 30_000 * screens.length);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await begin(desk);
    for (const [screen, show, leave = putAway] of screens) {
      await test.step(screen, async () => {
        await show(desk);
        for (const theme of themes) {
          await wear(page, theme);
          const found = await axeViolations(page, { only: theme === 'light' ? undefined : themeRules });
          expect.soft(found, `${screen}, ${theme}`).toEqual([]);
        }
        await wear(page, 'light');
        await leave(desk);
      });
    }
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
  for (const [name, open] of opened) {
    const part = await open(desk);
    const found = await axeViolations(part);
    expect([name, found]).toEqual([name, []]);
    await page.keyboard.press('Escape');
  }
});

test('the first screen: axe finds nothing in any theme', async ({ page, served }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(served.url);
  await page.getByRole('button', { name: 'Try the sample project' }).waitFor();
  for (const theme of themes) {
    await wear(page, theme);
    expect([theme, await axeViolations(page)]).toEqual([theme, []]);
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
  expect(await axeViolations(page)).toEqual([]);
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
