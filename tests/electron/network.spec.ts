import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { plainWindow } from '../support/launch';
import { countPackets, requireNamespaces, routedAddress, testCommand } from '../support/network-namespace';
import { drill, isDrill, recordDrill, trials } from '../support/trials';
import { machineArguments, requireElectron, testEnvironment } from '../support/workbench-process';

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
  test.setTimeout(trials(5, 90) * minute);
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
    trials: isDrill ? journeys.length + 2 : 2,
    lost: work.packets + idle.packets,
    worst: `${empty.packets} packets or more from an empty window`,
  });
});

/** Calls that reach another machine: by an address of the internet that is not this machine's own. */
const outward = /^.*\b(?:connect|sendto|sendmsg|sendmmsg)\(.*AF_INET6?\b.*$/gm;
const isOwn = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/;

test(drill('no socket call names another machine'), () => {
  test.setTimeout(trials(5, 60) * minute);
  test.skip(spawnSync('strace', ['-V']).error !== undefined, 'strace is not installed');
  const log = join(folder, 'calls.log');
  const trace = (command: readonly string[], limit: number, more: Readonly<Record<string, string>> = {}) => {
    // Ended from inside: the tracer itself waits for what it traces.
    const limited = ['timeout', '--kill-after=1', `${limit / 1000}`, ...command];
    const watch = ['strace', '-f', '-qq', '--seccomp-bpf', '-e', 'signal=none', '-o', log];
    const [program = '', ...rest] = [...watch, '-e', 'trace=connect,sendto,sendmsg,sendmmsg', ...limited];
    const { error, status, stdout } = spawnSync(program, rest, {
      cwd: projectFolder,
      env: { ...testEnvironment(), ...more },
      encoding: 'utf8',
    });
    const calls = [...readFileSync(log, 'utf8').matchAll(outward)].map(([call]) => call);
    return { error, status, stdout, calls: calls.filter((call) => !isOwn.test(call)) };
  };
  const empty = trace(start(plainWindow, 'traced'), 6_000, { PLAIN_WINDOW_URL: 'about:blank' });
  expect(empty.calls.length).toBeGreaterThan(0);
  const work = isDrill
    ? trace(tests(['journey', 'import']), 40 * minute)
    : trace(unattended('calls'), minute);
  expect(work.status, work.stdout).toBe(0);
  expect(work.calls).toEqual([]);
  recordDrill({ trials: 1, lost: work.calls.length, worst: `${empty.calls.length} from an empty window` });
});
