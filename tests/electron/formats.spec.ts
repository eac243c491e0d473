import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

test('a file that was changed after it was coded: the passages go over, and what is not certain stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-versions-'));
  const corpus = join(folder, 'wire');
  const userData = join(folder, 'profile');
  const switches = ['--coder=Mara Kolt', `--corpus=${corpus}`];
  const text = (body: string): string => `Lamp of Harn is lit again\n\n${body}\n`;
  mkdirSync(corpus);
  writeFileSync(
    join(corpus, '1.txt'),
    text('The lamp was lit at dusk by its pilots. Nobody saw the ferry of Aune leave.'),
  );
  try {
    const begun = await launchWorkbench({ userData, switches });
    const desk = workbenchPage(begun.window);
    await desk.keys('d');
    await desk.code('order restored');
    await desk.keys('d', '1');
    await expect(desk.annotations.getByRole('listitem')).toHaveCount(2);
    await desk.saved();
    await begun.close();

    writeFileSync(
      join(corpus, '1.txt'),
      text('Corrected. The lamp was lit at dusk by its pilots. The quay was empty.'),
    );
    const again = await launchWorkbench({ userData, switches });
    const later = workbenchPage(again.window);
    const report = again.window.getByRole('dialog', { name: 'Import report' });
    await expect(report.getByRole('row', { name: /^1\.txt/ })).toContainText('New version');
    await report.getByRole('button', { name: '1.txt' }).click();
    await expect(later.annotations.getByRole('listitem')).toHaveCount(0);
    await again.window.getByRole('button', { name: 'Details of the document' }).click();
    const details = again.window.getByRole('dialog', { name: 'Document details' });
    await expect(details).toContainText('2 annotations of yours');
    await details.getByRole('button', { name: 'Carry them over' }).click();
    await expect(details).toContainText('1 annotation of yours');
    await details.getByRole('button', { name: 'Close' }).click();
    expect(await later.quotes()).toEqual(['The lamp was lit at dusk by its pilots.']);
    await later.saved();
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
