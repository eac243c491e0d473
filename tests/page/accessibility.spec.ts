import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const results = await page.evaluate(() => window.axe.run());
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

const screens: readonly (readonly [name: string, show: (desk: WorkbenchPage) => Promise<void>])[] = [
  ['reading', () => Promise.resolve()],
  ['passages coded, one in hand', codeSome],
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
    'narrow, with a drawer',
    async (desk) => {
      await codeSome(desk);
      await desk.page.setViewportSize({ width: 720, height: 700 });
      await desk.page.getByRole('button', { name: 'Annotations' }).click();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, show] of screens) {
    test(`${name}, ${colorScheme}: axe finds nothing`, async ({ desk, page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(desk);
      expect(await violations(page)).toEqual([]);
    });
  }
}
