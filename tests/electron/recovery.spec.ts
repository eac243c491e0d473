import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWorkbench, type Workbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

const corpus = resolve(import.meta.dirname, '../fixtures/wire');

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-recovery-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const profile = (): string => join(folder, 'profile');

function projectFolder(): string {
  const [id = ''] = readdirSync(join(profile(), 'projects'));
  return join(profile(), 'projects', id);
}

function indexedDb(): string {
  const [partition = ''] = readdirSync(join(profile(), 'Partitions')).filter((name) => name.startsWith('p-'));
  return join(profile(), 'Partitions', partition, 'IndexedDB');
}

function storeFile(pattern: RegExp): string {
  const store = join(indexedDb(), 'app_bundle_0.indexeddb.leveldb');
  const names = readdirSync(store).filter((name) => pattern.test(name));
  return join(store, names.toSorted().at(-1) ?? '');
}

const keptStores = (kind: 'set-aside' | 'copies'): readonly string[] => {
  const kept = join(projectFolder(), 'store', kind);
  return existsSync(kept) ? readdirSync(kept) : [];
};

/** Waits until all is shown that should be there, and no more. */
async function expectPassages(workbench: Workbench, count: number): Promise<void> {
  const desk = workbenchPage(workbench.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(10);
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(count);
  await desk.saved();
}

/** A project with ten texts and one code, and so many passages of the first text coded; closed in good order. */
async function begin(passages: number): Promise<void> {
  const workbench = await launchWorkbench({
    userData: profile(),
    switches: ['--coder=Mara Kolt', `--corpus=${corpus}`],
  });
  const desk = workbenchPage(workbench.window);
  await expect(desk.documents.getByRole('option')).toHaveCount(10);
  await expect(desk.article).toBeVisible();
  await desk.keys('d', 'd', 'd');
  await desk.code('legitimacy');
  for (let n = 1; n < passages; n += 1) await desk.keys('d', '1');
  await expect(desk.annotations.getByRole('listitem')).toHaveCount(passages);
  await desk.saved();
  await workbench.close();
}

interface Injury {
  readonly name: string;
  readonly injure: () => void;
  /** Parts of what the person is told. */
  readonly told: RegExp;
  readonly kept: readonly ('set-aside' | 'copies')[];
}

const injuries: readonly Injury[] = [
  {
    name: 'deleted',
    injure: () => rmSync(indexedDb(), { recursive: true }),
    told: /was empty and was rebuilt/,
    kept: [],
  },
  {
    name: 'with a byte of its log flipped',
    injure: () => {
      const path = storeFile(/\.log$/);
      const bytes = readFileSync(path);
      const place = bytes.length >> 2;
      bytes[place] = (bytes[place] ?? 0) ^ 0x10;
      writeFileSync(path, bytes);
    },
    told: /was damaged .*set aside.* has been rebuilt|was empty and was rebuilt/,
    kept: ['set-aside'],
  },
  {
    name: 'without its manifest',
    injure: () => rmSync(storeFile(/^MANIFEST-/)),
    told: /was damaged .*set aside.*The working store has been rebuilt/,
    kept: ['set-aside'],
  },
  {
    name: 'with half of its log',
    injure: () => {
      const path = storeFile(/\.log$/);
      truncateSync(path, statSync(path).size >> 1);
    },
    // Cut before it was opened, found to lack what was noted of it, copied and removed while open.
    told: /written only in part.*had lost the work done last and was rebuilt/,
    kept: ['copies', 'set-aside'],
  },
  {
    name: 'with a torn end',
    injure: () => {
      const path = storeFile(/\.log$/);
      truncateSync(path, Math.max(0, statSync(path).size - 200));
    },
    // Cut before it was opened, found to lack what was noted of it, copied and removed while open.
    told: /written only in part.*had lost the work done last and was rebuilt/,
    kept: ['copies', 'set-aside'],
  },
];

for (const { name, injure, told, kept } of injuries) {
  test(`a store ${name} comes back whole, is told of and kept`, async () => {
    await begin(4);
    injure();
    // The second session is the one in which a torn log would lose all of it.
    for (const session of [1, 2]) {
      const workbench = await launchWorkbench({ userData: profile() });
      const desk = workbenchPage(workbench.window);
      await expectPassages(workbench, session + 3);
      const alerts = (await workbench.window.getByRole('alert').allTextContents()).join(' ');
      // Red is what went wrong, not that it is right again.
      const mended = workbench.window.locator('[role="alert"][data-mended]');
      if (session === 1) {
        expect(alerts).toMatch(told);
        await expect(mended).toContainText('Nothing that was saved is missing');
      } else expect(alerts).toBe('');
      // It begins at the passage that was coded last.
      await desk.keys('d', '1');
      await expect(desk.annotations.getByRole('listitem')).toHaveCount(session + 4);
      await desk.saved();
      await workbench.close();
    }
    for (const kind of kept) expect(keptStores(kind).length).toBeGreaterThan(0);
    expect(readdirSync(join(projectFolder(), 'snapshots')).length).toBeGreaterThan(0);
  });
}
