import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeBenchProject } from '../bench/support/bench-project';
import { fillProfile, sha256 } from '../bench/support/fill-profile';
import { seeded } from '../main/journal-fixture';
import { acknowledgedIn, faultLayer, type KillPlan, planEnvironment } from '../support/fault-layer/kill-plan';
import { type KillPoint, killPoints, type Scenario } from '../support/fault-layer/kill-points';
import { comparableExport, expectedExport, firstDifference, keptProjects } from '../support/kept-project';
import { launchWorkbench, runWorkbench, type Workbench } from '../support/launch';
import { writeReports } from '../support/numbered-reports';
import { drill, recordDrill, trials } from '../support/trials';
import { workbenchPage } from '../support/workbench-page';

/*
 * The program ended at one file operation, as a crash there would end it, in each of the places where something is
 * half done. What it then shows must be what the journal says, and the journal must hold what was acknowledged.
 */

const reports = 150;
const documents = 20;
const timeout = 120_000;

interface Ground {
  readonly folder: string;
  /** With a project, its store and a snapshot; copied for each trial. */
  readonly profile: string;
  readonly texts: string;
  /** A project file, and what it holds as JSON. */
  readonly project: string;
  /** Files of an export, by their names: what each must be when it is not what it was. */
  readonly exported: ReadonlyMap<string, string>;
}

async function layGround(folder: string): Promise<Ground> {
  const profile = join(folder, 'ground');
  const sizes = Array.from({ length: documents }, () => ({ words: 300, annotations: 20 }));
  await fillProfile(profile, makeBenchProject(sizes, sha256));
  const { window, close } = await launchWorkbench({ userData: profile });
  const desk = workbenchPage(window);
  await expect(desk.article).toBeVisible();
  await desk.keys('d', 'd', '1');
  await desk.saved();
  await close();
  const project = join(folder, 'all.framewright');
  const out = join(folder, 'reference');
  const run = await runWorkbench([`--export=${project}`, ...exportsTo(out), '--quit'], { userData: profile });
  if (run.code !== 0) throw new Error(run.stderr);
  const exported = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  const [kept] = keptProjects(profile);
  if (readdirSync(join(kept?.folder ?? '', 'snapshots')).length === 0)
    throw new Error('No snapshot was taken');
  return { folder, profile, texts: writeReports(join(folder, 'texts'), reports), project, exported };
}

const exportsTo = (out: string): readonly string[] => [
  `--export=${out}/`,
  `--export=${join(out, 'all.csv')}`,
];

interface Trial {
  readonly profile: string;
  readonly log: string;
  readonly plan: KillPlan;
  readonly ground: Ground;
}

/** Runs without a window, which ends by the plan alone. */
async function unattended({ profile, log, plan }: Trial, switches: readonly string[]): Promise<void> {
  const run = await runWorkbench([...switches, '--quit'], {
    ...{ userData: profile, env: planEnvironment(plan, log), layer: faultLayer, timeout },
  });
  if (run.code !== null) throw new Error(`The point was not reached: ${run.stdout}${run.stderr}`);
}

/** Works in a window until the plan ends it. */
async function attended(
  { profile, log, plan }: Trial,
  work: (workbench: Workbench) => Promise<unknown>,
): Promise<void> {
  const env = planEnvironment(null, log);
  const workbench = await launchWorkbench({ userData: profile, env, layer: faultLayer });
  const child = workbench.app.process();
  const gone = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const desk = workbenchPage(workbench.window);
  await expect(desk.article).toBeVisible();
  await desk.saved();
  await workbench.app.evaluate((_, armed) => {
    (Reflect.get(globalThis, 'framewrightKillAt') as (next: unknown) => void)(armed); // of the layer
  }, plan);
  await work(workbench).catch(() => undefined);
  const timer = setTimeout(() => void workbench.killGroup(), timeout);
  const signal = await Promise.race([
    gone,
    new Promise<null>((resolve) => setTimeout(resolve, timeout, null)),
  ]);
  clearTimeout(timer);
  if (signal !== 'SIGKILL') throw new Error('The point was not reached');
}

/** Changes a small file of main's own. */
function alter(path: string, change: (held: Record<string, unknown>) => void): void {
  const held = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(held);
  writeFileSync(path, JSON.stringify(held));
}

const storeFile = (profile: string, name: string): string =>
  join(keptProjects(profile)[0]?.folder ?? '', 'store', name);

const scenarios: Readonly<Record<Scenario, (trial: Trial) => Promise<void>>> = {
  code: (trial) =>
    attended(trial, async ({ window }) => {
      await workbenchPage(window).article.focus();
      for (let n = 0; n < 40; n += 1) {
        await Promise.all(['d', '1'].map((key) => window.keyboard.press(key)));
      }
    }),
  close: (trial) =>
    attended(trial, async ({ app, window }) => {
      const desk = workbenchPage(window);
      await desk.keys('d', 'd', 'd', '1');
      await desk.saved();
      await app.close();
    }),
  import: (trial) => unattended(trial, [`--corpus=${trial.ground.texts}`]),
  'take in': (trial) => {
    rmSync(trial.profile, { recursive: true });
    return unattended(trial, ['--coder=Mara Kolt', `--import=${trial.ground.project}`]);
  },
  export: (trial) => {
    const out = join(trial.profile, 'out');
    mkdirSync(out);
    for (const name of trial.ground.exported.keys()) writeFileSync(join(out, name), 'old');
    return unattended(trial, exportsTo(out));
  },
  rebuild: (trial) => {
    alter(storeFile(trial.profile, 'account.json'), (account) => {
      account['applied_seq'] = Number(account['applied_seq']) + 1_000;
    });
    return unattended(trial, []);
  },
  upgrade: (trial) => {
    alter(storeFile(trial.profile, 'engine.json'), (engine) => {
      engine['app'] = '0.0.9';
    });
    return unattended(trial, []);
  },
  restore: (trial) =>
    attended(trial, ({ window: page }) =>
      page.evaluate(async () => {
        const listed = await window.framewright.listBackups();
        if (listed.ok) await window.framewright.restoreBackup(listed.value[0]?.name ?? '', 'Again');
      }),
    ),
};

/** What is wrong with a profile after it was killed, in words; nothing where all is as it should be. */
async function lookAfter(trial: Trial, { scenario }: KillPoint): Promise<readonly string[]> {
  const { profile, log, ground } = trial;
  const wrong: string[] = [];
  const acknowledged = existsSync(log) ? acknowledgedIn(log) : new Map<string, number>();
  const promised = [...acknowledged].map(
    ([path, size]) => [path, readFileSync(path).subarray(0, size)] as const,
  );
  if (scenario === 'export') {
    for (const [name, whole] of ground.exported) {
      const found = readFileSync(join(profile, 'out', name), 'utf8');
      if (found !== 'old' && found !== whole) wrong.push(`${name} is neither the old nor the new`);
    }
  }
  // Done again, as a person would: what came in before must not come in twice.
  const again: readonly string[] =
    scenario === 'import'
      ? [`--corpus=${ground.texts}`]
      : scenario === 'take in'
        ? [`--import=${ground.project}`]
        : [];
  for (const { name, folder } of keptProjects(profile)) {
    const out = join(ground.folder, 'after.json');
    const switches = [`--project=${name}`, ...again, `--export=${out}`, '--quit'];
    const run = await runWorkbench(switches, { userData: profile, timeout });
    if (run.code !== 0) {
      wrong.push(`${name} does not open: ${run.code} ${run.stderr}`);
      continue;
    }
    const shown = comparableExport(readFileSync(out, 'utf8'));
    const difference = firstDifference(shown, expectedExport(folder));
    if (difference !== '') wrong.push(`${name} differs from its journal ${difference}`);
    const count = (JSON.parse(shown) as { readonly documents: readonly unknown[] }).documents.length;
    const due = documents + (scenario === 'import' ? reports : 0);
    if (count !== due) wrong.push(`${name} has ${count} documents instead of ${due}`);
    if (scenario === 'upgrade') {
      const snapshots = readdirSync(join(folder, 'snapshots'));
      if (!snapshots.some((each) => each.endsWith('-upgrade.fws')))
        wrong.push('no backup from before the update');
    }
  }
  for (const [path, bytes] of promised) {
    const kept = readFileSync(path).subarray(0, bytes.length);
    if (!kept.equals(bytes)) wrong.push('the journal lacks what was acknowledged');
  }
  return wrong;
}

test(drill('kills at named points leave nothing half done, lost or doubled'), async () => {
  test.setTimeout(7_200_000);
  const folder = mkdtempSync(join(tmpdir(), 'framewright-points-'));
  const random = seeded(20_261_129);
  const wrong: string[] = [];
  const tried = killPoints.slice(0, trials(3, killPoints.length));
  const each = trials(1, 10);
  try {
    const ground = await layGround(folder);
    for (const point of tried) {
      for (let n = 0; n < each; n += 1) {
        const profile = join(folder, 'profile');
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        cpSync(ground.profile, profile, { recursive: true });
        const plan = { ...point.plan, at: (point.from ?? 1) + random(point.times) };
        const trial: Trial = { profile, log: join(folder, `acknowledged-${n}`), plan, ground };
        rmSync(trial.log, { force: true });
        await scenarios[point.scenario](trial);
        for (const each of await lookAfter(trial, point)) wrong.push(`${point.name}, ${plan.at}: ${each}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const count = tried.length * each;
  recordDrill({
    trials: count,
    lost: wrong.length,
    worst: wrong[0] ?? `${tried.length} points, ${each} times each`,
  });
  expect(wrong).toEqual([]);
});
