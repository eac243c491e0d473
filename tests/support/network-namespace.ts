import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { projectFolder } from '../../scripts/project.mjs';
import { endGroup, testEnvironment } from './workbench-process';

/** A machine that is routed to in the namespace, and where nobody is: packets for it are counted and lost. */
export const routedAddress = '10.77.0.9';

/**
 * A network of its own with a route to everywhere by an interface whose other end nobody reads. The gateway is known
 * beforehand and the interface asks for nothing by itself, so that what it counts was sent by a program.
 */
const prepare = `
set -e
ip link set lo up
ip link add out0 type veth peer name far0
for each in out0 far0; do
  echo 0 > /proc/sys/net/ipv6/conf/$each/router_solicitations
  echo 1 > /proc/sys/net/ipv6/conf/$each/addr_gen_mode
done
ip address add 10.77.0.2/24 dev out0
ip link set far0 up
ip link set out0 up
ip -6 address add fd77::2/64 dev out0 nodad
ip route add default via 10.77.0.1
ip -6 route add default via fd77::1
ip neighbour add 10.77.0.1 lladdr 02:00:00:00:00:01 dev out0
ip neighbour add ${routedAddress} lladdr 02:00:00:00:00:01 dev out0
ip -6 neighbour add fd77::1 lladdr 02:00:00:00:00:01 dev out0
echo nameserver 10.77.0.1 > "$FRAMEWRIGHT_NAMESPACE/resolv.conf"
mount --bind "$FRAMEWRIGHT_NAMESPACE/resolv.conf" /etc/resolv.conf
sleep 2
`;
const run = `
cat /proc/net/dev > "$FRAMEWRIGHT_NAMESPACE/before"
set +e
"$@"
code=$?
cat /proc/net/dev > "$FRAMEWRIGHT_NAMESPACE/after"
exit $code
`;

/** Skips the running test, by name, where packets cannot be counted. */
export function requireNamespaces(): void {
  test.skip(process.platform !== 'linux', 'network namespaces are of Linux alone');
  for (const tool of ['unshare', 'ip']) {
    test.skip(spawnSync(tool, ['-V']).error !== undefined, `${tool} is not installed`);
  }
  const isAllowed = spawnSync('unshare', ['--net', '--mount', 'ip', 'link', 'add', 'out0', 'type', 'veth']);
  test.skip(isAllowed.status !== 0, 'no right to make a network namespace with an interface');
}

export interface Counted {
  /** Sent by the interface that leads out, while the command ran. */
  readonly packets: number;
  /** Exit code of the command; null when it was ended. */
  readonly code: number | null;
  readonly output: string;
}

interface CountOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is ended. */
  readonly limit: number;
  /** True once enough was counted; the command is ended then. */
  readonly isEnough?: (packets: number) => boolean;
}

/** Runs a command in a network of its own and counts the packets that it sends to other machines. */
export async function countPackets(
  command: readonly string[],
  { env, limit, isEnough = () => false }: CountOptions,
): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-namespace-'));
  const [before, after] = [join(folder, 'before'), join(folder, 'after')];
  const child = spawn('unshare', ['--net', '--mount', 'sh', '-c', prepare + run, 'sh', ...command], {
    cwd: projectFolder,
    env: { ...testEnvironment(), ...env, FRAMEWRIGHT_NAMESPACE: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  // As long as the command lives, its network can be looked at from outside.
  const now = (): number | null => sentIn(`/proc/${child.pid ?? 0}/net/dev`);
  let seen: number | null = null;
  const until = Date.now() + limit;
  const look = setInterval(() => {
    const first = sentIn(before);
    seen = now() ?? seen;
    if (first === null) return;
    if (Date.now() > until || isEnough((seen ?? first) - first)) void endGroup(child);
  }, 100);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(look));
  const [first, last] = [sentIn(before), sentIn(after) ?? seen];
  rmSync(folder, { recursive: true, force: true });
  if (first === null || last === null) throw new Error(`The network could not be made:\n${output}`);
  return { packets: last - first, code, output };
}

/** Packets sent by the interface that leads out; null where there is none (yet, or any more). */
function sentIn(file: string): number | null {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  // Behind the name: eight figures of what was received, then bytes and packets sent.
  const figures = /^\s*out0:\s*(.*)$/m.exec(text)?.[1]?.trim().split(/\s+/);
  return figures === undefined ? null : Number(figures[9]);
}

/** The command that runs test files with Playwright, in a process that a running test may start. */
export function testCommand(files: readonly string[], ...more: readonly string[]): readonly string[] {
  const tool = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
  return [
    ...[process.execPath, tool, 'test', '--config', 'tests/playwright.config.ts', '--project=electron'],
    ...['--workers=1', '--reporter=line', `--output=${join(tmpdir(), `framewright-inner-${process.pid}`)}`],
    ...files,
    ...more,
  ];
}
