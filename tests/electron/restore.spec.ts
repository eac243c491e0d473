import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableNames } from '@core/change/tables';
import { openJournal } from '@main/open-journal';
import { createSnapshots } from '@main/snapshots';
import { expect, test } from '@playwright/test';
import { makeBenchProject } from '../bench/support/bench-project';
import { fillProfile, must, sha256 } from '../bench/support/fill-profile';
import {
  comparableExport,
  expectedExport,
  firstDifference,
  journalOf,
  keptProjects,
  recordsOf,
} from '../support/kept-project';
import { launchWorkbench, runWorkbench } from '../support/launch';
import { drill, isDrill, recordDrill, trials } from '../support/trials';
import { readBelow } from '../support/words-below';
import { workbenchPage } from '../support/workbench-page';

/** Twenty passages each: more than one line of the journal holds, so that some come after the snapshot. */
const documents = trials(300, 5_000);
/** What the store is built from; a run of all tests tries the first. */
const sources = ['snapshot and journal', 'the journal alone'].slice(0, trials(1, 2));
/** Milliseconds from the start of the program, for 100,000 passages. A run of all tests only tells them. */
const limit = 30_000;

/** A snapshot of the project as it was before the journal's last line. */
async function backUp(folder: string): Promise<void> {
  const { id } = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as { readonly id: string };
  const journal = must(await openJournal({ folder: join(folder, 'journal'), projectId: id }));
  const { records, changes: seq, last: last_change } = recordsOf(journalOf(folder), 1);
  const snapshots = createSnapshots({
    folder,
    projectId: id,
    app: 'drill',
    chainAt: (at) => journal.chainAt(at),
  });
  const tables = tableNames.map((name) => [name, records.all(name)] as const);
  const counts = Object.fromEntries(tables.map(([name, rows]) => [name, rows.length]));
  const chain = (await journal.chainAt(seq)) ?? '';
  must(await snapshots.write({ kind: 'begin', head: { seq, chain, last_change, counts } }));
  for (const table of tables)
    must(await snapshots.write({ kind: 'part', lines: `${JSON.stringify(table)}\n` }));
  must(await snapshots.write({ kind: 'end' }));
  await journal.close();
}

test(
  drill('a deleted store of many annotations is restored at start, from snapshot and journal'),
  async () => {
    test.setTimeout(1_800_000);
    const root = mkdtempSync(join(tmpdir(), 'framewright-restore-'));
    const userData = join(root, 'profile');
    const wrong: string[] = [];
    const times: string[] = [];
    try {
      const sizes = Array.from({ length: documents }, () => ({ words: 400, annotations: 20 }));
      await fillProfile(userData, makeBenchProject(sizes, sha256));
      expect((await runWorkbench(['--quit'], { userData, timeout: 300_000 })).code).toBe(0);
      const [{ folder } = { folder: '' }] = keptProjects(userData);
      const { changes, records } = recordsOf(journalOf(folder));
      const expected = expectedExport(folder);
      const snapshots = join(folder, 'snapshots');
      rmSync(snapshots, { recursive: true, force: true });
      await backUp(folder);
      // A store of this size lies in packed tables: by what a deleted project is searched for, its words are found there.
      const findings = readBelow(join(userData, 'Partitions'));
      const quotes = records
        .all('annotation')
        .flatMap(({ target }) => (target.kind === 'passage' ? [target.quote] : []))
        .slice(0, 10);
      const found = quotes.flatMap((quote) => findings(quote));
      expect(found.filter(({ path, isPlain }) => path.endsWith('.ldb') && !isPlain)).not.toEqual([]);
      expect(quotes.filter((quote) => findings(quote).length === 0)).toEqual([]);
      for (const from of sources) {
        if (from === 'the journal alone') rmSync(snapshots, { recursive: true });
        const partitions = join(userData, 'Partitions');
        const stores = readdirSync(partitions).map((name) => join(partitions, name, 'IndexedDB'));
        const there = stores.filter((store) => existsSync(store));
        expect(there).not.toEqual([]);
        for (const store of there) rmSync(store, { recursive: true });

        const begun = performance.now();
        const workbench = await launchWorkbench({ userData });
        const told = workbench.window.getByRole('alert').filter({ hasText: /was empty and was rebuilt/ });
        await expect(told).toContainText(changes.toLocaleString('en'), { timeout: 120_000 });
        await expect(workbenchPage(workbench.window).documents.getByRole('option').first()).toBeVisible();
        await workbenchPage(workbench.window).saved();
        const took = performance.now() - begun;
        // One that could not be used would be told of.
        await expect(workbench.window.getByRole('alert')).toHaveCount(1);
        await workbench.close();
        times.push(`${(took / 1000).toFixed(1)} s from ${from}`);
        if (isDrill && took > limit) wrong.push(`${Math.round(took)} ms from ${from}`);

        const out = join(root, 'out.json');
        await runWorkbench([`--export=${out}`, '--quit'], { userData, timeout: 300_000 });
        const difference = firstDifference(comparableExport(readFileSync(out, 'utf8')), expected);
        if (difference !== '') wrong.push(difference);
      }
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    }
    recordDrill({
      trials: times.length,
      lost: wrong.length,
      worst: `${documents * 20} annotations: ${times.join(', ')}`,
    });
    expect(wrong).toEqual([]);
  },
);
