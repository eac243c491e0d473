import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seeded } from '../main/journal-fixture';
import { hearSaved } from '../support/hear-saved';
import { launchWorkbench, type Workbench } from '../support/launch';
import { distinctSentences, openReport, sentencesEach, writeReports } from '../support/numbered-reports';
import { drill, isDrill, recordDrill, trials } from '../support/trials';
import { workbenchPage } from '../support/workbench-page';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-kills-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Who is ended: everybody at once as by a power cut, main alone, or the window's process, which main outlives. */
const targets = ['group', 'main', 'renderer', 'group'] as const;
type Target = (typeof targets)[number];

async function killTarget({ app, killGroup }: Workbench, target: Target): Promise<void> {
  if (target === 'group') return killGroup();
  const child = app.process();
  if (target === 'renderer') {
    const pid = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      return window?.webContents.getOSProcessId() ?? 0;
    });
    if (pid === 0) throw new Error('No window whose process could be killed');
    process.kill(pid, 'SIGKILL');
    return;
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** After its process was killed the window comes back by itself, opens the project and says "Saved". */
async function expectReloaded({ app, killGroup }: Workbench): Promise<void> {
  const saving = (): Promise<string> =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      const script = `document.querySelector('[aria-label="Saving"]')?.textContent ?? ''`;
      // What is asked of a page that is just gone is never answered.
      return new Promise<string>((resolve) => {
        setTimeout(() => resolve(''), 1_000);
        window?.webContents.executeJavaScript(script).then(resolve, () => resolve(''));
      });
    });
  await expect.poll(saving, { message: 'the window came back' }).toBe('Saved');
  await killGroup();
}

interface Trial {
  readonly saved: number;
  readonly pressed: number;
}

/** Codings that are called saved before the moment is drawn: on a slow machine too there is something to lose. */
const savedFirst = trials(2, 26);

/** Codes a report until somebody is killed. */
async function codeUntilKilled(
  workbench: Workbench,
  target: Target,
  wait: number,
  isFirst: boolean,
): Promise<Trial> {
  const desk = workbenchPage(workbench.window);
  const { keyboard } = workbench.window;
  let saved = 0;
  let pressed = 1;
  const state = { killed: false };
  await desk.keys('d', 'd');
  if (isFirst) await desk.code('legitimacy');
  else await desk.keys('1');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(1);
  let tellEnough = (): void => undefined;
  const toldEnough = new Promise<void>((resolve) => {
    tellEnough = resolve;
  });
  await hearSaved(workbench.window, (count) => {
    saved = Math.max(saved, count);
    if (saved >= savedFirst) tellEnough();
  });
  const ending = toldEnough
    .then(() => new Promise((resolve) => setTimeout(resolve, wait)))
    .then(() => {
      state.killed = true;
      return killTarget(workbench, target);
    });
  await desk.article.focus();
  // A key is no longer waited for than the next one takes: as fast as nobody codes.
  while (!state.killed && pressed < sentencesEach - 10) {
    pressed += 2;
    const keys = ['d', '1', 'd', '1'].map((key) => keyboard.press(key));
    await Promise.all(keys).catch(() => {
      state.killed = true;
    });
  }
  await ending;
  if (target === 'renderer') await expectReloaded(workbench);
  return { saved, pressed };
}

const kills = trials(8, 200);
/** Kills that one profile lives through. */
const perProfile = 100;

test(drill('kills while coding lose and double nothing that was called saved'), async () => {
  if (!isDrill) test.setTimeout(180_000);
  const random = seeded(20_261_121);
  const wrong: string[] = [];
  let acknowledged = 0;
  for (let first = 0; first < kills; first += perProfile) {
    const count = Math.min(perProfile, kills - first);
    const userData = join(folder, `profile-${first}`);
    const switches = ['--coder=Mara Kolt', `--corpus=${writeReports(join(folder, `texts-${first}`), count)}`];
    let workbench = await launchWorkbench({ userData, switches });
    for (let report = 0; report < count; report += 1) {
      const target = targets[report % targets.length] ?? 'group';
      const desk = workbenchPage(workbench.window);
      await expect(desk.documents.getByRole('option')).toHaveCount(count);
      await openReport(desk, report);
      const wait = 100 + random(900);
      const { saved, pressed } = await codeUntilKilled(workbench, target, wait, report === 0);
      acknowledged += saved;
      workbench = await launchWorkbench({ userData });
      const again = workbenchPage(workbench.window);
      await openReport(again, report);
      await again.saved();
      if (saved > 0) await expect(again.annotations.getByRole('listitem').first()).toBeVisible();
      const quotes = await again.quotes();
      const distinct = distinctSentences(quotes);
      if (quotes.length < saved || quotes.length > pressed || distinct !== quotes.length) {
        wrong.push(
          `kill ${first + report} of the ${target}: saved ${saved}, pressed ${pressed}, there ${quotes.length}, distinct ${distinct}`,
        );
      }
    }
    await workbench.close();
  }
  recordDrill({
    ...{ trials: kills, lost: wrong.length },
    worst: wrong[0] ?? `of ${acknowledged} acknowledged`,
  });
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(isDrill ? 5_000 : kills);
});
