import { expect } from '@playwright/test';
import { codeSome } from '../../support/code-some';
import { openSpeakers, speak } from '../../support/speaker-desk';
import type {} from '../workbench/workbench';
import { alone, type Screen, type Walk } from './walk';

/** Screens that need more done before they come up. */
const lonely: readonly Screen[] = [
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
    'a list narrowed down, nothing found in the open document',
    async (desk) => {
      await codeSome(desk);
      await desk.keys('Alt+ArrowDown', 'Control+Enter', 'Alt+ArrowUp');
      await desk.page.getByRole('button', { name: 'Filter by state, code and attribute' }).click();
      await desk.page.getByRole('option', { name: /^Nothing found/ }).click();
    },
  ],
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
      // The words that were typed are asked for a moment later, which takes away again what no longer matches.
      await expect(async () => {
        await list.press('x');
        await expect(desk.page.getByText('no longer matches').first()).toBeVisible({ timeout: 5_000 });
      }).toPass();
    },
  ],
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
];

export const otherWalks: readonly Walk[] = [
  {
    name: 'speakers',
    begin: async (desk) => {
      await openSpeakers(desk);
      await desk.keys('d');
      await speak(desk, 'Ilse Aubrant');
      await speak(desk, 'Talvik');
    },
    screens: [
      [
        'speakers',
        async (desk) => {
          await desk.page.getByRole('button', { name: 'Speakers…' }).click();
          await desk.page.getByRole('option', { name: /^Talvik/ }).click();
          await desk.page.getByRole('button', { name: 'Add “Joren Talvik”' }).waitFor();
        },
      ],
      [
        'speakers, one to be merged, and who may be meant',
        async (desk) => {
          await desk.page.getByRole('button', { name: 'Speakers…' }).click();
          await desk.page.getByRole('button', { name: 'Merge into…' }).click();
          await desk.page
            .getByRole('option', { name: /^Ilse Aubrant/ })
            .last()
            .click();
        },
      ],
    ],
  },
  ...lonely.map(alone),
];
