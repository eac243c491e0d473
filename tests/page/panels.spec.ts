import { axeViolations, pageRules, themeRules } from '../support/axe-violations';
import { expect, test } from './gallery-fixture';

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
        const only = colorScheme === 'light' ? undefined : themeRules;
        const found = await axeViolations(page, { only, without: pageRules });
        expect.soft(found, `${scene} in ${colorScheme}`).toEqual([]);
      }
    });
  }
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
