import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { plainWindow } from '../support/launch';
import { countPackets, requireNamespaces, routedAddress, testCommand } from '../support/network-namespace';
import { drill, isDrill, recordDrill, trials } from '../support/trials';
import { endGroup, machineArguments, requireElectron, testEnvironment } from '../support/workbench-process';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'framewright-network-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What a person does in the window, by the tests that do it; and what a hostile page would try. */
const journeys = [
  'journey',
  'import',
  'formats',
  'exchange',
  'search',
  'memos',
  'passages',
  'projects',
  'egress',
];
const minute = 60_000;

const start = (app: string, profile: string, ...switches: readonly string[]): readonly string[] => [
  ...[requireElectron().path, app, `--user-data-dir=${join(folder, profile)}`],
  ...machineArguments({ sandboxed: false }),
  ...switches,
];

/** The shortest work that reads, parses, stores and writes. */
const unattended = (profile: string): readonly string[] => {
  const corpus = join(import.meta.dirname, '../fixtures/wire');
  const told = [
    `--corpus=${corpus}`,
    `--export=${join(folder, `${profile}.csv`)}`,
    '--coder=Mara Kolt',
    '--quit',
  ];
  return start(projectFolder, profile, ...told);
};

/** All tests of the given names; `only` by a part of their title. */
const tests = (names: readonly string[], only?: string): readonly string[] =>
  testCommand(
    names.map((name) => `tests/electron/${name}.spec.ts`),
    ...(only === undefined ? [] : [`--grep=${only}`]),
  );

const some = (packets: number): boolean => packets > 0;
const env = { FRAMEWRIGHT_ROUTED_ADDRESS: routedAddress };

test(drill('no packet leaves on the whole journey, nor from an idle window'), async () => {
  test.setTimeout(trials(10, 90) * minute);
  requireNamespaces();
  // An empty window of the same engine, so that it is known that what leaves is counted.
  const url = { PLAIN_WINDOW_URL: 'about:blank' };
  const empty = await countPackets(start(plainWindow, 'plain'), { env: url, limit: minute, isEnough: some });
  expect(empty.packets).toBeGreaterThan(0);

  const work = await countPackets(unattended('short'), { limit: minute });
  expect(work.code, work.output).toBe(0);
  expect(work.packets).toBe(0);
  const idle = await countPackets(start(projectFolder, 'idle'), {
    limit: trials(1 / 20, 30) * minute,
    isEnough: some,
  });
  expect(idle.code).toBeNull();
  expect(idle.packets).toBe(0);
  const hostile = await countPackets(tests(['egress'], 'from the built program'), { env, limit: 5 * minute });
  expect(hostile.code, hostile.output).toBe(0);
  expect(hostile.output).toMatch(/1 passed/);
  expect(hostile.packets).toBe(0);
  if (isDrill) {
    // The same channels from a window that forbids nothing do send packets.
    const open = await countPackets(tests(['egress'], 'nothing is forbidden to'), { env, limit: 5 * minute });
    expect(open.packets).toBeGreaterThan(empty.packets);
    const held = 'the channels do arrive|a second start hands over';
    const command = [...tests(journeys), `--grep-invert=${held}`];
    const journey = await countPackets(command, { env, limit: 45 * minute });
    expect(journey.code, journey.output).toBe(0);
    expect(journey.output).toMatch(/\d+ passed/);
    expect(journey.packets).toBe(0);
  }
  recordDrill({
    trials: isDrill ? journeys.length + 3 : 3,
    lost: work.packets + idle.packets + hostile.packets,
    worst: `${empty.packets} packets or more from an empty window`,
  });
});

/** Calls that reach another machine: by an address of the internet that is not this machine's own. */
const outward = /^.*\b(?:connect|sendto|sendmsg|sendmmsg)\(.*AF_INET6?\b.*$/gm;
const isOwn = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/;

/** Runs a command under strace until it ends, or `isEnough` says so; answers the calls that name another machine. */
async function foreignCalls(
  command: readonly string[],
  {
    limit,
    env: more,
    isEnough,
  }: { limit: number; env?: Record<string, string>; isEnough?: (calls: number) => boolean },
): Promise<{ readonly code: number | null; readonly calls: readonly string[]; readonly output: string }> {
  const log = join(folder, 'calls.log');
  rmSync(log, { force: true });
  const watch = ['-f', '-qq', '--seccomp-bpf', '-e', 'signal=none', '-o', log];
  const child = spawn('strace', [...watch, '-e', 'trace=connect,sendto,sendmsg,sendmmsg', ...command], {
    cwd: projectFolder,
    env: { ...testEnvironment(), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const calls = (): readonly string[] => {
    const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
    return [...text.matchAll(outward)].map(([call]) => call).filter((call) => !isOwn.test(call));
  };
  const until = Date.now() + limit;
  const look = setInterval(() => {
    if (Date.now() > until || isEnough?.(calls().length) === true) void endGroup(child);
  }, 1000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(look));
  return { code, calls: calls(), output };
}

test(drill('no socket call names another machine'), async () => {
  test.setTimeout(trials(5, 60) * minute);
  test.skip(spawnSync('strace', ['-V']).error !== undefined, 'strace is not installed');
  const empty = await foreignCalls(start(plainWindow, 'traced'), {
    limit: minute,
    env: { PLAIN_WINDOW_URL: 'about:blank' },
    isEnough: some,
  });
  expect(empty.calls.length).toBeGreaterThan(0);
  const command = isDrill ? tests(['journey', 'import']) : unattended('calls');
  const work = await foreignCalls(command, { limit: trials(2, 40) * minute });
  expect(work.code, work.output).toBe(0);
  expect(work.calls).toEqual([]);
  recordDrill({ trials: 1, lost: 0, worst: `${empty.calls.length} or more from an empty window` });
});
