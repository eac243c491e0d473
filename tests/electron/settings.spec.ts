import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';

let userData = '';
test.beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'framewright-settings-'));
});
test.afterEach(() => {
  rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
});

const launch = (...switches: readonly string[]) => launchWorkbench({ userData, switches });

async function chooseTheme(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText(words, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const look = (page: Page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset['theme'],
    ground: getComputedStyle(document.body).backgroundColor,
    stored: localStorage.length,
  }));

/** What frame and menus go by, and a page before its settings have arrived. */
const themeSource = (app: ElectronApplication) => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);

const dark = { theme: 'dark', ground: 'rgb(25, 26, 28)', stored: 0 };

test('settings outlast a restart and hold in every project, a coder’s own', async () => {
  const first = await launch('--coder=Ada', '--project=Harbour');
  try {
    await chooseTheme(first.window, 'Dark');
    await first.window.keyboard.press('Control+1');
    await expect(first.window.getByRole('region', { name: 'Corpus' })).toHaveCount(0);
    expect(await look(first.window)).toEqual(dark);
    await expect.poll(() => themeSource(first.app)).toBe('dark');
    // Closed at once: what was changed last is kept all the same.
  } finally {
    await first.close();
  }
  const second = await launch('--project=Another one');
  try {
    await second.window.getByRole('button', { name: 'Export…' }).waitFor();
    expect(await look(second.window)).toEqual(dark);
    expect(await themeSource(second.app)).toBe('dark');
    await expect(second.window.getByRole('region', { name: 'Corpus' })).toHaveCount(0);
  } finally {
    await second.close();
  }
  const third = await launch('--coder=Ben', '--project=Harbour');
  try {
    await third.window.getByRole('button', { name: 'Export…' }).waitFor();
    expect((await look(third.window)).theme).toBe('system');
    expect(await themeSource(third.app)).toBe('system');
    await expect(third.window.getByRole('region', { name: 'Corpus' })).toBeVisible();
  } finally {
    await third.close();
  }
});

test('a switch of project takes the settings along at once', async () => {
  const { app, window, close } = await launch('--coder=Ada', '--project=Harbour');
  try {
    await chooseTheme(window, 'Dark');
    await window.getByRole('button', { name: /^Project: / }).click();
    await window.getByRole('menuitem', { name: 'New project…' }).click();
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Station');
    await window.getByRole('button', { name: 'Create' }).click();
    const isOther = (page: Page): boolean => page !== window && /\/index\.html/.test(page.url());
    await expect.poll(() => app.windows().some(isOther)).toBe(true);
    const other = app.windows().find(isOther);
    if (other === undefined) throw new Error('unreachable');
    await other.getByRole('button', { name: 'Project: Station' }).waitFor();
    expect(await look(other)).toEqual(dark);
    expect(await themeSource(app)).toBe('dark');
  } finally {
    await close();
  }
});

test('settings that cannot be read are told of and kept beside', async () => {
  const path = join(userData, 'settings.json');
  writeFileSync(path, '{"coders": [');
  const { window, close } = await launch('--coder=Ada');
  try {
    await expect(window.getByRole('alert')).toContainText('The settings could not be read');
    await chooseTheme(window, 'Light');
    await expect.poll(() => existsSync(path)).toBe(true);
  } finally {
    await close();
  }
  expect(readFileSync(path, 'utf8')).toContain('"theme": "light"');
  expect(readdirSync(userData).filter((name) => name.startsWith('settings.json.broken-'))).toHaveLength(1);
});
