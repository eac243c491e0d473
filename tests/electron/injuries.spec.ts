import {
  cpSync,
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
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeBenchProject } from '../bench/support/bench-project';
import { fillProfile, sha256 } from '../bench/support/fill-profile';
import { runWorkbench } from '../support/launch';
import { drill, recordDrill, trials } from '../support/trials';

/*
 * The ways in which a store on the disk was seen to break, each tried on a store of tables, logs and separate large
 * values, as a long project has one. What the program then exports must be what it exported before.
 */

interface Store {
  /** Of the LevelDB's files. */
  readonly folder: string;
  /** Of large values. */
  readonly blobs: string;
}

/** Files below a folder whose path matches, the largest last. */
function filesOf(folder: string, pattern: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((one, other) => statSync(one).size - statSync(other).size);
}

/** The largest of them; an injury that finds nothing to injure is no trial. */
function one(folder: string, pattern: RegExp): string {
  const path = filesOf(folder, pattern).at(-1);
  if (path === undefined) throw new Error(`Nothing to injure: no ${String(pattern)} in ${folder}`);
  return path;
}

const cut = (path: string, share: number): void =>
  truncateSync(path, Math.floor(statSync(path).size * share));

function bend(path: string, at: (size: number) => number, length: number, change: (byte: number) => number) {
  const bytes = readFileSync(path);
  const from = Math.max(0, Math.floor(at(bytes.length)));
  for (let n = from; n < Math.min(bytes.length, from + length); n += 1) {
    bytes.writeUInt8(change(bytes.readUInt8(n)), n);
  }
  writeFileSync(path, bytes);
}

/** Flips a bit in each so many bytes. */
function flipEach(path: string, distance: number): void {
  const { size } = statSync(path);
  for (let at = 7; at < size; at += distance) bend(path, () => at, 1, flip);
}

const flip = (byte: number): number => byte ^ 0x10;
const zero = (): number => 0;

const log = /\.log$/;
const table = /\.ldb$/;
const manifest = /^MANIFEST-/;
const current = /^CURRENT$/;
const anything = /./;

/** Those tried in each run of the tests come first. */
const injuries: readonly (readonly [name: string, injure: (store: Store) => void])[] = [
  ['bytes of a table flipped', ({ folder }) => flipEach(one(folder, table), 4096)],
  ['a large value lost', ({ blobs }) => rmSync(one(blobs, anything))],
  ['CURRENT deleted', ({ folder }) => rmSync(one(folder, current))],
  ['a table deleted', ({ folder }) => rmSync(one(folder, table))],
  ['a byte of the log flipped', ({ folder }) => bend(one(folder, log), (size) => size / 4, 1, flip)],
  ['4 KB of the log zeroed', ({ folder }) => bend(one(folder, log), (size) => size / 3, 4096, zero)],
  ['half of the log cut off', ({ folder }) => cut(one(folder, log), 0.5)],
  ['the log emptied', ({ folder }) => cut(one(folder, log), 0)],
  ['the log deleted', ({ folder }) => rmSync(one(folder, log))],
  ['the manifest cut', ({ folder }) => cut(one(folder, manifest), 0.6)],
  ['the manifest deleted', ({ folder }) => rmSync(one(folder, manifest))],
  ['the manifest overwritten', ({ folder }) => bend(one(folder, manifest), () => 0, 10_000, flip)],
  ['CURRENT emptied', ({ folder }) => cut(one(folder, current), 0)],
  ['a table cut', ({ folder }) => cut(one(folder, table), 0.7)],
  ['the end of a table overwritten', ({ folder }) => bend(one(folder, table), (size) => size - 48, 48, zero)],
  ['a large value cut', ({ blobs }) => cut(one(blobs, anything), 0.5)],
  [
    'the store deleted whole',
    ({ folder, blobs }) => {
      rmSync(folder, { recursive: true });
      rmSync(blobs, { recursive: true, force: true });
    },
  ],
];

/** Of the sentence about a store that could not be read. */
const doubted = 'the store is built anew when the project is opened the next time';

interface Exported {
  readonly exported_at: string;
}

test(
  drill('a store injured in every known way holds again what the journal holds, and says so'),
  async () => {
    test.setTimeout(3_600_000);
    const folder = mkdtempSync(join(tmpdir(), 'framewright-injuries-'));
    const sound = join(folder, 'sound');
    const profile = join(folder, 'profile');
    const exportOf = async (): Promise<readonly [json: string, notices: readonly string[]]> => {
      const target = join(folder, 'out.json');
      const run = await runWorkbench([`--export=${target}`, '--quit'], {
        userData: profile,
        timeout: 300_000,
      });
      if (run.code !== 0) return [`ended with ${run.code}`, [run.stderr]];
      const { notices } = JSON.parse(run.stdout) as { readonly notices: readonly string[] };
      const exported = JSON.parse(readFileSync(target, 'utf8')) as Exported;
      rmSync(target);
      return [JSON.stringify({ ...exported, exported_at: '' }), notices];
    };
    const storeOf = (): Store => {
      const partitions = join(profile, 'Partitions');
      const [name = ''] = readdirSync(partitions).filter((each) => each.startsWith('p-'));
      const below = join(partitions, name, 'IndexedDB');
      return {
        folder: join(below, 'app_bundle_0.indexeddb.leveldb'),
        blobs: join(below, 'app_bundle_0.indexeddb.blob'),
      };
    };
    const wrong: string[] = [];
    const tried = injuries.slice(0, trials(3, injuries.length));
    try {
      // The long text's structure is large enough for the engine to keep it apart.
      const sizes = Array.from({ length: 40 }, (_, n) => ({
        ...{ words: n === 1 ? 90_000 : 400, annotations: n === 0 ? 1_500 : 100 },
      }));
      await fillProfile(profile, makeBenchProject(sizes, sha256));
      const [before] = await exportOf();
      // A second start leaves tables beside the log.
      expect((await exportOf())[0]).toBe(before);
      cpSync(profile, sound, { recursive: true });
      for (const [name, injure] of tried) {
        rmSync(profile, { recursive: true });
        cpSync(sound, profile, { recursive: true });
        injure(storeOf());
        // What only reading finds is told by the start that could not read it, and mended by the next.
        const [first, told] = await exportOf();
        const [second, notices] = first === before ? ['', told] : await exportOf();
        const [last, later] = await exportOf();
        if (first !== before && !(told.join(' ').includes(doubted) && second === before)) {
          wrong.push(`${name}: ${first.slice(0, 300)} ${told.join(' ')}, then ${second.slice(0, 300)}`);
        }
        if (last !== before) wrong.push(`${name}, last start: ${last.slice(0, 300)}`);
        if (!/rebuilt/.test(notices.join(' '))) wrong.push(`${name}: not told, but “${notices.join(' ')}”`);
        if (later.length > 0) wrong.push(`${name}, told again: ${later.join(' ')}`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    recordDrill({ trials: tried.length, lost: wrong.length, worst: wrong[0] ?? 'two starts each' });
    expect(wrong).toEqual([]);
  },
);
