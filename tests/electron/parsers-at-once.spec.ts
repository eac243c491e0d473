import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench } from '../support/launch';
import { freezeIn, putStandIn } from '../support/stand-in-parser';

const fourCores = join(import.meta.dirname, '../support/four-cores.cjs');

test('several files are parsed at once, by one parser fewer than there are cores, each in a process of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-at-once-'));
  const workbench = await launchWorkbench({ layer: fourCores });
  const { app } = workbench;
  try {
    await putStandIn(workbench);
    const waiting = ['wait for a', 'wait for b', 'wait for c'];
    const files = Object.fromEntries(waiting.map((text) => [`${text}.txt`, text]));
    const answers = freezeIn(workbench, folder, files);
    const atWork = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map(({ webContents }) => [webContents.getTitle(), webContents.getOSProcessId()] as const)
          .filter(([title]) => title.startsWith('wait for '))
          .sort(),
      );
    // All of them are begun, and none is done.
    await expect.poll(async () => (await atWork()).map(([title]) => title)).toEqual(waiting);
    expect(new Set((await atWork()).map(([, pid]) => pid)).size).toBe(waiting.length);
    await app.evaluate(async ({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        if (webContents.getTitle().startsWith('wait for ')) await webContents.executeJavaScript('goOn()');
    });
    expect(Object.values(await answers).map(({ ok }) => ok)).toEqual([true, true, true]);
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
