import { fictionalReports } from '../../core/copies/fictional-reprints';
import { askingFiles, openAskingFiles, sameTexts } from '../../support/asking-files';
import { selectWords } from '../../support/select-words';
import { filesBefore, filesNow, offerFiles } from '../../support/version-files';
import type { WorkbenchPage } from '../../support/workbench-page';
import type {} from '../workbench/workbench';
import { alone, type Screen, type Walk } from './walk';

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

/** What files ask when they come in, or come again. */
export const fileWalks: readonly Walk[] = [
  {
    name: 'changed files',
    begin: changeFiles,
    screens: [
      [
        'changes in the files',
        async (desk) => {
          await desk.page
            .getByRole('group', { name: /^What changed/ })
            .locator('ins')
            .first()
            .waitFor();
        },
        () => Promise.resolve(),
      ],
      [
        'passages without a place',
        async (desk) => {
          await desk.page.getByRole('button', { name: 'Take in 2 versions' }).click();
          await desk.page.getByRole('region', { name: 'Passages without a place' }).waitFor();
        },
        () => Promise.resolve(),
      ],
    ],
  },
  ...(
    [
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
        'copies of a passage',
        async (desk) => {
          const { page } = desk;
          const files = Object.entries(fictionalReports).map(([name, text]) => ({
            path: `${name}.txt`,
            text,
          }));
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
        'the same text under two names',
        async (desk) => {
          await openAskingFiles(desk, sameTexts);
          await desk.page.getByRole('dialog', { name: 'The same text under two names' }).waitFor();
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
    ] as const satisfies readonly Screen[]
  ).map(alone),
];
