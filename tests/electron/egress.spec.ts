import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type CountingServer, openCountingServer } from '../support/counting-server';
import { egressChannels, leavingChannels, neverArrives } from '../support/egress-channels';
import { launchPlainWindow, launchWorkbench } from '../support/launch';
import { workbenchPage } from '../support/workbench-page';

/** Milliseconds that are given to what may come late. */
const quiet = 2000;

/** An address of this machine that is not loopback's, where it has one: what leaves for it is routed. */
const outward = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.internal === false && each.family === 'IPv4')?.address;

/** A machine that only a drill can name, where nobody listens: what is sent to it is counted on the way. */
const routed = process.env['FRAMEWRIGHT_ROUTED_ADDRESS'];

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-egress-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const unheard = (host: string): CountingServer => ({
  target: `http://${host}:41000`,
  arrivals: () => 0,
  close: () => Promise.resolve(),
});

type Attempts = Readonly<Record<string, (target: string) => unknown>>;

/** Lets a page try channels, each against a counter of its own; answers what arrived at each until all was quiet. */
async function arrivals(
  page: Page,
  attempts: Attempts,
  host: string,
  enough: (counts: ReadonlyMap<string, number>) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const names = Object.keys(attempts);
  const servers = await Promise.all(
    names.map(() => (host === routed ? Promise.resolve(unheard(host)) : openCountingServer(host))),
  );
  const counts = () => new Map(names.map((name, at) => [name, servers[at]?.arrivals() ?? 0]));
  try {
    const tried = Object.values(attempts).map((attempt, at) =>
      // What it answers, and how it fails, says nothing: only what arrives counts.
      page.evaluate(attempt, servers[at]?.target ?? '').catch(() => undefined),
    );
    await Promise.race([Promise.all(tried), new Promise((late) => setTimeout(late, quiet))]);
    // So that styles are worked out, which a window that is not shown may put off.
    await page.evaluate(() => document.body.getBoundingClientRect()).catch(() => undefined);
    const until = Date.now() + quiet;
    while (Date.now() < until && !enough(counts())) await new Promise((later) => setTimeout(later, 20));
    return counts();
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

test('from a window that nothing is forbidden to, the channels do arrive', async () => {
  const home = await openCountingServer('127.0.0.1');
  const plain = await launchPlainWindow(home.target);
  const found = new Map<string, number>();
  const all = (counts: ReadonlyMap<string, number>) =>
    [...counts].every(([name, count]) => count > 0 || neverArrives.has(name));
  try {
    for (const [name, attempt] of Object.entries(leavingChannels)) {
      const counts = await arrivals(plain.window, { [name]: attempt }, '127.0.0.1', all);
      for (const [each, count] of counts) found.set(each, count);
      // It may still be on its way elsewhere.
      await expect(() => plain.window.goto(home.target)).toPass();
    }
    for (const [name, count] of await arrivals(plain.window, egressChannels, '127.0.0.1', all))
      found.set(name, count);
    if (routed !== undefined) await arrivals(plain.window, egressChannels, routed, () => false);
  } finally {
    await plain.close();
    await home.close();
  }
  const silent = [...found].filter(([, count]) => count === 0).map(([name]) => name);
  expect(silent.toSorted()).toEqual([...neverArrives].toSorted());
  expect(found.size - silent.length).toBeGreaterThanOrEqual(40);
});

test('from the built program nothing arrives by any of them', async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'a.txt'), 'The harbour pilots left.\n\nThe narrows stayed open.\n');
  const { app, window, close } = await launchWorkbench({
    switches: ['--coder=Mara Kolt', `--corpus=${corpus}`],
  });
  try {
    await expect(workbenchPage(window).documents.getByRole('option')).toHaveCount(1);
    const parser = app.windows().find((page) => page.url().endsWith('/parser.html'));
    if (parser === undefined) throw new Error('No parser is open any more');
    const hosts = ['127.0.0.1', outward, routed].filter((host) => host !== undefined);
    const pages = [parser, window];
    const before = pages.map((page) => page.url());
    const tried = pages.flatMap((page) =>
      hosts.map((host) => arrivals(page, { ...egressChannels, ...leavingChannels }, host, () => false)),
    );
    for (const counts of await Promise.all(tried)) {
      expect(counts.size).toBeGreaterThanOrEqual(50);
      expect([...counts].filter(([, count]) => count > 0)).toEqual([]);
    }
    expect(pages.map((page) => page.url().replace(/#.*$/, ''))).toEqual(before);
    expect(app.windows()).toHaveLength(pages.length);
  } finally {
    await close();
  }
});
